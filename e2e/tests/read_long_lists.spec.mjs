// Five thousand events: the table and the outline hold the rows in sight, and behave as if all of them stood there.

import { serveMany } from '../pages/many_events.mjs';
import { expect, test } from '../pages/test.mjs';
import { wholeOf } from '../pages/timeline_page.mjs';

const MANY = 'many.json';
const N = 5000;

// One at a time: a page of 5,000 events takes the machine for itself.
test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.use({ viewport: { width: 1280, height: 800 } });

const open = async (app, page, query) => {
  await serveMany(page, MANY, N);
  await app.open(`?data=${MANY}&${query}`);
};

const outline = (page) => page.getByRole('region', { name: /^Outline of/ });
const focused = (page) => page.evaluate(() => document.activeElement.dataset.event);
/** Whether what has the focus is wholly on the screen and under nothing. */
const isSeen = (page) => page.evaluate(() => {
  const { left, top, right, bottom } = document.activeElement.getBoundingClientRect();
  return [top + 2, bottom - 2].every((y) => document.activeElement.contains(document.elementFromPoint((left + Math.min(right, left + 40)) / 2, y)));
});

/** Goes down the whole list and gathers what stands there, by what `read` tells of an element. */
async function allOf(page, selector, step = 600) {
  return page.evaluate(async ([selector, step]) => {
    const seen = new Map();
    const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    scrollTo(0, 0);
    for (let least = -1; scrollY > least;) {
      least = scrollY;
      await frame();
      for (const row of document.querySelectorAll(selector)) seen.set(row.dataset.event, row.closest('tr')?.ariaRowIndex);
      scrollBy(0, step);
    }
    return [...seen];
  }, [selector, step]);
}

test('the page holds few of them, and the table says how many there are', async ({ app, page }) => {
  await open(app, page, 'view=table');
  expect(await app.count()).toBe(N);
  await expect(app.table).toHaveAccessibleName(`${N} events, as shown`);
  expect(await app.rows.count()).toBeLessThan(100);
  // Heads of the columns, headings and events.
  const lines = Number(await app.table.getAttribute('aria-rowcount'));
  expect(lines).toBeGreaterThan(N + 1);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(N * 30);
});

test('scrolling through comes past every event once, numbered in order', async ({ app, page }) => {
  await open(app, page, 'view=table&region=africa~europe');
  const shown = await app.count();
  expect(shown).toBeGreaterThan(500);
  const rows = await allOf(page, 'tr.table-row [data-event]');
  expect(rows).toHaveLength(shown);
  const numbers = rows.map(([, number]) => Number(number)).sort((a, b) => a - b);
  expect(new Set(numbers).size).toBe(shown);
  expect(numbers[0]).toBe(3);
  expect(numbers.at(-1)).toBe(Number(await app.table.getAttribute('aria-rowcount')));
  const headings = Number(await app.table.getAttribute('aria-rowcount')) - shown - 1;
  expect(headings).toBeGreaterThan(20);
});

test('what one reads stays where it is while rows above it come and go', async ({ app, page }) => {
  await open(app, page, 'view=table');
  await page.evaluate(() => scrollTo(0, 60_000));
  await app.atRest();
  for (let i = 0; i < 12; i += 1) {
    const [slug, top] = await page.evaluate(() => {
      const row = [...document.querySelectorAll('tr.table-row')].find((row) => row.getBoundingClientRect().top > 300);
      return [row.querySelector('[data-event]').dataset.event, row.getBoundingClientRect().top];
    });
    await page.evaluate(() => scrollBy(0, -170));
    await app.settled();
    const now = await page.locator(`tr.table-row [data-event="${slug}"]`).evaluate((e) => e.closest('tr').getBoundingClientRect().top);
    expect(Math.abs(now - top - 170)).toBeLessThan(2);
  }
});

for (const view of ['table', 'outline']) {
  test(`arrows, Home, End and Page keys reach events that are not drawn: ${view}`, async ({ app, page }) => {
    await open(app, page, `view=${view}`);
    const list = view === 'table' ? app.table : outline(page);
    const stop = list.locator('[data-event][tabindex="0"]');
    await expect(stop).toHaveCount(1);
    const first = await stop.getAttribute('data-event');
    await stop.focus();
    await page.keyboard.press('End');
    await expect.poll(() => focused(page)).not.toBe(first);
    await expect.poll(() => isSeen(page)).toBe(true);
    const last = await focused(page);
    await page.keyboard.press('ArrowDown');
    await app.settled();
    expect(await focused(page)).toBe(last);
    await page.keyboard.press('PageUp');
    await expect.poll(() => focused(page)).not.toBe(last);
    await expect.poll(() => isSeen(page)).toBe(true);
    await page.keyboard.press('PageDown');
    await expect.poll(() => focused(page)).toBe(last);
    // Faster than frames: no step is lost.
    for (let i = 0; i < 60; i += 1) await page.keyboard.press('ArrowUp');
    const there = await focused(page);
    for (let i = 0; i < 60; i += 1) await page.keyboard.press('ArrowDown');
    expect(there).not.toBe(last);
    await expect.poll(() => focused(page)).toBe(last);
    // Scrolled away, the focus is not lost.
    await page.evaluate(() => scrollTo(0, 0));
    await app.settled();
    expect(await focused(page)).toBe(last);
    await page.keyboard.press('Home');
    await expect.poll(() => focused(page)).toBe(first);
    await expect.poll(() => isSeen(page)).toBe(true);
    await page.keyboard.press('Enter');
    await expect(app.card).toBeVisible();
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe(first);
  });
}

test('the opened event is in sight, wherever it stands in the list', async ({ app, page }) => {
  await open(app, page, 'view=outline');
  await outline(page).locator('[data-event]').first().focus();
  await page.keyboard.press('End');
  await expect(outline(page).locator('[data-event]').last()).toBeFocused();
  const slug = await focused(page);
  await open(app, page, `view=table&event=${slug}`);
  const opener = app.table.locator(`[data-event="${slug}"]`);
  await expect(opener).toBeInViewport();
  for (let i = 0; i < 3; i += 1) await app.button('Previous event').click();
  await expect(app.table.locator('.table-row--selected')).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(app.card).toHaveCount(0);
});

test('pointing in the timeline scrolls the table beside it to a row that was not drawn', async ({ app, page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await open(app, page, 'view=all');
  const mark = page.locator('.timeline-drawing [data-event]').last();
  await app.hoverMark(mark);
  // A mark stands for several events here: one of them is enough.
  const inSight = () => page.locator('.together-table').evaluate((box) => {
    const { top, bottom } = box.getBoundingClientRect();
    const isIn = (row) => row.getBoundingClientRect().top > top && row.getBoundingClientRect().bottom < bottom;
    return [...box.querySelectorAll('.table-row--highlighted')].some(isIn);
  });
  await expect.poll(inSight).toBe(true);
  const entry = app.entries.last();
  await entry.click();
  await expect(app.card).toBeVisible();
  await expect(app.table.locator('.table-row--selected')).toBeInViewport();
});

test('another filter or order goes on from the start of a consistent list', async ({ app, page }) => {
  await open(app, page, 'view=table');
  await page.evaluate(() => scrollTo(0, 90_000));
  await app.atRest();
  await app.search.fill('partners');
  await expect(app.headline).toContainText('“partners”');
  const shown = await app.count();
  expect(shown).toBeLessThan(N);
  await expect(app.table).toHaveAccessibleName(`${shown} events, as shown`);
  expect(await allOf(page, 'tr.table-row [data-event]')).toHaveLength(shown);
  await page.getByRole('columnheader', { name: 'Event' }).getByRole('button').click();
  // By title there are no headings.
  await expect(app.table).toHaveAttribute('aria-rowcount', `${shown + 1}`);
  // What the rows say of the search is said of the present one.
  await page.evaluate(() => scrollTo(0, 0));
  await expect(app.rows.getByRole('button').locator('mark').first()).toHaveText('partners');
});

test('printing prints all of it, not the rows in sight', async ({ app, page }) => {
  await open(app, page, 'view=table&region=africa~europe');
  const shown = await app.count();
  expect(shown).toBeGreaterThan(500);
  await wholeOf(page);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.print-events > li')).toHaveCount(shown);
});
