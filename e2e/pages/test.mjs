// Playwright's `test` with the page object, and with two checks around every test:
// no request leaves the site, and the console stays free of errors.

import { test as base, expect } from '@playwright/test';
import { TimelinePage } from './timeline_page.mjs';

export { expect };

const isOfThePage = (url) => ['data:', 'blob:', 'about:'].includes(url.protocol);

// GSI_SLOW=4 runs every page four times as slow, which finds what a test reads before the page is there.
const slow = Number(process.env.GSI_SLOW ?? 1);

async function slowDown(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slow });
}

export const test = base.extend({
  context: async ({ context }, use) => {
    // A page that is gone before it could be slowed down needs no slowing.
    if (slow > 1) context.on('page', (page) => slowDown(page).catch(() => null));
    await use(context);
  },

  app: async ({ page }, use) => {
    await use(new TimelinePage(page));
  },

  // A test that provokes errors reads them here and sets `mayFail`.
  faults: [
    async ({ page, baseURL }, use) => {
      const faults = { errors: [], foreign: [], mayFail: false };
      const { origin } = new URL(baseURL);
      page.on('pageerror', (error) => faults.errors.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.errors.push(message.text());
      });
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (!isOfThePage(url) && url.origin !== origin) faults.foreign.push(request.url());
      });
      await use(faults);
      expect(faults.foreign, 'requests to other origins').toEqual([]);
      if (!faults.mayFail) expect(faults.errors, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
});
