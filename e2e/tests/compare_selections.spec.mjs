// One selection is pinned and seen beside another: on one scale, with what differs in words, in every view.

import { expect, test } from '../pages/test.mjs';

const YEARS = '?region=africa&time=2023&pin.region=africa&pin.time=2022';

const strip = (page) => page.getByRole('region', { name: /^(Compare|对比)$/ });
const pinnedLanes = (page) => page.getByRole('group', { name: /^A: / });

async function count(text) {
  return Number.parseInt(text.replace(/^A\s*(Pinned|已固定)\s*/, ''), 10);
}

test('a selection is pinned, then another is asked for', async ({ app, page }) => {
  await app.open('?region=africa&time=2022');
  const n = await app.count();
  await app.menu('Compare').click();
  await page.getByRole('button', { name: `Pin this selection (${n} events)` }).click();
  await expect(strip(page)).toContainText('Both hold the same events.');
  await expect.poll(() => app.parameter('pin.region')).toBe('africa');
  await expect.poll(() => app.parameter('pin.time')).toBe('2022');
  await app.menu('Time').click();
  await page.getByRole('radio', { name: /^2023/ }).click();
  await page.keyboard.press('Escape');
  await expect(app.headline).toContainText('2023');
  const m = await app.count();
  await expect(strip(page)).toContainText(`B (Africa, 2023) has ${m - n} more events than A (Africa, 2022): ${m} and ${n}.`);
  // The pinned selection is as it was, also in a link.
  await page.reload();
  await app.ready();
  await expect(strip(page)).toContainText(`Pinned ${n} of`);
  expect(await app.count()).toBe(m);
});

test('swapping and unpinning are steps that can be gone back from', async ({ app, page }) => {
  await app.open(YEARS);
  await app.button('Swap').click();
  await expect(app.headline).toContainText('2022');
  await expect.poll(() => app.parameter('pin.time')).toBe('2023');
  await app.button('Unpin').click();
  await expect(strip(page)).toHaveCount(0);
  await expect(app.menu('Compare')).toBeFocused();
  await expect.poll(() => app.parameter('pin.time')).toBeNull();
  await page.goBack();
  await expect(strip(page)).toBeVisible();
  await page.goBack();
  await expect(app.headline).toContainText('2023');
  await expect.poll(() => app.parameter('pin.time')).toBe('2022');
});

test('everything can be pinned', async ({ app, page }) => {
  await app.open();
  const all = await app.count();
  await app.menu('Compare').click();
  await page.getByRole('button', { name: /^Pin this selection/ }).click();
  await expect.poll(() => app.parameter('pin')).toBe('all');
  await app.lane('Africa').click();
  await expect(strip(page)).toContainText('All of B is in A.');
  await expect(strip(page)).toContainText(`Pinned ${all} of`);
});

test('a ready comparison is one choice', async ({ app, page }) => {
  await app.open('?region=africa&time=2023');
  await app.menu('Compare').click();
  await page.getByRole('button', { name: '2023 against 2022' }).click();
  await expect(strip(page)).toContainText('than A (Africa, 2022)');
  await expect.poll(() => app.parameter('pin.time')).toBe('2022');
  await app.menu('Compare').click();
  await page.getByRole('button', { name: 'Africa against all' }).click();
  await expect(strip(page)).toContainText('All of B is in A.');
});

test.describe('the timeline', () => {
  test('shows the pinned lanes at the same days per pixel, January under January', async ({ app, page }) => {
    await app.open(YEARS);
    await expect(pinnedLanes(page)).toHaveAccessibleName('A: Africa, 2022');
    const [present, pinned] = await page.evaluate(() => {
      // The present axis reaches beyond the window on either side, to be panned to.
      const of = (selector) =>
        [...document.querySelectorAll(selector)]
          .map((t) => [t.textContent, t.getBoundingClientRect().left])
          .filter(([, left]) => left > 0 && left < innerWidth - 24);
      return [of('.timeline-axis text'), of('.compare-stage text')].map((all) => Object.fromEntries(all));
    });
    for (const [b, a] of [['Feb', 'Feb'], ['Jun', 'Jun'], ['Nov', 'Nov'], ['2023', '2022']]) {
      expect(Math.abs(present[b] - pinned[a]), `${b}: ${pinned[a]} under ${present[b]}`).toBeLessThan(2);
    }
  });

  test('draws one period under the same days', async ({ app, page }) => {
    await app.open('?region=africa&time=2023&pin.region=middle-east&pin.time=2023');
    await expect(page.getByText('Drawn under the same days.')).toBeVisible();
    const marks = pinnedLanes(page).getByRole('button');
    const counts = await marks.evaluateAll((all) => all.map((mark) => Number(mark.dataset.count)));
    const pinned = await strip(page).locator('b').textContent();
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(Number(pinned));
  });

  test('a pinned mark opens its card, and the present days stay', async ({ app, page }) => {
    await app.open(YEARS);
    const period = await app.period();
    const mark = pinnedLanes(page).getByRole('button', { name: /^First seminar on Gulf of Guinea security, / });
    await mark.click();
    await expect(app.card).toHaveAccessibleName('First seminar on Gulf of Guinea security');
    expect(await app.period()).toEqual(period);
    await page.keyboard.press('Escape');
    await expect(app.card).toHaveCount(0);
    await expect(mark).toBeFocused();
  });

  test('goes by keyboard from mark to mark', async ({ app, page }) => {
    await app.open(YEARS);
    const marks = pinnedLanes(page).getByRole('button');
    await expect(marks.and(page.locator('[tabindex="0"]'))).toHaveCount(1);
    await marks.first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(marks.nth(1)).toBeFocused();
    await page.keyboard.press('End');
    await expect(marks.last()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(app.card).toBeVisible();
  });

  test('a cluster of pinned events lists them', async ({ app, page }) => {
    await app.open('?region=africa&time=2023&pin.time=2023');
    const cluster = pinnedLanes(page).getByRole('button', { name: /^\d+ events, / }).first();
    const n = Number(await cluster.getAttribute('data-count'));
    await cluster.focus();
    await page.keyboard.press('Enter');
    await expect(cluster).toHaveAttribute('aria-expanded', 'true');
    const entries = page.locator('.compare-stage .tooltip-event');
    await expect(entries).toHaveCount(n);
    const title = await entries.first().locator('span').last().textContent();
    await entries.first().click();
    await expect(app.card).toHaveAccessibleName(title);
  });
});

test('charts draw both on one scale and say which is which', async ({ app, page }) => {
  await app.open('?view=charts&time=2023&pin.time=2022');
  const trend = app.figures.first();
  const axis = (svg) =>
    svg.locator('text[text-anchor=end]').evaluateAll((all) =>
      all.filter((t) => Number(t.getAttribute('x')) < 28).map((t) => [t.textContent, t.getAttribute('y')]),
    );
  const [a, b] = [trend.getByRole('group', { name: /^A: / }).first(), trend.locator(':scope > .figure-drawing .figure-svg')];
  await expect.poll(async () => (await axis(a)).length).toBeGreaterThan(2);
  expect(await axis(a)).toEqual(await axis(b));
  await expect(trend.locator('.compare-name')).toHaveText(['A2022', 'B2023']);
  await trend.getByText('A: Data').click();
  await expect(trend.getByRole('columnheader', { name: 'Q4 2022' })).toBeVisible();
});

test('a value of the pinned chart is asked of the present selection, by pointer and by key', async ({ app, page }) => {
  await app.open('?view=charts&chart=kinds&time=2023&pin.time=2022');
  const kinds = page.locator('#chart-kinds');
  const pinned = kinds.locator('.compare-chart .figure-svg');
  const zones = pinned.getByRole('button');
  const zone = zones.first();
  await zone.click();
  await expect.poll(() => app.parameter('kind') ?? app.parameter('region')).not.toBeNull();
  const asked = app.page.url();
  await expect.poll(() => app.parameter('pin.time'), 'what is pinned stays').toBe('2022');
  await expect(zone).toHaveAttribute('aria-pressed', 'true');
  await zone.click();
  await expect.poll(() => app.parameter('kind') ?? app.parameter('region')).toBeNull();
  await expect(zone).toHaveAttribute('aria-pressed', 'false');
  // One tab stop, arrows inside, Enter asks.
  await expect(pinned.locator('[tabindex="0"]')).toHaveCount(1);
  await zone.focus();
  await page.keyboard.press('ArrowRight');
  await expect(zones.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(zone).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toBe(asked);
});

test('the table says which selection a row belongs to, and the counts reconcile', async ({ app, page }) => {
  await app.open('?view=table&region=africa&time=2023&pin.region=middle-east&pin.time=2023');
  const b = await app.count();
  const a = await count(await strip(page).locator('p').first().innerText());
  const sides = await app.rows.locator('.table-side .visually-hidden').allTextContents();
  const n = (side) => sides.filter((text) => text === side).length;
  expect(n('A only') + n('A and B')).toBe(a);
  expect(n('B only') + n('A and B')).toBe(b);
  expect(n('A and B')).toBeGreaterThan(0);
  await expect(
    page.getByText(
      `${a} in A, ${b} in B: ${n('A only')} in A only, ${n('B only')} in B only, ${n('A and B')} in both, ${sides.length} events in all.`,
    ),
  ).toBeVisible();
  await app.button('Unpin').click();
  await expect(app.rows).toHaveCount(b);
  await expect(page.locator('.table-side')).toHaveCount(0);
});

test('speaks Chinese too', async ({ app, page }) => {
  await app.open(`${YEARS}&lang=zh`);
  await expect(strip(page)).toContainText('B（非洲，2023年）有');
  await expect(pinnedLanes(page)).toHaveAccessibleName('A: 非洲，2022年');
});
