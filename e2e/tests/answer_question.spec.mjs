// A question is three actions away from its answer, and an event two clicks from its source.

import { expect, test } from '../pages/test.mjs';

test('what happened in the Middle East in 2023 takes three actions', async ({ app, page }) => {
  await app.open();
  await app.lane('Middle East').click();
  await app.menu('Time').click();
  await page.getByRole('radio', { name: /^2023/ }).click();

  await expect(app.headline).toHaveText(/^\d+ of \d+ events\s· Middle East\s· 2023$/);
  const shown = await app.count();
  expect(shown).toBeGreaterThan(0);
  await app.show('table');
  await expect(app.rows).toHaveCount(shown);
  for (const row of await app.rows.all()) {
    // What began earlier and goes on is of that year, too.
    await expect(row.getByRole('cell').first()).toHaveText(/2023|^from \d{4}$|^about \d{4}/);
    await expect(row).toContainText('Middle East');
  }
});

test('the same question in the filter bar has the same answer', async ({ app, page }) => {
  await app.open('?region=middle-east&time=2023');
  const asked = await app.headline.textContent();
  await app.open();
  await app.menu('Region').click();
  await page.getByRole('checkbox', { name: /Middle East/ }).click();
  await app.menu('Time').click();
  await page.getByRole('radio', { name: /^2023/ }).click();
  await expect(app.headline).toHaveText(asked);
});

test('an event leads to its source in two clicks', async ({ app, page }) => {
  await app.open();
  await app.clickMark(app.mark('First China–Arab States summit').first());
  await expect(app.card.getByRole('heading', { level: 2 })).toHaveText('First China–Arab States summit');

  const link = app.card.getByRole('link', { name: /^Report § / });
  const [, section, number] = /§ ([\d.]+), p\. (\d+)/.exec(await link.textContent());
  await link.click();

  const contents = page.getByRole('contentinfo').getByRole('table').first();
  const row = contents.getByRole('row', { name: new RegExp(`^${section.replaceAll('.', '\\.')} .* ${number}$`) });
  await expect(row).toBeVisible();
  await expect(row).toBeInViewport();
  const ground = (locator) => locator.getByRole('cell').first().evaluate((e) => getComputedStyle(e).backgroundColor);
  const other = contents.getByRole('row').nth(1);
  expect(await row.innerText()).not.toBe(await other.innerText());
  await expect.poll(() => ground(row)).not.toBe(await ground(other));
  await expect(app.card).toBeVisible();
});

test('the report’s row is reached again after looking elsewhere', async ({ app, page }) => {
  await app.open('?event=2023-03-10-saudi-iran-beijing');
  const link = app.card.getByRole('link', { name: /^Report § / });
  const number = /§ ([\d.]+)/.exec(await link.textContent())[1];
  const row = page.locator(`[id="section-${number}"]`);
  await link.click();
  await expect(row).toBeInViewport();
  await page.keyboard.press('Control+Home');
  await expect(row).not.toBeInViewport();
  await link.click();
  await expect(row).toBeInViewport();
});

test('the contents and the figures unfold where nothing is fetched that nobody asked for', async ({ app, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { configurable: true, get: () => ({ saveData: true }) });
  });
  await app.open();
  for (const [name, row] of [['Contents of the report', /^1 Preface 2$/], ['Figures the report gives', /^76 countries and regions/]]) {
    await page.getByRole('contentinfo').getByText(name, { exact: true }).click();
    await expect(page.getByRole('contentinfo').getByRole('row', { name: row })).toBeVisible();
  }
});
