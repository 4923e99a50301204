// Presenting in Firefox: a whole story by a clicker's keys, drawn and legible at every stop; its stage, pen and notes.

import { expect, test } from '@playwright/test';
import { useFirefox } from '../pages/firefox_page.mjs';

const N = 8;

let [page, browser] = [];
useFirefox({ width: 1280, height: 720 }, (...opened) => {
  [page, browser] = opened;
});

const text = (selector) => page.$eval(selector, (element) => element.textContent);
const atStop = (words) =>
  page.waitForFunction((words) => document.querySelector('.present-count')?.textContent === words, {}, words);

/** The smallest type on the stage, px; and whether all of the drawing is inside the window. */
const measured = () =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('.present :is(h1, p, span, text)')].filter((e) => e.textContent.trim() && e.checkVisibility({ opacityProperty: true }));
    const size = (e) => parseFloat(getComputedStyle(e).fontSize) * (e.getScreenCTM?.().a ?? 1);
    const drawn = document.querySelector('.present-drawing, .present-chart, .present-rows').getBoundingClientRect();
    return { least: Math.min(...all.map(size)), isInside: drawn.height > 100 && drawn.bottom <= innerHeight && document.documentElement.scrollWidth <= innerWidth };
  });

for (const [lang, of] of [['en', (i) => `${i} of ${N}`], ['zh', (i) => `${i} / ${N}`]]) {
  test(`a story by a clicker, there and back: ${lang}`, async ({ baseURL }, info) => {
    await page.goto(new URL(`?mode=present&story=joint-statements&lang=${lang}`, baseURL).href);
    const headlines = new Set();
    for (let at = 1; at <= N; at += 1) {
      await atStop(of(at));
      headlines.add(await text('.present-headline'));
      await page.waitForSelector('.present-drawing, .present-chart, .present-rows');
      await expect.poll(async () => (await measured()).least, `stop ${at}`).toBeGreaterThanOrEqual(23.9);
      await expect.poll(async () => (await measured()).isInside, `stop ${at}`).toBe(true);
      if (at === 2) await info.attach(`stop-${lang}`, { body: await page.screenshot(), contentType: 'image/png' });
      await page.keyboard.press(at % 2 ? 'PageDown' : 'ArrowRight');
    }
    expect(headlines.size).toBe(N);
    await atStop(of(N));
    await page.keyboard.press('PageUp');
    await atStop(of(N - 1));
    await page.keyboard.press('Home');
    await atStop(of(1));
    await page.keyboard.press('b');
    await page.waitForSelector('.present-black');
    await page.keyboard.press(' ');
    await atStop(of(2));
    await expect.poll(() => page.$('.present-black')).toBeNull();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('.present'));
    await page.waitForSelector('.masthead');
  });
}

test('the pen marks and a step clears it; the notes follow in a second window', async ({ baseURL }) => {
  await page.goto(new URL('?mode=present&story=joint-statements&step=2', baseURL).href);
  await atStop(`2 of ${N}`);
  await page.keyboard.press('i');
  await page.mouse.move(300, 400);
  await page.mouse.down();
  await page.mouse.move(500, 450, { steps: 5 });
  await page.mouse.up();
  await page.waitForSelector('.present-ink path');
  await page.keyboard.press('PageDown');
  await atStop(`3 of ${N}`);
  await expect.poll(() => page.$('.present-ink path')).toBeNull();
  // The window that the key opens is one the driver opens here: a browser without a person blocks it.
  await page.keyboard.press('n');
  await page.waitForFunction(() => new URL(location.href).searchParams.has('room'));
  const address = new URL(page.url());
  address.searchParams.set('mode', 'notes');
  const notes = await browser.newPage();
  await notes.goto(address.href);
  const heard = (words) => notes.waitForFunction((words) => document.querySelector('.notes-count')?.textContent === words, {}, words);
  await heard(`3 of ${N}`);
  await page.keyboard.press('PageDown');
  await heard(`4 of ${N}`);
  await notes.keyboard.press('PageUp');
  await atStop(`3 of ${N}`);
  await notes.close();
});
