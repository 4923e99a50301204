// Times the frames of the built site under real input, sent to Chromium as a mouse would.
// Usage: node frames.mjs --url URL [--repeat N]

import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { launchOptions } from '../browser.mjs';
import { gestures } from './gestures.mjs';
import { startRecording, stopRecording } from './recorder.mjs';
import { row, tableText } from './table.mjs';

const VIEWPORT = { width: 1280, height: 800 };
// Lets the frames of one gesture end before the next begins.
const SETTLE_MS = 300;

const { values: options } = parseArgs({
  options: { url: { type: 'string' }, repeat: { type: 'string', default: '3' } },
});
const repeat = Number(options.repeat);
if (!options.url || !Number.isInteger(repeat) || repeat < 1) {
  console.error('usage: node frames.mjs --url URL [--repeat N]');
  process.exit(1);
}

/** What the page shows, to notice a gesture that did nothing. */
const shown = (page) =>
  page.evaluate(() => location.href + document.querySelector('.app').outerHTML);

async function measure(page, mouse, gesture) {
  const before = await shown(page);
  await page.evaluate(startRecording);
  await gesture.run(mouse);
  await page.waitForTimeout(SETTLE_MS);
  const recording = await page.evaluate(stopRecording);
  return { ...recording, changed: (await shown(page)) !== before };
}

async function run(browser) {
  const recordings = new Map();
  for (let round = 0; round < repeat; round += 1) {
    // A page of its own, so that each round starts from the same view.
    const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-US' });
    const page = await context.newPage();
    await page.goto(options.url);
    await page.waitForSelector('.app[data-ready]');
    await page.waitForTimeout(SETTLE_MS);
    const mouse = await context.newCDPSession(page);
    for (const gesture of await gestures(page)) {
      const known = recordings.get(gesture.name) ?? [];
      recordings.set(gesture.name, [...known, await measure(page, mouse, gesture)]);
    }
    await context.close();
  }
  return recordings;
}

const browser = await chromium.launch(launchOptions);
try {
  const recordings = await run(browser);
  console.log(`Chromium ${browser.version()}, ${VIEWPORT.width}×${VIEWPORT.height}, ${repeat} rounds; milliseconds between frames`);
  console.log(tableText([...recordings].map(([name, rounds]) => row(name, rounds))));
  console.log('A frame counts as over a limit from 0.5 ms above it: its timestamps are rounded.');
  const idle = [...recordings].filter(([, rounds]) => rounds.some((round) => !round.changed));
  if (idle.length > 0) {
    console.error(`No change on the page after: ${idle.map(([name]) => name).join(', ')}`);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
}
