// Every choice says how many events it has; nothing vanishes; "only" and "all" are one click each.

import { expect, test } from '../pages/test.mjs';

const choices = (page) => page.locator('.menu-panel .choice-row');
const countOf = async (row) => Number(await row.locator('.choice-count').textContent());

test('the count beside a choice is what it leaves', async ({ app, page }) => {
  await app.open('?view=table');
  await app.menu('Region').click();
  const row = choices(page).filter({ hasText: 'Africa' });
  const promised = await countOf(row);
  await row.getByRole('checkbox').check();
  await expect.poll(() => app.count()).toBe(promised);
  await expect.poll(() => app.parameter('region')).toBe('africa');

  // A second choice adds its own; the title says what a click leaves.
  const other = choices(page).filter({ hasText: 'Middle East' });
  const left = Number(/\d+/.exec(await other.locator('label').getAttribute('title'))[0]);
  await other.getByText('Middle East').click();
  await expect.poll(() => app.count()).toBe(left);
});

test('"only" leaves one choice, and then says "all"', async ({ app, page }) => {
  await app.open('?view=table&region=africa~europe~middle-east');
  await app.menu('Region').click();
  const all = page.locator('.menu-panel');
  const only = all.getByRole('button', { name: 'Only Middle East' });
  const promised = await countOf(choices(page).filter({ hasText: 'Middle East' }));
  await only.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => app.parameter('region')).toBe('middle-east');
  await expect.poll(() => app.count()).toBe(promised);
  const again = all.getByRole('button', { name: 'All again: Region' });
  await expect(again).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => app.parameter('region')).toBeNull();
});

test('a choice without events stays, with the reason, and leads nowhere', async ({ app, page }) => {
  await app.open('?view=table&kind=treaty');
  await app.menu('Region').click();
  await expect(page.getByText('None under the other filters', { exact: true })).toBeVisible();
  const empty = page.locator('.choice--none').first();
  await expect(empty).toBeVisible();
  const before = page.url();
  await expect(empty.getByRole('checkbox')).toHaveAttribute('aria-disabled', 'true');
  // It says that it is disabled, so only a forced click reaches it.
  await empty.click({ force: true });
  await app.settled();
  await expect(empty.getByRole('checkbox')).not.toBeChecked();
  await expect.poll(() => page.url()).toBe(before);
});

test('a choice that was made stays listed when other filters leave it nothing', async ({ app, page }) => {
  await app.open('?view=table&kind=treaty');
  await app.menu('Region').click();
  const name = await page.locator('.choice--none .choice-name').first().textContent();
  await app.open('?view=table');
  await app.menu('Region').click();
  await choices(page).filter({ hasText: name }).getByRole('checkbox').check();
  await expect.poll(() => app.parameter('region')).not.toBeNull();
  const region = app.parameter('region');
  await app.open(`?view=table&kind=treaty&region=${region}`);
  await app.menu('Region').click();
  const row = choices(page).filter({ hasText: name });
  await expect(row.getByRole('checkbox')).toBeChecked();
  await expect(row.locator('.choice-count')).toHaveText('0');
  await row.getByRole('checkbox').uncheck();
  await expect.poll(() => app.parameter('region')).toBeNull();
});

test('organisations and ways of knowing a date stand behind More', async ({ app, page }) => {
  await app.open('?view=table');
  await app.menu('More').click();
  await page.locator('summary', { hasText: 'Date known' }).click();
  const row = choices(page).filter({ hasText: 'To the day' });
  const promised = await countOf(row);
  await row.getByRole('checkbox').check();
  await expect.poll(() => app.parameter('precision')).toBe('day');
  await expect.poll(() => app.count()).toBe(promised);
  await expect(app.headline).toContainText('To the day');

  await page.locator('summary', { hasText: 'Organisation' }).click();
  // Found by the sound of its Chinese name.
  await page.locator('.menu-fold').filter({ hasText: 'Organisation' }).getByRole('textbox').fill('shanghai');
  await expect(choices(page).filter({ hasText: 'Shanghai Cooperation' })).toBeVisible();
  await expect(choices(page).filter({ hasText: 'League of Arab States' })).toBeHidden();
});

test('the filter row is one line at 1280', async ({ app, page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const lang of ['en', 'zh']) {
    await app.open(`?lang=${lang}`);
    const { height } = await app.boxOf(app.filters);
    expect(height).toBeLessThan(52);
  }
});
