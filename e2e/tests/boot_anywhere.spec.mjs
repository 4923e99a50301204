// The page for frames works in every frame that runs scripts, whatever its host allows, and can be read in the others.

import { expect, test } from '@playwright/test';
import { elsewhere } from '../pages/elsewhere.mjs';

const SANDBOXES = { 'no sandbox': undefined, 'scripts only': 'allow-scripts', 'scripts and origin': 'allow-scripts allow-same-origin' };

/** Opens the page of another site and collects what goes wrong in it and whom it asks. */
async function visit(page, host) {
  const seen = { errors: [], foreign: [] };
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') seen.errors.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, href } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && ![host.url, host.site].some((own) => href.startsWith(own))) seen.foreign.push(href);
  });
  await page.goto(host.url);
  return seen;
}

for (const [name, sandbox] of Object.entries(SANDBOXES)) {
  for (const cors of [false, true]) {
    for (const hash of ['', '#?secret=abc']) {
      test(`${name}, ${cors ? 'with' : 'without'} CORS, ${hash || 'no fragment'}`, async ({ page, baseURL, context }) => {
        const frame = { src: `embed.html${hash}`, width: 900, height: 700, ...(sandbox ? { sandbox } : {}) };
        const host = await elsewhere(baseURL, { cors, frames: [frame] });
        const seen = await visit(page, host);
        const inside = page.frameLocator('iframe');
        await inside.locator('.app[data-ready]').waitFor();
        await expect(inside.locator('.served')).toHaveCount(0);
        // It answers: an event opens.
        const mark = inside.getByRole('group', { name: /^Arrow keys move/ }).getByRole('button', { name: /^First China–Arab States summit, / });
        await mark.first().press('Enter');
        await expect(inside.getByRole('complementary')).toContainText('First China–Arab States summit');
        expect(seen).toEqual({ errors: [], foreign: [] });
        expect(await context.cookies()).toEqual([]);
        host.stop();
      });
    }
  }
}

test('a frame that runs no scripts shows the record', async ({ page, baseURL }) => {
  const host = await elsewhere(baseURL, { frames: [{ src: 'embed.zh.html', width: 900, height: 700, sandbox: '' }] });
  await page.goto(host.url);
  const inside = page.frameLocator('iframe');
  await expect(inside.getByRole('heading', { level: 1 })).toContainText('项事件');
  await expect(inside.locator('noscript')).toHaveText(/需要 JavaScript/, { useInnerText: true });
  await expect(inside.locator('.served-list li')).toHaveCount(181);
  host.stop();
});

test('where everything is closed to it, it still works', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    const closed = () => { throw new DOMException('closed', 'SecurityError'); };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(window, name, { get: closed });
    Object.defineProperty(Document.prototype, 'cookie', { get: closed, set: closed });
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: closed });
    History.prototype.pushState = closed;
    History.prototype.replaceState = closed;
  });
  const host = await elsewhere(baseURL, { frames: [{ src: 'embed.html', width: 900, height: 700 }] });
  const seen = await visit(page, host);
  await page.frameLocator('iframe').locator('.app[data-ready]').waitFor();
  expect(seen).toEqual({ errors: [], foreign: [] });
  host.stop();
});

test('where modules and requests are refused and scripts are not, the script starts the program', async ({ page, baseURL }) => {
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.goto(new URL('embed.html', baseURL).href);
  await page.locator('.app[data-ready]').waitFor();
  await expect(page.locator('#failure')).toBeHidden();
});
