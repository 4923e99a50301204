// No event passes: the page says which filters leave nothing, and offers the one to loosen first, in every view.

import { VIEWS } from '../pages/timeline_page.mjs';
import { expect, test } from '../pages/test.mjs';

const why = (page) => page.locator('.empty-why');
const offers = (page) => page.locator('.empty-offers').getByRole('button');
const number = (text) => Number(/\((\d+) events?\)|（(\d+)项）/.exec(text)?.slice(1).find(Boolean));

/** What every offer says, and that it keeps its word. */
async function expectHonest(app, page, query) {
  const names = await offers(page).allTextContents();
  const counts = names.slice(0, -1).map(number);
  expect(counts.length).toBeGreaterThan(0);
  for (const [i, n] of counts.entries()) {
    await app.open(query);
    await offers(page).nth(i).click();
    await expect.poll(() => app.count(), names[i]).toBe(n);
    await expect(why(page)).toHaveCount(0);
  }
  return { names, counts };
}

for (const view of VIEWS) {
  test(`${view}: names what does not go together, and the way back`, async ({ app, page }) => {
    const query = `?view=${view}&region=north-america&kind=document&time=2023`;
    await app.open(query);
    expect(await app.count()).toBe(0);
    await expect(why(page)).toHaveCount(1);
    await expect(why(page)).toHaveText('No event fits North America and Document together.');
    const { names, counts } = await expectHonest(app, page, query);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(names.join()).toMatch(/Remove North America/);
    expect(names.join()).toMatch(/Remove Document/);
    // The days are not to blame.
    expect(names.join()).not.toMatch(/2023/);
    expect(names.at(-1)).toBe('Clear all');
  });

  test(`${view}: days without an event say so`, async ({ app, page }) => {
    const query = `?view=${view}&region=pacific&time=2022-01-05..2022-01-06`;
    await app.open(query);
    expect(await app.count()).toBe(0);
    await expect(why(page)).toHaveCount(1);
    await expect(why(page)).toBeInViewport();
    await expect(why(page)).toHaveText(/^No event fits /);
    await expectHonest(app, page, query);
  });
}

test('choices of one facet are let go of together', async ({ app, page }) => {
  await app.open('?view=table&region=north-america~pacific&kind=treaty&time=2024');
  expect(await app.count()).toBe(0);
  await expect(why(page)).toContainText('North America or Pacific');
});

test('a word that is nearly one of the record is offered', async ({ app, page }) => {
  await app.open('?view=table');
  await app.search.fill('Cubba');
  await expect(why(page)).toHaveText('No event contains “Cubba”.');
  const offer = offers(page).first();
  await expect(offer).toHaveText(/^Search for “Cuba” instead \(\d+ events?\)$/);
  const n = number(await offer.textContent());
  await offer.click();
  await expect(app.search).toHaveValue('Cuba');
  await expect.poll(() => app.count()).toBe(n);
});

test('in Chinese, too', async ({ app, page }) => {
  await app.open('?view=table&lang=zh&q=伊郎');
  await expect(why(page)).toHaveText('没有事件含有“伊郎”。');
  await expect(offers(page).first()).toHaveText(/^改为搜索“伊朗”（\d+项）$/);
  await app.open('?view=charts&lang=zh&region=north-america&kind=document');
  await expect(why(page)).toHaveText('没有事件同时符合北美和文件。');
});

test('what only the background has is a press away', async ({ app, page }) => {
  await app.open('?view=table&q=1963');
  expect(await app.count()).toBe(0);
  await page.getByRole('button', { name: /^Show the earlier background/ }).click();
  await expect.poll(() => app.count()).toBeGreaterThan(0);
  await expect.poll(() => app.parameter('background')).toBe('1');
});

test('a country that no event names has its name from the first, and among the choices', async ({ app, page }) => {
  await app.open('?country=LU');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Luxembourg');
  await page.getByRole('button', { name: /^Country/ }).click();
  await expect(page.getByRole('checkbox', { name: /^Luxembourg/ })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: /^Liechtenstein/ })).toHaveCount(1);
});
