// A dozen timelines on one page: what is near is loaded, what is seen draws, and the page around stands still.

import { expect, test } from '@playwright/test';
import { elsewhere } from '../pages/elsewhere.mjs';
import { settled } from '../pages/timeline_page.mjs';

const REGIONS = ['', 'east-asia', 'southeast-asia', 'south-asia', 'central-asia', 'middle-east', 'africa', 'europe', 'north-america', 'latin-america', 'pacific', 'global'];

/** Every other one by the script, the others as plain frames; no two show the same. */
const markup = (site) => `<meta name="viewport" content="width=device-width"><script src="${site}gsi-timeline.js"></script>` +
  REGIONS.map((region, i) => {
    const frame = i % 2
      ? `<gsi-timeline region="${region}" view="${['table', 'timeline', 'charts'][i % 3]}" title="${region}"></gsi-timeline>`
      : `<iframe src="${site}embed.html?region=${region}" title="${region}" width="100%" height="560" style="border:0" loading="lazy"></iframe>`;
    return `<h2>${region}</h2>${frame}<p>What stands below ${region}.</p>`;
  }).join('\n');

/**
 * How far ahead a frame is loaded follows from the network: 2,500 px where the browser takes it for a fast one, and 4,000
 * where it knows nothing of it, as the one without windows does until it is told.
 */
async function onFastNetwork(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const bytesPerSecond = 10_000_000;
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 10, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond });
}

// Counts, in every frame, what a page that is at rest does not do.
const COUNTING = () => {
  window.work = { changes: 0, calls: 0 };
  for (const name of ['requestAnimationFrame', 'setTimeout', 'setInterval']) {
    const call = window[name];
    window[name] = (act, ...more) => call.call(window, (...given) => { window.work.calls += 1; return act(...given); }, ...more);
  }
  document.addEventListener('DOMContentLoaded', () => {
    const app = document.getElementById('app');
    if (app) new MutationObserver((changes) => { window.work.changes += changes.length; }).observe(app, { subtree: true, childList: true, attributes: true, characterData: true });
  });
};

test('twelve frames load when they are near, once, and only what is seen draws', async ({ page, baseURL }) => {
  test.slow();
  await page.addInitScript(COUNTING);
  await onFastNetwork(page);
  await page.setViewportSize({ width: 800, height: 600 });
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const host = await elsewhere(baseURL, { body: markup });
  await page.goto(host.url);
  const frames = page.locator('iframe');
  const inside = (n) => frames.nth(n).contentFrame();
  const app = (n) => inside(n).locator('.app[data-ready]');
  const pages = () => host.asked.filter((address) => address.startsWith('/embed.html'));

  await app(0).waitFor();
  await expect(frames).toHaveCount(12);
  // The second is loaded, for it is near; it is not drawn, for it is not seen.
  // (What waits to be visible would wait for a frame that is not drawn.)
  await expect.poll(() => inside(1).locator('.served').count()).toBe(1);
  await expect(frames.nth(1)).not.toBeInViewport();
  expect(await inside(1).locator('.app').count()).toBe(0);
  expect(pages().length).toBeLessThan(8);
  expect(pages().some((address) => address.includes('global') || address.includes('pacific'))).toBe(false);

  // Read from above to below: what is looked at stays where it is, whatever heights the frames take.
  const headings = page.getByRole('heading', { level: 2 });
  for (let n = 0; n < 12; n += 1) {
    const heading = headings.nth(n);
    await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    const top = () => heading.evaluate((element) => Math.round(element.getBoundingClientRect().top));
    const before = await top();
    await app(n).waitFor();
    await expect(inside(n).locator('.served, .loading')).toHaveCount(0);
    // By the script, all of it is there.
    if (n % 2) await expect.poll(() => inside(n).locator('html').evaluate((root) => root.scrollHeight - root.clientHeight)).toBeLessThanOrEqual(1);
    expect(await top(), `heading ${n}`).toBe(before);
  }

  // Each address of a frame once; and all the rest once for all of them.
  expect(pages().toSorted()).toEqual([...new Set(pages())].toSorted());
  expect(pages()).toHaveLength(12);
  const rest = host.asked.filter((address) => !address.startsWith('/embed.html'));
  expect(rest.toSorted()).toEqual([...new Set(rest)].toSorted());

  // At the end of the page nothing of the first frames is seen: a width for all of them redraws only what is.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const work = (n) => inside(n).locator('html').evaluate(() => ({ ...window.work }));
  const ofAll = () => Promise.all([work(0), work(3), work(11)]);
  // Whatever the way here has asked for is done: nobody has worked for twenty frames.
  await expect(async () => {
    const was = await ofAll();
    await settled(page, 20);
    expect(await ofAll()).toEqual(was);
  }).toPass();
  const before = await ofAll();
  await page.setViewportSize({ width: 700, height: 600 });
  await expect.poll(async () => (await work(11)).changes).toBeGreaterThan(before[2].changes);
  await settled(page, 20);
  expect(await Promise.all([work(0), work(3)])).toEqual(before.slice(0, 2));

  // Seen again, they fit.
  await headings.first().evaluate((element) => element.scrollIntoView());
  await expect.poll(async () => (await work(0)).changes).toBeGreaterThan(before[0].changes);
  expect(errors).toEqual([]);
  host.stop();
});
