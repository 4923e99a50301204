// Photographs what stands for the page where its address is quoted: 1200 × 630, in both languages, and writes down
// which data they show.
// Usage: node social.mjs --url URL --data FILE --out FOLDER

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { launchOptions } from '../browser.mjs';

// Smaller and sharper than 1200 × 630: the words are still legible in a small card.
const SIZE = { width: 800, height: 420 };
const SCALE = 1.5;

const { values: options } = parseArgs({ options: { url: { type: 'string' }, data: { type: 'string' }, out: { type: 'string' } } });
if (!options.url || !options.data || !options.out) {
  console.error('usage: node social.mjs --url URL --data FILE --out FOLDER');
  process.exit(1);
}

const browser = await chromium.launch(launchOptions);
for (const [name, file] of [['en', 'embed.html'], ['zh', 'embed.zh.html']]) {
  const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: SCALE, colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(new URL(file, options.url).href);
  await page.locator('.app[data-ready]').waitFor();
  await page.locator('.served').waitFor({ state: 'detached' });
  await page.screenshot({ path: join(options.out, `social.${name}.png`) });
  await page.close();
}
await browser.close();
// FNV-1a, which the test that compares it computes too.
let sum = 0xcbf29ce484222325n;
for (const byte of await readFile(options.data)) sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n);
await writeFile(join(options.out, 'social.fingerprint'), `${sum.toString(16).padStart(16, '0')}\n`);
console.log('wrote social.en.png and social.zh.png; the next build serves them');
