// Long texts, and what a search goes by, come after the first view: what is asked before is answered by itself.

import { expect, test } from '../pages/test.mjs';
import { wholeOf } from '../pages/timeline_page.mjs';

const TEXTS = /-texts\.wasm$/;

// A build for development is in one piece; a release is not.
test.beforeEach(async ({ app, page }, info) => {
  await app.open();
  await wholeOf(page);
  const names = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
  info.skip(!names.some((name) => TEXTS.test(name)), 'this build is in one piece');
});

/** Holds back what a search goes by until it is let go. */
async function held(page) {
  let release;
  const free = new Promise((done) => { release = done; });
  await page.route(TEXTS, async (route) => {
    await free;
    await route.continue();
  });
  return release;
}

const WORDS = {
  en: { awaited: 'Search is still being loaded', failed: 'Search could not be loaded', again: 'Try again', none: 'No event', count: /of \d+ events/ },
  zh: { awaited: '正在载入检索功能', failed: '检索功能未能载入', again: '重试', none: '没有', count: /\d+ \/ \d+ 项事件/ },
};

for (const [lang, words] of Object.entries(WORDS)) {
  test(`what is typed before there is search is sought as soon as there is, and said: ${lang}`, async ({ app, page }) => {
    const release = await held(page);
    await app.open(`?lang=${lang}`);
    const all = await app.count();
    const headline = await app.headline.textContent();
    await app.search.fill('shate');
    const note = page.getByRole('main').getByText(words.awaited);
    await expect(note).toBeVisible();
    await expect.poll(() => app.parameter('q')).toBe('shate');
    await app.settled();
    expect(await app.count(), 'nothing is narrowed by what is not sought').toBe(all);
    await expect(app.headline, 'and not said to be').toHaveText(headline);
    await expect(app.search).toHaveValue('shate');
    release();
    await expect(note).toHaveCount(0);
    await app.settled();
    const n = await app.count();
    expect(n).toBeGreaterThan(0);
    expect(n).toBeLessThan(all);
    await expect(app.headline).toContainText('shate');
    await expect(page.getByRole('status').filter({ hasText: words.count }).first()).toContainText(String(n));
    await app.search.fill('沙特');
    await expect(app.headline).toContainText('沙特');
    expect(await app.count(), 'the same by its characters').toBe(n);
  });

  test(`where search cannot be loaded the page says so, and asks again when it is told to: ${lang}`, async ({ app, page, faults }) => {
    faults.mayFail = true;
    await page.route(TEXTS, (route) => route.abort());
    await app.open(`?lang=${lang}&q=shate`);
    const note = page.getByRole('main').locator('p', { hasText: words.failed });
    await expect(note).toBeVisible();
    await expect(page.locator('#failure')).toBeHidden();
    await app.settled();
    const all = await app.count();
    await page.unroute(TEXTS);
    await note.getByRole('button', { name: words.again }).click();
    await expect.poll(() => app.count()).toBeLessThan(all);
    expect(await app.count()).toBeGreaterThan(0);
    await expect(note).toHaveCount(0);
    await expect(app.search).toHaveValue('shate');
  });
}

test('an address that seeks something is answered whole at first sight', async ({ app, page }) => {
  const release = await held(page);
  await page.goto('./?q=shate');
  await expect(page.locator('#served')).toBeVisible();
  await expect(page.locator('.app[data-ready]')).toHaveCount(0);
  release();
  await app.settled();
  await expect(app.headline).toContainText('“shate”');
  expect(await app.count()).toBeGreaterThan(0);
});

test('a card opened before its words are there says so, keeps the focus, and is completed', async ({ app, page }) => {
  const release = await held(page);
  await app.open();
  await app.marks.filter({ hasNotText: /events,/ }).first().press('Enter');
  await expect(app.card.getByRole('heading', { level: 2 })).toBeVisible();
  await expect(app.card.getByRole('status')).toHaveText('Loading this part of the page…');
  await expect(app.card.locator('.card-summary')).toHaveCount(0);
  const next = app.card.getByRole('button', { name: 'Next event' });
  await next.focus();
  release();
  await expect(app.card.locator('.card-summary')).not.toBeEmpty();
  await expect(app.card.getByRole('status')).toHaveCount(0);
  await expect(next).toBeFocused();
});

test('an address that opens an event says all of it at first sight', async ({ app, page }) => {
  const release = await held(page);
  await page.goto('./?event=2023-03-10-saudi-iran-beijing');
  await expect(page.locator('#served')).toBeVisible();
  release();
  await app.ready();
  await expect(app.card.locator('.card-summary')).not.toBeEmpty();
  await expect(app.card.getByRole('link', { name: /\./ }).first()).toBeVisible();
});
