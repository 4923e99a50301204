// What is loaded only when it is asked for: the page says that it comes, and where it does not come, says so and goes on.

import { expect, test } from '../pages/test.mjs';
import { settled, wholeOf } from '../pages/timeline_page.mjs';

const PART = /-rest\.wasm$/;

// A build for development is in one piece; a release is not.
test.beforeEach(async ({ app, page }, info) => {
  await app.open();
  await wholeOf(page);
  const names = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
  info.skip(!names.some((name) => PART.test(name)), 'this build is in one piece');
});

/** Holds back the part until it is let go, and says when it was asked for. */
async function held(page) {
  let release;
  const free = new Promise((done) => { release = done; });
  await page.route(PART, async (route) => {
    await free;
    await route.continue();
  });
  return release;
}

/** A browser that is asked to save data: nothing is fetched that nobody asked for, so nothing comes between two steps. */
const savesData = (page) => page.addInitScript(() => {
  Object.defineProperty(navigator, 'connection', { configurable: true, get: () => ({ saveData: true }) });
});

const WORDS = {
  en: { awaited: 'Loading this part of the page…', failed: 'This part of the page could not be loaded', again: 'Try again' },
  zh: { awaited: '正在载入这一部分……', failed: '这一部分未能载入', again: '重试' },
};
for (const [lang, words] of Object.entries(WORDS)) {
  test(`a view that is still being loaded says so, and comes: ${lang}`, async ({ app, page }) => {
    const release = await held(page);
    await page.goto(`./?view=charts&lang=${lang}`);
    await expect(page.getByRole('status').filter({ hasText: words.awaited })).toBeVisible();
    release();
    await expect(app.figures).toHaveCount(6);
  });

  test(`a view that cannot be loaded says so, and comes when it is asked for again: ${lang}`, async ({ app, page, faults }) => {
    faults.mayFail = true;
    await savesData(page);
    await page.route(PART, (route) => route.abort());
    await app.open(`?view=charts&region=middle-east&lang=${lang}`);
    const alert = page.getByRole('alert').filter({ hasText: words.failed });
    await expect(alert).toBeVisible();
    await expect(page.locator('#failure')).toBeHidden();
    await page.unroute(PART);
    await alert.getByRole('button', { name: words.again }).click();
    await expect(app.figures).toHaveCount(6);
    await expect(alert).toHaveCount(0);
    await expect.poll(() => app.parameter('region')).toBe('middle-east');
  });
}

test('the rest of the page goes on without it, and nothing is lost', async ({ app, page, faults }) => {
  faults.mayFail = true;
  await savesData(page);
  await page.route(PART, (route) => route.fulfill({ status: 404, body: 'gone' }));
  await app.open('?region=africa');
  await app.button('Download').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('alert')).toContainText('Nothing of yours is lost');
  await expect(dialog.getByRole('link', { name: 'Load the same view again' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  // As long as it stands the page behind takes no focus, and no letters.
  await expect(dialog).toHaveCount(0);
  await app.search.fill('summit');
  await expect(app.headline).toContainText('Africa');
  await expect(app.headline).toContainText('“summit”');
  await expect(page.locator('#failure')).toBeHidden();
  await page.unroute(PART);
  await app.button('Download').click();
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog.getByRole('heading', { name: 'CSV' })).toBeVisible();
});

test('a dataset of one’s own whose reader cannot be loaded is refused with the reason', async ({ page, faults }) => {
  faults.mayFail = true;
  await page.route(PART, (route) => route.abort());
  await page.goto('./?data=events.json');
  await expect(page.locator('.dataset-errors li')).toContainText(/events\.json.*could not be loaded/);
});

test('a print before all is there says so on paper', async ({ app, page }) => {
  const release = await held(page);
  await app.open();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.print')).toContainText('print again');
  release();
  await wholeOf(page);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.print')).not.toContainText('print again');
});

/** A page of elsewhere on this origin, with the timeline in a frame that stands. */
async function framed(page, baseURL) {
  await page.route('**/in-a-frame.html', (route) => route.fulfill({
    contentType: 'text/html',
    body: '<!doctype html><title>Elsewhere</title><p>Before</p><iframe src="embed.html" width="900" height="600" title="Timeline"></iframe>',
  }));
  await page.goto(new URL('in-a-frame.html', baseURL).href);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.app[data-ready]')).toBeVisible();
  await expect(frame.locator('.served')).toHaveCount(0);
  await settled(page.frames()[1]);
  return frame;
}

test('in a frame nothing more is fetched until a hand comes, and then what its click needs', async ({ app, page, baseURL }) => {
  // The second that a page waits before it fetches the rest is over at once.
  await page.addInitScript(() => {
    const wait = globalThis.setTimeout;
    globalThis.setTimeout = (done, ms, ...more) => wait(done, ms >= 1000 ? 0 : ms, ...more);
  });
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const parts = () => asked.filter((path) => /-(texts|rest|narrow)\.wasm$/.test(path));
  await app.open();
  await wholeOf(page);
  expect(parts(), 'a page of its own fetches all').toHaveLength(3);
  asked.length = 0;
  const frame = await framed(page, baseURL);
  expect(parts()).toEqual([]);
  await frame.locator('.timeline-drawing').hover();
  await expect.poll(parts).toHaveLength(1);
  expect(parts()[0]).toMatch(/-texts\.wasm$/);
});

test('what could not be had when the hand came is asked for again by its click', async ({ page, baseURL, faults }) => {
  faults.mayFail = true;
  await page.route(/-texts\.wasm$/, (route) => route.abort());
  const frame = await framed(page, baseURL);
  const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('-texts.wasm'));
  await frame.locator('.timeline-drawing').hover();
  await failed;
  await page.unroute(/-texts\.wasm$/);
  // A mark of one event.
  await frame.locator('.timeline-drawing').getByRole('button').filter({ hasNotText: /events,/ }).first().press('Enter');
  await expect(frame.locator('#card .card-summary')).not.toBeEmpty();
});
