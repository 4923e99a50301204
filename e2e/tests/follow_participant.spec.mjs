// One country or organisation is followed: everything it takes part in, in words, on the timeline and as a list.

import { expect, test } from '../pages/test.mjs';

const account = (page, name) => page.getByRole('region', { name: `${name} in the record` });
const list = (page) => page.getByRole('region', { name: 'In order of date' });

test('a name on the card leads to everything on it', async ({ app, page }) => {
  await app.open('?region=middle-east&time=2023&event=2023-03-10-saudi-iran-beijing');
  const link = app.card.getByRole('link', { name: 'Saudi Arabia' });
  expect(await link.getAttribute('href')).toContain('who=SA');
  await link.click();
  await expect(app.headline).toContainText('Saudi Arabia');
  await expect.poll(() => new URL(page.url()).search).toBe('?who=SA');
  await expect(app.card).toHaveCount(0);
  const said = account(page, 'Saudi Arabia');
  await expect(said.getByRole('heading', { name: /^Saudi Arabia 沙特阿拉伯$/ })).toBeVisible();
  await expect(said).toContainText('Country · Middle East');
  await app.settled();
  const n = await app.count();
  await expect(said).toContainText(`Named in ${n} events between December 2022 and December 2023:`);
  await expect(list(page).getByRole('listitem')).toHaveCount(n);
  await page.goBack();
  await expect(app.card).toBeVisible();
  await expect.poll(() => app.parameter('region')).toBe('middle-east');
});

test('a country of the menu can be followed', async ({ app, page }) => {
  await app.open();
  await app.menu('Country').click();
  await page.getByRole('link', { name: 'Everything on Russia' }).click();
  await expect.poll(() => app.parameter('who')).toBe('RU');
  await expect(account(page, 'Russia')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Everything on Russia' })).toHaveCount(0);
});

test('an organisation has a page of its own', async ({ app, page }) => {
  await app.open('?who=brics');
  const n = await app.count();
  await expect(account(page, 'BRICS')).toContainText('Organisation');
  await expect(account(page, 'BRICS')).toContainText(`Named in ${n} events`);
});

test('it combines with other filters, and its words count what is shown', async ({ app, page }) => {
  await app.open('?who=RU&kind=summit');
  const n = await app.count();
  await expect(account(page, 'Russia')).toContainText(`Named in ${n} events`);
  await page.getByRole('button', { name: /^Show all \d+$/ }).click();
  await expect.poll(() => app.count()).toBeGreaterThan(n);
  await expect.poll(() => app.parameter('kind')).toBeNull();
  await expect(page.getByRole('button', { name: /^Show all \d+$/ })).toHaveCount(0);
  const all = await page.evaluate(async () => {
    const { events } = await (await fetch('events.json')).json();
    return events.filter((event) => event.countries.includes('RU')).length;
  });
  await expect.poll(() => app.count()).toBe(all);
});

test('there is a way out', async ({ app, page }) => {
  await app.open();
  const all = await app.count();
  await app.open('?who=RU&time=2023');
  await app.button('All events').click();
  await expect.poll(() => app.count()).toBe(all);
  await expect(account(page, 'Russia')).toHaveCount(0);
  await page.goBack();
  await page.getByRole('button', { name: 'Remove the filter Russia' }).click();
  await expect.poll(() => app.parameter('who')).toBeNull();
  await expect.poll(() => app.parameter('time')).toBe('2023');
});

test('the list opens the card, and a long one goes on in the table', async ({ app, page }) => {
  await app.open('?who=CN');
  const all = await app.count();
  const entries = list(page).getByRole('listitem');
  await expect(entries).toHaveCount(12);
  const entry = entries.nth(3).getByRole('button');
  await entry.click();
  await expect(app.card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(entry).toBeFocused();
  await app.button(`All ${all} in the table`).click();
  await expect(app.rows).toHaveCount(all);
  await expect(list(page)).toHaveCount(0);
});

test('speaks Chinese too', async ({ app, page }) => {
  await app.open('?who=SA&lang=zh');
  const said = page.getByRole('region', { name: '记录中的沙特阿拉伯' });
  await expect(said).toContainText('2022年12月至2023年12月，共有3项事件提及');
  await expect(said.getByRole('heading', { name: /Saudi Arabia/ }).locator('[lang=en]')).toHaveText('Saudi Arabia');
});

test('who is unknown is named and left out', async ({ app, page }) => {
  await app.open('?who=atlantis');
  await expect(page.getByText('who=atlantis')).toBeVisible();
});
