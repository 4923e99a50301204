// A whole session asks nobody else for anything, keeps nothing, and leaves the console clean.

import { expect, test } from '../pages/test.mjs';

test('a whole session', async ({ app, page, faults, context, baseURL }) => {
  const requests = [];
  context.on('request', (request) => requests.push(request.url()));
  await app.open();
  await app.lane('Middle East').click();
  await app.menu('Time').click();
  await page.getByRole('radio', { name: /^2023/ }).click();
  await page.keyboard.press('Escape');
  await app.search.fill('china');
  await expect.poll(() => app.parameter('q')).toBe('china');
  await app.clickMark(app.drawing.locator('[data-count="1"]').first());
  await expect(app.card).toBeVisible();
  await app.button('Next event').click();
  await app.languageSwitch.click();
  await app.schemeSwitch.click();
  await app.show('charts');
  for (const figure of await app.figures.all()) await figure.getByRole('button', { name: /^数据/ }).click();
  await app.show('table');
  await app.table.getByRole('columnheader').nth(1).getByRole('button').click();
  await page.goBack();
  await page.goForward();
  await app.show('timeline');
  await app.wheel(await app.emptyPlace(), { dy: -200, key: 'Control' });
  await app.settled();

  const { origin } = new URL(baseURL);
  expect(requests.filter((url) => new URL(url).origin !== origin && !url.startsWith('data:'))).toEqual([]);
  expect(faults.errors).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => navigator.serviceWorker?.controller ?? null)).toBeNull();
});

test('links elsewhere keep the page to themselves', async ({ app, page }) => {
  await app.open('?view=table');
  const data = await page.evaluate(async () => (await fetch('events.json')).json());
  const event = data.events.find(({ links }) => links.length > 0);
  expect(event, 'an event with a link').toBeTruthy();
  await app.open(`?event=${event.id}`);
  const link = app.card.locator('a[href^="http"]').first();
  await expect(link).toHaveAttribute('rel', /noopener/);
  await expect(link).toHaveAttribute('href', event.links[0]);
});

test('the dataset can be had as a file', async ({ app, page }) => {
  await app.open();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^Download the dataset/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('events.json');
});
