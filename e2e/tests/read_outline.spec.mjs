// The outline: the same events as the table in the same order, by year and month, read and opened by keyboard.

import { expect, test } from '../pages/test.mjs';

const QUESTIONS = ['', 'region=africa~europe', 'time=2023-03..2023-09', 'q=china&kind=summit', 'background=1', 'q=nothingcontainsthis'];

const outline = (page) => page.getByRole('region', { name: /^Outline of|的大纲$/ });
const slugs = (within) => within.locator('[data-event]').evaluateAll((all) => all.map((e) => e.dataset.event));

test('it holds what the table holds, in the same order', async ({ app, page }) => {
  for (const question of QUESTIONS) {
    await app.open(`?view=table&${question}`);
    const rows = (await app.table.count()) ? await slugs(app.table) : [];
    await app.show('outline');
    await expect.poll(() => slugs(outline(page)), question).toEqual(rows);
    expect(rows).toHaveLength(await app.count());
  }
});

test('every heading says how many events follow it', async ({ app, page }) => {
  for (const lang of ['en', 'zh']) {
    await app.open(`?view=outline&lang=${lang}`);
    const groups = await outline(page).evaluate((section) => {
      const number = (heading) => Number(heading.querySelector('.outline-count').textContent);
      const of = (element, level) => [...element.querySelectorAll(level)].map(number);
      return [...section.querySelectorAll('.outline-year')].map((year) => ({
        said: of(year, 'h2'), months: of(year, 'h3'), events: [...year.querySelectorAll('ul')].map((list) => list.children.length),
      }));
    });
    expect(groups.length).toBeGreaterThan(1);
    for (const { said, months, events } of groups) {
      expect(months).toEqual(events);
      expect(said).toEqual([events.reduce((sum, n) => sum + n, 0)]);
    }
    expect(groups.reduce((sum, { said }) => sum + said[0], 0)).toBe(await app.count());
  }
});

test('it is one tab stop; arrows, Home and End move inside, Enter opens, Escape comes back', async ({ app, page }) => {
  await app.open('?view=outline');
  const links = outline(page).getByRole('link');
  await expect(outline(page).locator('a[tabindex="0"]')).toHaveCount(1);
  await links.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(2)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(links.last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(links.first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await expect(outline(page).locator(':focus')).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  await expect(links.nth(1)).toBeFocused();
  const title = await links.nth(1).textContent();
  await page.keyboard.press('Enter');
  await expect(app.card).toHaveAccessibleName(title);
  await expect(links.nth(1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Escape');
  await expect(app.card).toHaveCount(0);
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press(' ');
  await expect(app.card).toHaveAccessibleName(title);
});

test('the table is one tab stop too, beside its heads', async ({ app, page }) => {
  await app.open('?view=table');
  const openers = app.table.locator('[data-event]');
  await expect(app.table.locator('[data-event][tabindex="0"]')).toHaveCount(1);
  await openers.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(openers.nth(1)).toBeFocused();
  // Another order: Tab reaches the same event again.
  const slug = await openers.nth(1).getAttribute('data-event');
  await page.getByRole('columnheader', { name: 'Event' }).getByRole('button').click();
  await expect(app.table.locator('[data-event][tabindex="0"]')).toHaveAttribute('data-event', slug);
});

test('a title is a link of its own', async ({ app, page }) => {
  await app.open('?view=outline&region=africa');
  const link = outline(page).getByRole('link').first();
  const title = await link.textContent();
  const address = new URL(await link.getAttribute('href'), page.url());
  await page.goto(address.href);
  await app.ready();
  await expect.poll(() => app.parameter('region')).toBe('africa');
  await expect(app.card).toHaveAccessibleName(title);
});
