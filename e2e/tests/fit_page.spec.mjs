// Every view fits every width in both languages; labels never collide; targets are large enough.

import { LANGUAGES, VIEWS, settled } from '../pages/timeline_page.mjs';
import { expect, test } from '../pages/test.mjs';

const WIDTHS = [320, 360, 768, 1280, 1920];
const EVENT = '2023-03-10-saudi-iran-beijing';
const sized = (width) => ({ width, height: width < 600 ? 740 : 900 });

/** The page is no wider than its window; if it is, what sticks out. */
async function expectNoOverflow(page) {
  await settled(page);
  const out = () => page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (e) => e.getBoundingClientRect().right > clientWidth + 0.5 && !e.closest('svg *'),
    );
    return [`${scrollWidth} > ${clientWidth}`, ...wide.slice(0, 5).map((e) => e.outerHTML.slice(0, 90))];
  });
  await expect.poll(out).toEqual([]);
}

/** Controls whose target is smaller than 24 by 24; links inside a sentence are let off (WCAG 2.5.8). */
function smallTargets(page) {
  return page.evaluate(() => {
    const controls = document.querySelectorAll(
      'button, a[href], input, select, summary, [role=slider], [role=button]:not(.figure-zone)',
    );
    const isSeen = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && !e.closest('[aria-hidden=true], .skip');
    const isInline = (e) => {
      if (e.tagName !== 'A' || getComputedStyle(e).display !== 'inline') return false;
      const words = e.parentElement.textContent.replace(e.textContent, '').trim();
      return words.length > 0;
    };
    const small = [];
    for (const control of controls) {
      if (!isSeen(control) || control.classList.contains('skip') || isInline(control)) continue;
      const boxes = [control, ...(control.labels ?? [])].map((e) => e.getBoundingClientRect());
      if (boxes.every((b) => b.width < 23.9 || b.height < 23.9)) {
        const { width, height } = boxes[0];
        small.push(`${Math.round(width)}×${Math.round(height)} ${control.outerHTML.slice(0, 110)}`);
      }
    }
    return small;
  });
}

for (const width of WIDTHS) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: sized(width), hasTouch: width < 600, isMobile: width < 600 });

    for (const view of VIEWS) {
      for (const lang of LANGUAGES) {
        test(`${view}, ${lang}: fits`, async ({ app, page }) => {
          await app.open(`?view=${view}&lang=${lang}`);
          await expectNoOverflow(page);
          expect.soft(await smallTargets(page)).toEqual([]);

          await app.open(`?view=${view}&lang=${lang}&event=${EVENT}&region=middle-east~africa~latin-america-caribbean&q=a`);
          await expect(app.card).toBeVisible();
          await expectNoOverflow(page);
          expect.soft(await smallTargets(page)).toEqual([]);
        });
      }
    }

    test('every menu fits the window', async ({ app, page }) => {
      await app.open();
      if (width < 600) {
        for (const chip of await app.filters.getByRole('button').all()) {
          await chip.click();
          const drawer = page.getByRole('dialog', { name: 'Filters' });
          const box = await app.boxOf(drawer);
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width);
          await expectNoOverflow(page);
          expect.soft(await smallTargets(page)).toEqual([]);
          await page.keyboard.press('Escape');
          await expect(drawer).toHaveCount(0);
        }
        for (const button of [app.viewButton, app.moreButton]) {
          await button.click();
          await expect(button).toHaveAttribute('aria-expanded', 'true');
          await expectNoOverflow(page);
          expect.soft(await smallTargets(page)).toEqual([]);
        }
        return;
      }
      for (const button of await app.filters.locator('button[aria-expanded]').all()) {
        await button.click();
        const panel = page.locator(`[id="${await button.getAttribute('aria-controls')}"]`);
        const box = await app.boxOf(panel);
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        await expectNoOverflow(page);
        expect.soft(await smallTargets(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(button).toHaveAttribute('aria-expanded', 'false');
      }
    });

    test('an error page fits', async ({ page }) => {
      await page.goto('./?data=https://example.org/a-very-long-path/that/goes/on/and/on/and/on/and/on/data.json');
      await expect(page.locator('.served')).toHaveCount(0);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This dataset cannot be shown');
      await expectNoOverflow(page);
    });
  });
}

/** Lines of the spine that overlap, and words that leave theirs. */
function spineCollisions(page) {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll('.spine-row')].map((row) => ({ row, box: row.getBoundingClientRect() }));
    rows.sort((a, b) => a.box.top - b.box.top);
    const found = [];
    rows.forEach(({ row, box }, i) => {
      const name = row.getAttribute('aria-label');
      if (i > 0 && box.top < rows[i - 1].box.bottom - 0.5) found.push(`over the line above: ${name}`);
      for (const part of row.querySelectorAll('span, svg')) {
        const inside = part.getBoundingClientRect();
        if (inside.right > box.right + 0.5 || inside.top < box.top - 1 || inside.bottom > box.bottom + 1) {
          found.push(`out of its line: ${name}`);
        }
        if (part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0) found.push(`cut by the page: ${part.textContent}`);
      }
    });
    return { found: found.slice(0, 12), n: rows.length };
  });
}

/** Pairs of labels that overlap, and labels over another mark's glyph, among what is in view. */
function collisions(page) {
  if (page.viewportSize().width < 600) return spineCollisions(page);
  return page.evaluate(() => {
    const stage = document.querySelector('.timeline-stage').getBoundingClientRect();
    const isIn = (b) => b.right > stage.left && b.left < stage.right && b.bottom > stage.top && b.top < stage.bottom;
    const marks = [...document.querySelectorAll('.timeline-drawing [role=button]:not([aria-hidden=true])')];
    const texts = [];
    const glyphs = [];
    for (const mark of marks) {
      const name = mark.getAttribute('aria-label').slice(0, 40);
      for (const shape of mark.querySelectorAll('text, path')) {
        const box = shape.getBoundingClientRect();
        if (!isIn(box) || box.width === 0) continue;
        (shape.localName === 'text' ? texts : glyphs).push({ mark, name, box });
      }
    }
    const by = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const overlap = (a, b) => by(a, b) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
    const found = [];
    texts.forEach((a, i) => {
      for (const b of texts.slice(i + 1)) {
        if (overlap(a.box, b.box)) found.push(`label on label by ${by(a.box, b.box).toFixed(1)}: ${a.name} | ${b.name}`);
      }
      for (const g of glyphs) {
        if (g.mark !== a.mark && overlap(a.box, g.box)) {
          found.push(`label on glyph by ${by(a.box, g.box).toFixed(1)}: ${a.name} | ${g.name}`);
        }
      }
    });
    glyphs.forEach((a, i) => {
      for (const b of glyphs.slice(i + 1)) {
        if (a.mark !== b.mark && overlap(a.box, b.box)) found.push(`glyph on glyph: ${a.name} | ${b.name}`);
      }
    });
    return { found: found.slice(0, 12), n: texts.length };
  });
}

/** Labels of the axis and of the overview that overlap, or of the margin on a phone; and how many there are. */
async function axisCollisions(page) {
  const isNarrow = page.viewportSize().width < 600;
  const found = [];
  let n = 0;
  for (const labels of isNarrow ? ['.spine-period'] : ['.axis-label text', '.overview-label']) {
    const boxes = await page.locator(labels).evaluateAll((all) => all.map((e) => {
      const { left, right, top, bottom } = e.getBoundingClientRect();
      return { left, right, top, bottom, words: e.textContent };
    }));
    const [start, end] = isNarrow ? ['top', 'bottom'] : ['left', 'right'];
    boxes.sort((a, b) => a[start] - b[start]);
    boxes.forEach((box, i) => {
      if (i > 0 && box[start] < boxes[i - 1][end] - 0.5) found.push(`${labels}: ${boxes[i - 1].words} | ${box.words}`);
    });
    n += boxes.length;
  }
  return { found, n };
}

const PERIODS = ['', 'time=2023', 'time=2023-09..2023-12', 'time=2023-11', 'lanes=none', 'lanes=kind&time=2023', 'background=1'];
for (const width of WIDTHS) {
  for (const lang of LANGUAGES) {
    test(`labels do not collide: ${width} px, ${lang}`, async ({ app, page }) => {
      await page.setViewportSize(sized(width));
      const bad = {};
      for (const period of PERIODS) {
        await app.open(`?lang=${lang}&${period}`);
        const marks = await collisions(page);
        const axis = await axisCollisions(page);
        expect(marks.n, `labels at ${period}`).toBeGreaterThan(0);
        expect(axis.n, `labels of the axis at ${period}`).toBeGreaterThan(0);
        const found = [...marks.found, ...axis.found];
        if (found.length) bad[period] = found;
      }
      expect(bad).toEqual({});
    });
  }
}

test('labels do not collide while one zooms and moves', async ({ app, page }) => {
  await app.open('?event=2023-03-10-saudi-iran-beijing');
  const { x, y } = await app.emptyPlace();
  const bad = [];
  for (let i = 0; i < 10; i += 1) {
    await app.wheel({ x, y }, { dy: -160, key: 'Control' });
    await app.wheel({ x, y }, { dy: i % 2 ? 300 : -260, key: 'Shift' });
    await app.settled();
    bad.push(...(await collisions(page)).found);
  }
  expect(bad).toEqual([]);
});

test('at 200 % zoom the page fits, and at 400 %', async ({ app, page }) => {
  for (const zoom of [2, 4]) {
    await page.setViewportSize({ width: 1280 / zoom, height: 800 / zoom });
    for (const view of VIEWS) {
      await app.open(`?view=${view}&event=${EVENT}`);
      await expectNoOverflow(page);
    }
  }
});

test.describe('with text twice as large at a desk', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  /** Doubles the text of the whole page, as a person's own style sheet does. */
  const enlarge = (page) => page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%'; });
  });

  /** Controls of the head of the page that lie over one another, and words that are cut off in them. */
  const headFaults = (page) => page.evaluate(() => {
    const isSeen = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().width > 1;
    const controls = [...document.querySelectorAll('.masthead button, .masthead a, .filters button, .filters input, .filters select')].filter(isSeen);
    const boxes = controls.map((e) => ({ e, name: (e.textContent || e.ariaLabel || e.placeholder).slice(0, 24), box: e.getBoundingClientRect() }));
    const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    const found = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => !a.e.contains(b.e) && over(a.box, b.box)).map((b) => `${a.name} over ${b.name}`));
    const cut = boxes.filter(({ e }) => e.scrollHeight > e.clientHeight + 2 || (e.matches('button') && e.scrollWidth > e.clientWidth + 1));
    return [...found, ...cut.map(({ name, e }) => `${name} is cut: ${e.scrollWidth}×${e.scrollHeight} in ${e.clientWidth}×${e.clientHeight}`)];
  });

  for (const view of VIEWS) {
    for (const lang of LANGUAGES) {
      test(`${view}, ${lang}: fits with and without an open card`, async ({ app, page }) => {
        await enlarge(page);
        for (const more of ['', `&event=${EVENT}`]) {
          await app.open(`?view=${view}&lang=${lang}${more}`);
          expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
          await expectNoOverflow(page);
          expect.soft(await headFaults(page)).toEqual([]);
          if (more) {
            const card = await app.boxOf(app.card);
            expect(card.x + card.width).toBeLessThanOrEqual(1280);
          }
        }
      });
    }
  }

  /** Sizes in which the words of drawings stand on the screen, px. */
  const sizes = (page, words) => page.locator(words).evaluateAll((all) =>
    [...new Set(all.map((text) => Math.round(parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)))].sort((a, b) => a - b));

  for (const lang of LANGUAGES) {
    test(`the timeline grows with its text, at once, and nothing collides: ${lang}`, async ({ app, page }) => {
      await app.open(`?lang=${lang}`);
      const words = '.timeline-drawing text, .axis-label text';
      const before = await sizes(page, words);
      await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
      await expect.poll(() => sizes(page, words)).toEqual(before.map((size) => 2 * size));
      await app.settled();
      const [marks, axis] = [await collisions(page), await axisCollisions(page)];
      expect(marks.n).toBeGreaterThan(0);
      expect([...marks.found, ...axis.found]).toEqual([]);
      const cut = await page.locator('.lane').evaluateAll((lanes) => lanes.filter((lane, i) => {
        const [box, words] = [lane.getBoundingClientRect(), lane.querySelector('.lane-words')];
        const next = lanes[i + 1]?.getBoundingClientRect() ?? { top: box.bottom };
        return words.scrollWidth > words.clientWidth + 1 || words.getBoundingClientRect().bottom > box.bottom + 1 || next.top < box.bottom - 1;
      }).map((lane) => lane.textContent));
      expect(cut).toEqual([]);
      const [drawn, stage] = [await app.drawing.boundingBox(), await app.stage.boundingBox()];
      expect(Math.abs(drawn.width - stage.width)).toBeLessThan(1);
      expect(Math.abs(drawn.height - stage.height)).toBeLessThan(1);
    });
  }

  test('every chart grows with its text', async ({ app, page }) => {
    await app.open('?view=charts');
    const words = '.figure-svg text';
    const before = await sizes(page, words);
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    await expect.poll(() => sizes(page, words)).toEqual(before.map((size) => 2 * size));
    const cut = await page.locator('.figure-svg').evaluateAll((drawings) => drawings.flatMap((drawing) => {
      const box = drawing.getBoundingClientRect();
      const words = [...drawing.querySelectorAll('text')].map((text) => ({ text, at: text.getBoundingClientRect() }));
      return words.filter(({ at }) => at.left < box.left - 2 || at.right > box.right + 2 || at.bottom > box.bottom + 2).map(({ text }) => text.textContent);
    }));
    expect(cut).toEqual([]);
    await expectNoOverflow(page);
  });

  test('a pointer means what lies under it', async ({ app, page }) => {
    await enlarge(page);
    await app.open('?time=2023');
    const mark = app.mark('Saudi–Iran talks in Beijing: ties to be restored').first();
    await app.hoverMark(mark);
    await expect(app.tooltip).toBeVisible();
    const [tip, { y }] = [await app.tooltip.boundingBox(), await app.place(mark)];
    expect(tip.y > y || tip.y + tip.height < y, 'beside the mark').toBe(true);
    await app.clickMark(mark);
    await expect.poll(() => app.parameter('event')).toBe(EVENT);
    await page.keyboard.press('Escape');
    await expect(app.card).toHaveCount(0);

    const box = await app.overview.boundingBox();
    const at = (share) => ({ x: box.x + box.width * share, y: box.y + 20 });
    await app.drag(at(0.1), at(0.25));
    const middle = async (slider) => slider.boundingBox().then((b) => b.x + b.width / 2);
    for (const [slider, share] of [[app.start, 0.1], [app.end, 0.25]]) {
      await expect.poll(async () => Math.abs((await middle(slider)) - at(share).x)).toBeLessThan(4);
    }

    // The day under the pointer stays there while one zooms, and goes along while one drags.
    const { x, y: empty } = await app.emptyPlace();
    const stage = await app.stage.boundingBox();
    const day = async () => {
      const { first, days } = await app.period();
      return first + ((x - stage.x) / stage.width) * days;
    };
    const [before, { days }] = [await day(), await app.period()];
    await app.wheel({ x, y: empty }, { dy: -200, key: 'Control' });
    await expect.poll(async () => (await app.period()).days).toBeLessThan(days * 0.9);
    expect(Math.abs((await day()) - before)).toBeLessThan(2);
    const zoomed = await app.period();
    await app.drag({ x, y: empty }, { x: x - stage.width / 4, y: empty });
    await expect.poll(async () => Math.abs((await app.period()).first - zoomed.first - zoomed.days / 4)).toBeLessThan(2);

    // A label of the axis asks for its own period, wherever on it one presses.
    const label = await page.locator('.axis-label text').evaluateAll((all, left) => {
      const box = all.map((text) => text.getBoundingClientRect()).find((b) => b.left > left && b.right < innerWidth);
      return { x: box.right - 3, y: box.top + box.height / 2, start: box.left };
    }, stage.x + stage.width / 3);
    const now = await app.period();
    await page.mouse.click(label.x, label.y);
    await expect.poll(async () => (await app.period()).days).toBeLessThan(now.days);
    const asked = now.first + ((label.start - stage.x) / stage.width) * now.days;
    expect(Math.abs((await app.period()).first - asked)).toBeLessThan(now.days / 20);
  });

  test('every menu fits the window', async ({ app, page }) => {
    await enlarge(page);
    await app.open();
    for (const button of await app.filters.locator('button[aria-expanded]').all()) {
      await button.click();
      const panel = page.locator(`[id="${await button.getAttribute('aria-controls')}"]`);
      const box = await app.boxOf(panel);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(1280);
      await expectNoOverflow(page);
      await page.keyboard.press('Escape');
      await expect(button).toHaveAttribute('aria-expanded', 'false');
    }
  });

  for (const name of ['Download', 'Cite']) {
    test(`the dialog fits and scrolls to its end: ${name}`, async ({ app, page }) => {
      await enlarge(page);
      await app.open(`?event=${EVENT}`);
      await page.getByRole('banner').getByRole('button', { name, exact: true }).or(app.button(name)).first().click();
      const dialog = page.getByRole('dialog');
      const box = await app.boxOf(dialog);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(1280);
      expect(box.y + box.height).toBeLessThanOrEqual(800);
      const last = dialog.locator('button, li').last();
      await last.scrollIntoViewIfNeeded();
      await expect(last).toBeInViewport();
      const wide = await dialog.evaluate((d) => [...d.querySelectorAll('*')].filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === 'hidden' && !e.matches('.visually-hidden')).map((e) => e.className));
      expect(wide).toEqual([]);
    });
  }
});
