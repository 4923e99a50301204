// Times how long the three views together take to answer: from the input to the frame that shows all of them changed.
// Usage: node answers.mjs --url URL [--events N] [--repeat N]

import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { launchOptions } from '../browser.mjs';
import { serveMany } from '../pages/many_events.mjs';
import { quantile, textTable } from './table.mjs';

const VIEWPORT = { width: 1920, height: 1080 };
const LIMIT_MS = 100;

const { values: options } = parseArgs({
  options: {
    url: { type: 'string' },
    events: { type: 'string', default: '5000' },
    repeat: { type: 'string', default: '15' },
  },
});
const [events, repeat] = [Number(options.events), Number(options.repeat)];
if (!options.url || !(events > 0) || !(repeat > 0)) {
  console.error('usage: node answers.mjs --url URL [--events N] [--repeat N]');
  process.exit(1);
}

/** Runs in the page: notes when the named input arrives, and resolves when a frame with all views changed is painted. */
function answer(type) {
  const said = () => {
    const number = (text) => Number.parseInt(/\d+/.exec(text ?? '')?.[0] ?? '-1', 10);
    return {
      headline: number(document.querySelector('h1').textContent),
      timeline: number(document.querySelector('.together-timeline [aria-label^="Timeline of"]')?.getAttribute('aria-label')),
      table: number(document.querySelector('.together-table caption')?.textContent),
    };
  };
  const before = said().headline;
  window.answered = new Promise((resolve) => {
    let started;
    // When each view last changed. The page may hear the input before the listener here does, and have answered by then.
    const changed = { timeline: 0, charts: 0, table: 0 };
    const observers = Object.keys(changed).map((name) => {
      const observer = new MutationObserver(() => (changed[name] = performance.now()));
      observer.observe(document.querySelector(`.together-${name}`), { subtree: true, childList: true, characterData: true, attributes: true });
      return observer;
    });
    const onFrame = () => {
      const { headline, timeline, table } = said();
      const same = headline !== before && headline === timeline && headline === table;
      if (!same || Object.values(changed).some((at) => at < started)) return void requestAnimationFrame(onFrame);
      // A message posted in a frame arrives once the frame is painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        resolve({ ms: performance.now() - started, before, after: headline });
        // Each that goes on listening would slow down all that is measured later.
        observers.forEach((observer) => observer.disconnect());
      };
      port2.postMessage(null);
    };
    const onInput = (event) => {
      // Control goes down before the key that undoes.
      if (event.key === 'Control') return;
      removeEventListener(type, onInput, { capture: true });
      started = event.timeStamp;
      requestAnimationFrame(onFrame);
    };
    addEventListener(type, onInput, { capture: true });
  });
}

/** Runs in the page: resolves once nothing in it has changed for a while, as it is when a person asks for something. */
function rest() {
  return new Promise((resolve) => {
    let timer = setTimeout(done, 300);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, 300);
    });
    function done() {
      observer.disconnect();
      resolve();
    }
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

async function timed(page, type, act) {
  await page.evaluate(rest);
  await page.evaluate(answer, type);
  await act();
  return page.evaluate(() => window.answered);
}

const rounds = (make) => Array.from({ length: repeat }, (_, i) => make(i));

/** A click and the key that takes it back. */
const clicked = (page, part) => async () => {
  await part.scrollIntoViewIfNeeded();
  const there = await timed(page, 'click', () => part.click());
  return [there, await timed(page, 'keydown', () => page.keyboard.press('Control+z'))];
};

/** Each leaves the page as it found it; the way back is measured, too. */
const ACTIONS = {
  'click a bar of the chart, and undo': (page) => rounds((i) => clicked(page, page.locator('.figure--trend .figure-zone').nth(i % 8))),
  'choose a region in the menu, and take it back': (page) => rounds((i) => async () => {
    await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: /^Region/ }).click();
    const box = page.getByRole('checkbox').nth(i % 8);
    const there = await timed(page, 'click', () => box.click());
    const back = await timed(page, 'click', () => box.click());
    await page.keyboard.press('Escape');
    return [there, back];
  }),
  'brush the overview, and undo': (page) => rounds((i) => async () => {
    const box = await page.locator('.overview').boundingBox();
    const at = (share) => [box.x + box.width * share, box.y + box.height * 0.3];
    await page.mouse.move(...at(0.2 + (i % 5) * 0.05));
    await page.mouse.down();
    await page.mouse.move(...at(0.7 + (i % 3) * 0.05), { steps: 6 });
    const there = await timed(page, 'pointerup', () => page.mouse.up());
    return [there, await timed(page, 'keydown', () => page.keyboard.press('Control+z'))];
  }),
  'search for a word, and undo': (page) => rounds(() => async () => {
    await page.getByRole('textbox', { name: /^Search events/ }).focus();
    const there = await timed(page, 'input', () => page.keyboard.insertText('partners'));
    await page.locator('h1').click();
    return [there, await timed(page, 'keydown', () => page.keyboard.press('Control+z'))];
  }),
  // These are reached by scrolling, so they come last: charts that are in sight take part in every answer.
  'click a cell of the heat map, and undo': (page) => rounds((i) => clicked(page, page.locator('.figure--heat .figure-zone[aria-label*=", "]').nth(5 + i))),
  'click an entry of a legend, and undo': (page) => rounds((i) => clicked(page, page.locator('.figure--trend').getByRole('button', { name: /^[^,]+: \d+ events$/ }).nth(i % 8))),
};

const browser = await chromium.launch(launchOptions);
try {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-US' });
  const page = await context.newPage();
  await serveMany(page, 'many.json', events);
  await page.goto(new URL('?view=all&data=many.json', options.url).href);
  await page.locator('.app[data-ready]').waitFor();
  const rows = [];
  for (const [name, make] of Object.entries(ACTIONS)) {
    const answers = [];
    for (const act of make(page)) answers.push(await act());
    // There and back are told apart: the way back brings all events again.
    for (const [way, words] of name.split(', and ').entries()) {
      const ms = answers.map((pair) => pair[way].ms).sort((a, b) => a - b);
      const times = [0.5, 0.95, 1].map((share) => quantile(ms, share).toFixed(1));
      rows.push([way ? `… ${words}` : words, `${ms.length}`, ...times, `${ms.filter((t) => t > LIMIT_MS).length}`]);
    }
  }
  const drawn = await page.locator('.together-table tr.table-row').count();
  console.log(`Chromium ${browser.version()}, ${VIEWPORT.width}×${VIEWPORT.height}, ${events} events, ${drawn} rows in the page; milliseconds from the input until all three views are painted`);
  console.log(textTable(['answer to', 'times', 'median', 'p95', 'max', `>${LIMIT_MS}`], rows));
} finally {
  await browser.close();
}
