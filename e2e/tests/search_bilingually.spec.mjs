// A word is found in either language, by its sound, in either script; a date narrows by date; what was found is marked.

import { expect, test } from '../pages/test.mjs';

const SAUDI_IRAN = /Saudi–Iran talks/;

/** Types into the search field and waits until the page has answered. */
async function type(app, text) {
  await app.search.fill(text);
  await expect.poll(() => app.parameter('q')).toBe(text);
  await app.settled();
}

test('pinyin, first letters and traditional characters find the same event', async ({ app }) => {
  await app.open('?view=table');
  const all = await app.count();
  for (const text of ['shate', 'sha te', 'shā tè', 'yilang', '沙特', '沙烏地', 'Saudi', 'SAUDI']) {
    await type(app, text);
    expect(await app.count()).toBeLessThan(all);
    await expect(app.rows.filter({ hasText: SAUDI_IRAN }).first()).toBeVisible();
  }
});

test('a table says where a word was found if the title does not', async ({ app }) => {
  await app.open('?view=table&q=shate');
  const row = app.rows.filter({ hasText: 'Saudi' }).first();
  await expect(row.locator('.found mark').first()).toHaveText('沙特');
  await expect(row.locator('.found [lang]').first()).toHaveAttribute('lang', 'zh-Hans');
  await app.open('?view=table&q=saudi');
  const named = app.rows.filter({ hasText: /Saudi/ }).first();
  await expect(named.locator('mark').first()).toHaveText('Saudi');
});

test('in Chinese the characters are marked whose sounds were typed', async ({ app }) => {
  await app.open('?view=table&lang=zh&q=yilang');
  await expect(app.rows.getByRole('button').locator('mark').first()).toHaveText('伊朗');
  await app.open('?view=table&lang=zh&q=聯合聲明');
  await expect(app.rows.getByRole('button').locator('mark').first()).toHaveText('联合声明');
});

test('labels have a ground behind what was found, under the very letters', async ({ app, page }) => {
  for (const [query, word] of [['?q=saudi&lang=en', 'Saudi'], ['?q=shate&lang=zh', '沙特']]) {
    await app.open(query);
    const found = app.drawing.locator('text', { hasText: new RegExp(`^${word}$`) }).first();
    await expect(found).toBeAttached();
    const [text, ground] = await found.evaluate((element) => {
      const rects = [...element.parentElement.querySelectorAll('rect')];
      const box = (e) => (({ x, y, width, height }) => ({ x, y, width, height }))(e.getBBox());
      return [box(element), ...rects.map(box).filter((b) => Math.abs(b.x + 1 - box(element).x) < 2)];
    });
    expect(Math.abs(ground.width - 2 - text.width)).toBeLessThan(Math.max(3, text.width * 0.1));
    expect(ground.y).toBeLessThan(text.y + text.height / 3);
    expect(ground.y + ground.height).toBeGreaterThan(text.y + text.height * 0.7);
  }
  expect(await page.locator('.timeline-drawing rect[fill*="mark-match"]').count()).toBeGreaterThan(0);
});

test('the card marks title and summary as the text changes', async ({ app }) => {
  await app.open('?event=2023-03-10-saudi-iran-beijing&q=saudi');
  await expect(app.card.getByRole('heading', { level: 2 }).locator('mark')).toHaveText('Saudi');
  await type(app, 'yilang');
  await expect(app.card.getByRole('heading', { level: 2 }).locator('mark')).toHaveCount(0);
  await expect(app.card.locator('[lang=zh-Hans] mark').first()).toHaveText(/伊朗|伊/);
});

test('a date in the text narrows by date, says so, and can be taken as words', async ({ app, page }) => {
  await app.open('?view=table');
  const counts = [];
  for (const text of ['March 2023', 'mar 2023', '2023-03', '2023年3月', '二〇二三年三月']) {
    await type(app, text);
    await expect(page.getByRole('main').getByText('March 2023 was read as a date.')).toBeVisible();
    counts.push(await app.count());
  }
  expect(new Set(counts).size).toBe(1);
  await app.open('?view=table&time=2023-03');
  expect(await app.count()).toBe(counts[0]);

  await app.open('?view=table');
  await type(app, 'saudi March 2023');
  await expect(app.rows.filter({ hasText: SAUDI_IRAN }).first()).toBeVisible();
  expect(await app.count()).toBeLessThan(counts[0]);
  await type(app, '2023');
  const year = await app.count();
  await page.getByRole('button', { name: 'Search it as words' }).click();
  await expect(app.search).toHaveValue('"2023"');
  await expect(page.getByRole('main').getByText('was read as a date')).toHaveCount(0);
  await expect.poll(() => app.count()).toBeLessThan(year);
});

test('in Chinese the page says in Chinese how it read a date', async ({ app, page }) => {
  await app.open('?view=table&lang=zh&q=Q1+2023');
  await expect(page.getByText('“2023年1月至3月”按日期理解。')).toBeVisible();
});
