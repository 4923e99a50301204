// Tests in the system's Firefox.

import { expect, test } from '@playwright/test';
import { launchFirefox } from '../firefox.mjs';

/** The program has taken its place, and no part of what is asked for is on its way. */
export async function ready(page) {
  await page.waitForSelector('.app[data-ready]');
  await page.waitForFunction(() => !document.querySelector('.served, .app .loading'));
}

/**
 * One Firefox for all tests of a file, since it takes seconds to start, and a page for each, whose console stays quiet.
 * `opened` is given the page, and the browser it is of.
 */
export function useFirefox(viewport, opened) {
  let [browser, page, errors] = [];
  test.describe.configure({ mode: 'serial', timeout: 90_000 });
  test.beforeAll(async () => {
    browser = await launchFirefox();
  });
  test.afterAll(async () => {
    await browser?.close();
  });
  test.beforeEach(async () => {
    page = await browser.newPage();
    await page.setViewport(viewport);
    errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    opened(page, browser);
  });
  test.afterEach(async () => {
    await page.close();
    expect(errors, 'errors in the console').toEqual([]);
  });
}
