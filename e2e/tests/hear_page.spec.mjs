// What a screen reader is told: each step says what changed and what it left, in one line, and no more.

import { expect, test } from '../pages/test.mjs';

test('nothing is said on arrival', async ({ app, page }) => {
  await app.open('?region=africa');
  await expect(page.locator('[aria-live]:visible, [role=status]:visible')).toHaveCount(1);
  await expect(app.live).toHaveText('');
});

test('a filter says how many events it leaves', async ({ app }) => {
  await app.open();
  const all = await app.count();
  await app.lane('Africa').click();
  await expect(app.headline).toContainText('Africa');
  await expect(app.live).toHaveText(`${await app.count()} of ${all} events`);
  await app.search.fill('nothingcontainsthis');
  await expect(app.live).toHaveText('No event passes all of these filters');
});

test('the same words twice are said twice', async ({ app }) => {
  await app.open('?lang=zh');
  const all = await app.count();
  await app.search.fill('nothingcontainsthis');
  const none = '没有事件同时符合这些筛选';
  await expect(app.live).toHaveText(none);
  const first = await app.live.evaluate((region) => region.textContent);
  await app.search.fill('nothingcontainsthiseither');
  await expect.poll(() => app.live.evaluate((region) => region.textContent)).not.toBe(first);
  await expect(app.live).toHaveText(none);
  await app.search.fill('');
  await expect(app.live).toHaveText(`${all} / ${all} 项事件`);
});

test('zooming and moving say the period in words, once the hand rests', async ({ app, page }) => {
  await app.open('?time=2023');
  await app.drawing.locator('[tabindex="0"]').focus();
  await page.keyboard.press('PageDown');
  await expect(app.live).toHaveText(/^Period: .*2024.*, \d+ of \d+ events$/);
  await page.keyboard.press('0');
  await expect(app.live).toHaveText(/^Period: .*2022.*, (\d+) of \1 events$/);
  // A gesture says nothing until it ends.
  const before = await app.live.textContent();
  const { x, y } = await app.emptyPlace();
  await page.keyboard.press('+');
  await expect(app.live).not.toHaveText(before);
  const zoomed = await app.live.textContent();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 150, y, { steps: 5 });
  await app.settled();
  await expect(app.live).toHaveText(zoomed);
  await page.mouse.up();
  await expect(app.live).not.toHaveText(zoomed);
});

test('another view, other lanes and another order are named', async ({ app, page }) => {
  await app.open();
  const all = await app.count();
  await page.getByRole('combobox', { name: 'Lanes' }).selectOption('kind');
  await expect(app.live).toHaveText('Lanes: Kind');
  await app.show('table');
  await expect(app.live).toHaveText(`Table, ${all} of ${all} events`);
  await page.getByRole('columnheader', { name: 'Event' }).getByRole('button').click();
  await expect(app.live).toHaveText('Sorted by Event');
  await page.getByRole('columnheader', { name: 'Event' }).getByRole('button').click();
  await expect(app.live).toHaveText('Sorted by Event, reversed');
});

test('an opened event is named, and each one that is stepped to', async ({ app, page }) => {
  await app.open();
  await app.mark('First China–Arab States summit').first().focus();
  await page.keyboard.press('Enter');
  await expect(app.live).toHaveText('Opened: First China–Arab States summit');
  await app.button('Next event').click();
  await expect(app.live).toHaveText(`Opened: ${await app.card.getByRole('heading', { level: 2 }).textContent()}`);
});

test('another language keeps the region and speaks it', async ({ app, page }) => {
  await app.open();
  const region = await app.live.elementHandle();
  await app.languageSwitch.click();
  await expect(app.languageSwitch).toHaveText('English');
  expect(await region.evaluate((element) => element.isConnected)).toBe(true);
  await expect(app.live).toHaveText('');
  await app.lane('非洲').click();
  await expect(app.live).toHaveText(/^\d+ \/ \d+ 项事件$/);
  await page.goBack();
  await expect(app.live).toHaveText(/^(\d+) \/ \1 项事件$/);
});
