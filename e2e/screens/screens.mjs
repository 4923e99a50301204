// Photographs every view of the built site in both languages, schemes and sizes.
// Usage: node screens.mjs --url URL --out FOLDER [--event ID] [--only TEXT]
// With --event, the timeline is also photographed with that event open.
// With --only, only the files whose names contain the text are written.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { launchOptions } from '../browser.mjs';

const SIZES = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};
const VIEWS = { timeline: {}, charts: { view: 'charts' }, table: { view: 'table' } };
const LANGUAGES = { en: {}, zh: { lang: 'zh' } };
const SCHEMES = ['light', 'dark'];

const { values: options } = parseArgs({
  options: {
    url: { type: 'string' },
    out: { type: 'string' },
    event: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
if (!options.url || !options.out) {
  console.error('usage: node screens.mjs --url URL --out FOLDER [--event ID] [--only TEXT]');
  process.exit(1);
}

function shots() {
  const views = options.event ? { ...VIEWS, event: { event: options.event } } : VIEWS;
  const all = Object.entries(views).flatMap(([view, viewQuery]) =>
    Object.entries(LANGUAGES).flatMap(([language, languageQuery]) =>
      SCHEMES.flatMap((scheme) =>
        Object.keys(SIZES).map((size) => ({
          name: `${view}-${language}-${scheme}-${size}`,
          query: { ...viewQuery, ...languageQuery, scheme },
          scheme,
          size,
        })),
      ),
    ),
  );
  return all.filter(({ name }) => name.includes(options.only));
}

async function photograph(browser, { name, query, scheme, size }) {
  const context = await browser.newContext({
    viewport: SIZES[size],
    hasTouch: size === 'phone',
    isMobile: size === 'phone',
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  await page.goto(`${options.url}?${new URLSearchParams(query)}`);
  await page.waitForSelector('.app[data-ready]');
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(options.out, `${name}.png`), animations: 'disabled' });
  await context.close();
}

const browser = await chromium.launch(launchOptions);
try {
  await mkdir(options.out, { recursive: true });
  const chosen = shots();
  for (const shot of chosen) {
    await photograph(browser, shot);
    console.log(`${shot.name}.png`);
  }
  console.log(`${chosen.length} screenshots in ${options.out}`);
} finally {
  await browser.close();
}
