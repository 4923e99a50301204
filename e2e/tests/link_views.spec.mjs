// Timeline, charts and table on one page: what is pointed at in one is seen in the others, and a click filters all.

import { expect, test } from '../pages/test.mjs';

const EVENT = '2023-03-10-saudi-iran-beijing';
const ROOMY = { width: 1920, height: 1080 };

/** What stands out and what recedes, by view. */
const emphasis = (page) =>
  page.evaluate(() => {
    const count = (selector) => document.querySelectorAll(selector).length;
    const of = (name) => [count(`.${name}--highlighted`), count(`.${name}--muted`)];
    return { marks: of('timeline-mark'), rows: of('table-row'), zones: of('figure-zone') };
  });

const row = (page, slug) => page.locator('tr.table-row').filter({ has: page.locator(`[data-event="${slug}"]`) });
const markOf = (page, slug) => page.locator(`.timeline-drawing [data-event="${slug}"]`);
const zoneOf = (page, chart, name) =>
  page.locator(`#chart-${chart}`).getByRole('button', { name, exact: typeof name === 'string' });

test('a roomy window opens the three views together, and an address that names a view wins', async ({ app, page }) => {
  await page.setViewportSize(ROOMY);
  await app.open();
  await expect(app.tab('all')).toHaveAttribute('aria-current', 'page');
  await expect(app.timeline).toBeVisible();
  await expect(app.figures).toHaveCount(6);
  await expect(app.rows).toHaveCount(await app.count());
  await expect.poll(() => new URL(page.url()).search).toBe('');

  await app.show('timeline');
  await expect.poll(() => app.parameter('view')).toBe('timeline');
  await page.reload();
  await app.ready();
  await expect(app.tab('timeline')).toHaveAttribute('aria-current', 'page');
  await app.show('all');
  await expect.poll(() => new URL(page.url()).search).toBe('');
  await page.goBack();
  await expect(app.tab('timeline')).toHaveAttribute('aria-current', 'page');
  await page.goForward();
  await expect(app.tab('all')).toHaveAttribute('aria-current', 'page');
});

test('a smaller window opens the timeline, and offers the three together', async ({ app, page }) => {
  await page.setViewportSize({ width: 1599, height: 1000 });
  await app.open();
  await expect(app.tab('timeline')).toHaveAttribute('aria-current', 'page');
  await app.show('all');
  await expect.poll(() => app.parameter('view')).toBe('all');
  await app.show('timeline');
  await expect.poll(() => new URL(page.url()).search).toBe('');
  // The view is settled when the page opens: a window that grows takes nothing away from under the hands.
  await page.setViewportSize(ROOMY);
  await app.settled();
  await expect(app.tab('timeline')).toHaveAttribute('aria-current', 'page');
});

for (const [width, height] of [[1280, 800], [1920, 1080]]) {
  test(`one window of ${width} × ${height} holds all three`, async ({ app, page }) => {
    await page.setViewportSize({ width, height });
    await app.open('?view=all');
    for (const part of ['.together-timeline', '.together-charts', '.together-table']) {
      const box = await app.boxOf(page.locator(part));
      expect(box.height, part).toBeGreaterThan(200);
      expect(box.y + box.height, part).toBeLessThanOrEqual(height + 1);
    }
    // Axis and overview stay in the timeline's box, the heads in the table's.
    await page.locator('.together-table').evaluate((box) => (box.scrollTop = 900));
    await page.locator('.together-timeline').evaluate((box) => (box.scrollTop = 120));
    const inBox = (inner, outer) =>
      page.evaluate(([i, o]) => {
        const [a, b] = [document.querySelector(i), document.querySelector(o)].map((e) => e.getBoundingClientRect());
        return b.top - 1 <= a.top && a.bottom <= b.bottom + 1;
      }, [inner, outer]);
    await app.settled();
    expect(await inBox('.timeline-axis', '.together-timeline')).toBe(true);
    expect(await inBox('.timeline-foot', '.together-timeline')).toBe(true);
    expect(await inBox('.together-table thead th', '.together-table')).toBe(true);
  });
}

test('below 960 pixels the three stand one under another, and their tab only where it is current', async ({ app, page }) => {
  await page.setViewportSize({ width: 900, height: 800 });
  await app.open('?view=all');
  await expect(app.tab('all')).toBeVisible();
  const tops = [];
  for (const part of ['.together-timeline', '.together-charts', '.together-table']) {
    tops.push((await app.boxOf(page.locator(part))).y);
  }
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  await app.show('table');
  await expect(app.tab('all')).toBeHidden();
});

test('a row pointed at stands out in the timeline and the charts, and the rest recedes', async ({ app, page }) => {
  await page.setViewportSize(ROOMY);
  await app.open();
  const plain = { marks: [0, 0], rows: [0, 0], zones: [0, 0] };
  expect(await emphasis(page)).toEqual(plain);
  await row(page, EVENT).hover();
  await expect(row(page, EVENT)).toHaveClass(/table-row--highlighted/);
  await expect(markOf(page, EVENT).first()).toHaveClass(/timeline-mark--highlighted/);
  await expect(zoneOf(page, 'trend', /^Middle East, first quarter of 2023/)).toHaveClass(/--highlighted/);
  await expect(zoneOf(page, 'kinds', /^Middle East, Mediation/)).toHaveClass(/--highlighted/);
  await expect(zoneOf(page, 'trend', /^Africa, first quarter of 2023/)).toHaveClass(/--muted/);
  const seen = await emphasis(page);
  expect(seen.marks[1]).toBeGreaterThan(50);
  expect(seen.rows).toEqual([1, 0]);
  await app.headline.hover();
  await expect.poll(() => emphasis(page)).toEqual(plain);
});

test('a bar pointed at stands for its events everywhere, clusters that hold any of them included', async ({ app, page }) => {
  await page.setViewportSize(ROOMY);
  await app.open();
  const bar = zoneOf(page, 'trend', /^Africa, third quarter of 2023/);
  const n = Number((await bar.getAttribute('aria-label')).match(/(\d+) events?$/)[1]);
  await bar.hover();
  await expect(page.locator('.table-row--highlighted')).toHaveCount(n);
  const slugs = await page.locator('.table-row--highlighted [data-event]').evaluateAll((all) => all.map((e) => e.dataset.event));
  for (const slug of slugs) expect(slug).toMatch(/^2023/);
  const marks = page.locator('.timeline-mark--highlighted');
  const counts = await marks.evaluateAll((all) => all.map((mark) => Number(mark.dataset.count)));
  expect(counts.length).toBeGreaterThan(0);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(n);
});

test('the focus emphasises as the pointer does', async ({ app, page }) => {
  await page.setViewportSize(ROOMY);
  await app.open();
  await page.locator(`.table-open[data-event="${EVENT}"]`).focus();
  await expect(markOf(page, EVENT).first()).toHaveClass(/timeline-mark--highlighted/);
  await markOf(page, EVENT).first().focus();
  await expect(row(page, EVENT)).toHaveClass(/table-row--highlighted/);
  await expect(page.locator('.table-row--muted').first()).toBeAttached();
  await zoneOf(page, 'heat', /^Middle East, first quarter of 2023/).focus();
  await expect(row(page, EVENT)).toHaveClass(/table-row--highlighted/);
});

test('pointing lays nothing out anew', async ({ app, page }) => {
  await page.setViewportSize(ROOMY);
  await app.open();
  await app.atRest();
  await page.evaluate(() => {
    window.moved = [];
    const watch = new MutationObserver((list) => {
      for (const { type, attributeName, target } of list) {
        if (type === 'childList' || !['class', 'tabindex'].includes(attributeName)) {
          window.moved.push(`${type} ${attributeName} ${target.className?.baseVal ?? target.className}`);
        }
      }
    });
    const all = { subtree: true, childList: true, attributes: true };
    for (const part of ['.timeline-drawing', '.figures', '.table']) watch.observe(document.querySelector(part), all);
  });
  await row(page, EVENT).hover();
  await expect(markOf(page, EVENT).first()).toHaveClass(/timeline-mark--highlighted/);
  await app.settled();
  expect(await page.evaluate(() => window.moved)).toEqual([]);
});

test('what is pointed at comes into sight in the other boxes', async ({ app, page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await app.open('?view=all');
  await zoneOf(page, 'trend', /^Pacific: /).hover();
  await expect(page.locator('.table-row--highlighted').first()).toBeInViewport();
  await expect(page.locator('.timeline-mark--highlighted:not([aria-hidden])').first()).toBeInViewport();
  const scrolled = await page.evaluate(() => scrollY);
  expect(scrolled, 'the page itself stays').toBe(0);
});

const VALUES = {
  trend: [/^Africa, third quarter of 2023/, /^third quarter of 2023/, /^Africa: \d+/],
  cumulative: [/^November 2022/],
  multiples: [/^Europe: \d+/, /^Europe, fourth quarter of 2022/],
  heat: [/^Africa: \d+/, /^fourth quarter of 2022/, /^Africa, Year only/],
  stances: [/^Supports: \d+/],
  kinds: [/^Forum: \d+/, /^Europe: \d+/, /^Europe, Summit/],
};
for (const [chart, names] of Object.entries(VALUES)) {
  test(`a click filters all views, by the pointer and by a key, and is taken back: ${chart}`, async ({ app, page }) => {
    test.slow();
    await page.setViewportSize(ROOMY);
    await app.open();
    const all = await app.count();
    for (const name of names) {
      const zone = zoneOf(page, chart, name).first();
      const expectReconciled = async () => {
        const shown = await app.count();
        await expect(app.rows).toHaveCount(shown);
        await expect(app.timeline).toHaveAccessibleName(`Timeline of ${shown} event${shown === 1 ? '' : 's'}`);
      };
      await zone.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => app.count(), String(name)).toBeLessThan(all);
      // The driver hears of the address when the page is at rest.
      await app.settled();
      const asked = new URL(page.url()).search;
      await expectReconciled();
      // The keys go on in the same chart; what is still there is pressed, and the same key takes the filter back.
      const focused = page.locator(`#chart-${chart} .figure-zone:focus`);
      await expect(focused, String(name)).toHaveCount(1);
      if (/quarter|20\d\d/.test(name.source)) {
        // A quarter has given way to its months.
        await page.keyboard.press('Control+z');
      } else {
        await expect(focused, String(name)).toHaveAttribute('aria-pressed', 'true');
        await page.keyboard.press(' ');
      }
      await expect.poll(() => app.count(), String(name)).toBe(all);
      await zone.click();
      await expect.poll(() => new URL(page.url()).search, String(name)).toBe(asked);
      await expectReconciled();
      await page.keyboard.press('Control+z');
      await expect.poll(() => app.count(), String(name)).toBe(all);
    }
  });
}

test('a brush in the overview filters charts and table too', async ({ app, page }) => {
  await page.setViewportSize(ROOMY);
  await app.open();
  const all = await app.count();
  const box = await app.overview.boundingBox();
  const y = box.y + 12;
  await app.drag({ x: box.x + box.width * 0.6, y }, { x: box.x + box.width * 0.8, y });
  await expect.poll(() => app.count()).toBeLessThan(all);
  await expect(app.rows).toHaveCount(await app.count());
  await expect(page.locator('#chart-heat .figure-rule')).toHaveText(/counts once in each of its regions/);
});
