// The page in Firefox: it boots, every view draws, a filter, the keys of the timeline, both languages, a quiet console.

import { expect, test } from '@playwright/test';
import { ready, useFirefox } from '../pages/firefox_page.mjs';

let page;
useFirefox({ width: 1280, height: 800 }, (opened) => {
  page = opened;
});

const open = async (baseURL, query = '') => {
  await page.goto(new URL(query || '.', baseURL).href);
  await ready(page);
};
const text = (selector) => page.$eval(selector, (element) => element.textContent);
const count = (selector) => page.$$eval(selector, (all) => all.length);
const shown = async () => Number.parseInt(await text('h1'), 10);
const parameter = (name) => page.evaluate((name) => new URL(location.href).searchParams.get(name), name);

/** The page is no wider than its window. */
const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

for (const [view, drawn, least] of [
  ['timeline', '.timeline-drawing [role=button]', 40],
  ['charts', '.figure .figure-svg', 6],
  ['table', 'tr.table-row', 150],
  ['outline', '.outline-event', 150],
  ['all', '.together-table tr.table-row', 150],
]) {
  test(`${view} draws`, async ({ baseURL }, info) => {
    if (view === 'all') await page.setViewport({ width: 1920, height: 1080 });
    await open(baseURL, `?view=${view}`);
    expect(await shown()).toBeGreaterThan(100);
    await expect.poll(() => count(drawn)).toBeGreaterThanOrEqual(least);
    await expect.poll(fits).toBe(true);
    const boxes = await page.$$eval(drawn, (all) => all.slice(0, 20).map((e) => e.getBoundingClientRect().width));
    expect(Math.min(...boxes)).toBeGreaterThan(0);
    await info.attach(view, { body: await page.screenshot(), contentType: 'image/png' });
  });
}

test('a filter narrows all of it, and is undone', async ({ baseURL }) => {
  await open(baseURL, '?view=table');
  const all = await shown();
  await page.click('.filters [aria-controls="menu-region"]');
  await (await page.waitForSelector('[id="menu-region"] input[type=checkbox]', { visible: true })).click();
  await page.waitForFunction((all) => Number.parseInt(document.querySelector('h1').textContent, 10) < all, {}, all);
  const some = await shown();
  await expect.poll(() => count('tr.table-row')).toBe(some);
  await expect.poll(() => parameter('region')).not.toBeNull();
  await page.keyboard.press('Escape');
  await page.keyboard.down('Control');
  await page.keyboard.press('z');
  await page.keyboard.up('Control');
  await page.waitForFunction((all) => Number.parseInt(document.querySelector('h1').textContent, 10) === all, {}, all);
});

test('the timeline goes by keys: between events, zoom, open, close', async ({ baseURL }) => {
  await open(baseURL, '?time=2023');
  // An element of SVG: the driver's own way takes HTML only.
  const focus = (selector) => page.$eval(selector, (element) => element.focus());
  await focus('.timeline-drawing [tabindex="0"]');
  const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  const first = await focused();
  await page.keyboard.press('ArrowRight');
  await expect.poll(focused).not.toBe(first);
  await page.keyboard.press('+');
  await page.waitForFunction(() => new URL(location.href).searchParams.get('time') !== '2023');
  await page.keyboard.press('0');
  await page.waitForFunction(() => !new URL(location.href).searchParams.has('time'));
  await focus('.timeline-drawing [data-event][tabindex]');
  const name = await focused();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.card h2');
  expect(name).toContain(await text('.card h2'));
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('.card'));
});

test('a plain wheel scrolls the page, with Ctrl it zooms', async ({ baseURL }) => {
  await page.setViewport({ width: 1280, height: 560 });
  await open(baseURL, '?time=2023');
  const box = await (await page.$('.timeline-stage')).boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + 60);
  await page.mouse.wheel({ deltaY: 160 });
  await page.waitForFunction(() => scrollY > 40);
  await expect.poll(() => parameter('time')).toBe('2023');
  await page.keyboard.down('Control');
  await page.mouse.wheel({ deltaY: -240 });
  await page.keyboard.up('Control');
  await page.waitForFunction(() => new URL(location.href).searchParams.get('time') !== '2023');
});

test('both languages, and a link to either', async ({ baseURL }) => {
  await open(baseURL, '?view=charts&region=africa');
  await page.click('.language-switch');
  await page.waitForFunction(() => document.documentElement.lang.startsWith('zh'));
  await expect.poll(() => parameter('lang')).toBe('zh');
  await expect.poll(() => text('h1')).toContain('非洲');
  await expect.poll(fits).toBe(true);
});

test('the event of a link is open, and dialogs are modal', async ({ baseURL }) => {
  await open(baseURL, '?event=2023-03-10-saudi-iran-beijing');
  await page.waitForSelector('.card h2');
  expect(await text('.card h2')).toBe('Saudi–Iran talks in Beijing: ties to be restored');
  await page.keyboard.press('?');
  await page.waitForSelector('dialog[open]');
  expect(await page.evaluate(() => document.querySelector('dialog[open]').matches(':modal'))).toBe(true);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('dialog[open]'));
});
