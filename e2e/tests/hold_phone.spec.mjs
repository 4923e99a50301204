// A phone in the hand: nothing floats over what is read, a thumb hits what it means, no notch hides a word, and what is
// drawn grows with the text.

import { expect, test } from '../pages/test.mjs';

const PHONE = { hasTouch: true, isMobile: true };

/** Text as large as a person has set it. */
const enlarge = (page, size) => page.addInitScript((size) => {
  addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = size; });
}, size);

for (const [width, height, size] of [[320, 640, '100%'], [360, 740, '100%'], [390, 844, '100%'], [360, 740, '200%']]) {
  test.describe(`${width} × ${height}, text ${size}`, () => {
    test.use({ ...PHONE, viewport: { width, height } });

    test('nothing floats over a line, wherever the page is scrolled to', async ({ app, page }) => {
      await enlarge(page, size);
      for (const query of ['', '?lang=zh', '?event=2023-03-10-saudi-iran-beijing', '?region=europe&pin.region=africa']) {
        await app.open(query);
        for (const share of [0, 0.1, 0.5, 1]) {
          await page.evaluate((share) => scrollTo(0, share * (document.body.scrollHeight - innerHeight)), share);
          await app.settled();
          const over = await page.evaluate(() => {
            const isOver = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
            const boxes = (selector) => [...document.querySelectorAll(selector)].map((e) => [e, e.getBoundingClientRect()]).filter(([, box]) => box.width > 0);
            const read = boxes('.spine-row, .spine-strip, .drawer-chip, h1, .headline-lede, .headline-account');
            return boxes('.spine-zoom-step, .welcome-open, .welcome-close').flatMap(([float, box]) =>
              read.filter(([, under]) => isOver(box, under)).map(([under]) => `${float.className} over ${under.className || under.localName}`));
          });
          expect(over, `${query} at ${share}`).toEqual([]);
        }
        await expect(app.button(/^(Zoom in|放大)$/)).toHaveCount(1);
      }
    });
  });
}

test.describe('390 × 844', () => {
  test.use({ ...PHONE, viewport: { width: 390, height: 844 } });

  test('a key shows each filter of the row whole', async ({ app, page }) => {
    await app.open();
    const chips = page.locator('.drawer-chip');
    await chips.first().focus();
    for (let i = 1; i < (await chips.count()); i += 1) {
      await page.keyboard.press('Tab');
      const sides = () => page.evaluate(() => {
        const { left, right } = document.activeElement.getBoundingClientRect();
        return [document.activeElement.className.includes('drawer-chip'), left >= 4, right <= innerWidth - 4];
      });
      await expect.poll(sides, `chip ${i}`).toEqual([true, true, true]);
    }
  });

  test('the table is put into another order by touch', async ({ app, page }) => {
    await app.open('?view=table&time=2023');
    for (const name of ['Date', 'Event', 'Kind', 'Region', 'Source']) {
      const head = app.table.getByRole('button', { name, exact: true });
      await expect(head).toBeInViewport({ ratio: 1 });
      expect((await head.boundingBox()).height).toBeGreaterThanOrEqual(44);
    }
    const first = await app.rows.first().textContent();
    await app.table.getByRole('button', { name: 'Event', exact: true }).tap();
    await expect.poll(() => app.parameter('sort')).toBe('title');
    expect(await app.rows.first().textContent()).not.toBe(first);
    // A date stands in one piece.
    const lines = await page.locator('.table-row .table-date').evaluateAll((all) => all.filter((e) => e.textContent.length < 20).map((e) => e.getClientRects().length && e.offsetHeight));
    expect(Math.max(...lines)).toBeLessThan(30);
  });

  test('every tool of a figure and of a talk is as large as a thumb', async ({ app, page }) => {
    const small = (selector) => page.locator(selector).evaluateAll((all) => all.filter((e) => e.offsetParent !== null || e.getClientRects().length).map((e) => {
      const { width, height } = e.getBoundingClientRect();
      return [e.textContent, Math.round(width), Math.round(height)];
    }).filter(([, width, height]) => width < 44 || height < 44));
    await app.open('?view=charts');
    await expect(page.locator('.figure-tool')).toHaveCount(18);
    expect(await small('.figure-tool')).toEqual([]);
    const lapped = await page.locator('.figure').evaluateAll((all) => all.filter((figure) => {
      const [tools, text] = [figure.querySelector('.figure-tools').getBoundingClientRect(), document.createRange()];
      text.selectNodeContents(figure.querySelector('h2'));
      return [...text.getClientRects()].some((line) => line.right > tools.left && line.top < tools.bottom - 10);
    }).length);
    expect(lapped, 'headlines under tools').toBe(0);
    await app.open('?mode=present&story=two-years&step=2');
    await page.locator('.present').waitFor();
    expect(await small('.present-button-large')).toEqual([]);
  });

  test('what is drawn grows with the text', async ({ app, page }) => {
    const sizes = async () => {
      const of = (selector) => page.locator(selector).first().evaluate((e) => e.getBoundingClientRect().width);
      const all = {};
      for (const part of ['.masthead-mark', '.bar-icon', '.spine-row .kind-icon']) all[part] = await of(part);
      await app.moreButton.tap();
      all.scheme = await of('.scheme-switch svg');
      await page.getByRole('button', { name: 'How to read this' }).last().tap();
      for (const part of ['.help-mark .key-band', '.help-mark .key-pill', '.help-kind .kind-icon', '.help-swatches .swatch']) all[part] = await of(part);
      return all;
    };
    await app.open();
    const usual = await sizes();
    await enlarge(page, '200%');
    await app.open();
    for (const [part, size] of Object.entries(await sizes())) {
      // The bar at the foot keeps five words side by side, and grows less.
      expect(size / usual[part], part).toBeGreaterThan(part === '.bar-icon' ? 1.3 : 1.95);
    }
  });
});

for (const viewport of [{ width: 360, height: 740 }, { width: 768, height: 1024 }]) {
  test(`with the sheet open nothing that has the focus is under it, ${viewport.width} × ${viewport.height}`, async ({ app, page }) => {
    await page.setViewportSize(viewport);
    await app.open('?view=outline&time=2022-12&event=2022-12-china-arab-summit');
    await expect(app.card).toBeVisible();
    let stops = 0;
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press('Tab');
      await app.settled();
      const [stop, over] = await page.evaluate(() => {
        const e = document.activeElement;
        if (e === document.body) return ['', null];
        const box = e.getBoundingClientRect();
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return [`${e.className} ${e.textContent.slice(0, 30)}`, top && !e.contains(top) && !top.contains(e) && top.closest('.card, .bar') ? top.className : null];
      });
      if (!stop) break;
      stops += 1;
      expect(over, stop).toBeNull();
    }
    expect(stops).toBeGreaterThan(25);
  });
}

/** A screen whose notch and corners take room at its edges. */
async function notched(page, insets) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setSafeAreaInsetsOverride', { insets });
}

/** What is read or pressed, and reaches into the margins that the screen has lost. */
const hidden = (page, { top = 0, right = 0, bottom = 0, left = 0 }, parts) => page.evaluate(([top, right, bottom, left, parts]) =>
  [...document.querySelectorAll(parts)].filter((e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true })).flatMap((e) => {
    const box = e.getBoundingClientRect();
    const isOnScreen = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
    const isFixed = (e) => e && (getComputedStyle(e).position === 'fixed' || isFixed(e.parentElement));
    const isUnder = box.left < left || box.right > innerWidth - right || (isFixed(e) && (box.top < top || box.bottom > innerHeight - bottom));
    return isOnScreen && isUnder ? [`${e.className.baseVal ?? e.className} ${e.textContent.slice(0, 20)} ${Math.round(box.left)}–${Math.round(box.right)}, ${Math.round(box.top)}–${Math.round(box.bottom)}`] : [];
  }), [top, right, bottom, left, parts]);

test.describe('with a notch', () => {
  const SIDEWAYS = { left: 47, right: 47, bottom: 21 };
  const UPRIGHT = { top: 47, bottom: 34 };

  for (const [name, query, parts] of [
    ['timeline', '', '.masthead-name, .masthead .control, h1, .headline-lede, .filters button, .lane-name, .overview'],
    ['charts', '?view=charts', '.masthead-name, .masthead .control, .figure h2, .figure-tool, .figure-rule'],
    ['table', '?view=table&event=2023-03-10-saudi-iran-beijing', '.table-sort, .table-open, .card-top > *'],
    ['talk', '?mode=present&story=two-years&step=2', '.present-headline, .present-text, .present-source, .present-count, .present-drawing'],
  ]) {
    test(`held sideways: ${name}`, async ({ app, page }) => {
      await page.setViewportSize({ width: 844, height: 390 });
      await notched(page, SIDEWAYS);
      await app.open(query);
      expect(await hidden(page, SIDEWAYS, parts)).toEqual([]);
    });
  }

  test.describe('upright', () => {
    test.use({ ...PHONE, viewport: { width: 390, height: 844 } });

    test('bar, sheet, drawer, panel and talk end above the corners', async ({ app, page }) => {
      await notched(page, UPRIGHT);
      await app.open('?event=2023-03-10-saudi-iran-beijing');
      expect(await hidden(page, UPRIGHT, '.bar-item > *, .card-foot > *')).toEqual([]);
      await app.button('Close').tap();
      await app.viewButton.tap();
      expect(await hidden(page, UPRIGHT, '.bar-panel .tab')).toEqual([]);
      await app.open('?mode=present&story=two-years&step=2');
      expect(await hidden(page, UPRIGHT, '.present-headline, .present-source, .present-count')).toEqual([]);
    });
  });
});
