// The page for frames works in Firefox, too, whatever its host allows.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { launchFirefox } from '../firefox.mjs';
import { elsewhere } from '../pages/elsewhere.mjs';

// One browser for all of it: it takes seconds to start.
test.describe.configure({ mode: 'serial', timeout: 90_000 });

let browser;
test.beforeAll(async () => { browser = await launchFirefox(); });
test.afterAll(async () => { await browser?.close(); });

for (const sandbox of [null, 'allow-scripts', 'allow-scripts allow-same-origin']) {
  for (const cors of [false, true]) {
    test(`${sandbox ?? 'no sandbox'}, ${cors ? 'with' : 'without'} CORS`, async ({ baseURL }) => {
      const host = await elsewhere(baseURL, {
        cors,
        frames: [{ src: 'embed.html#?secret=abc', width: 900, height: 700, ...(sandbox ? { sandbox } : {}) }],
      });
      const page = await browser.newPage();
      const errors = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await page.goto(host.url);
      await page.waitForFunction(() => window.said.some(({ data }) => data.secret === 'abc'));
      const origins = await page.evaluate(() => [...new Set(window.said.map(({ origin }) => origin))]);
      expect(origins).toEqual([sandbox === 'allow-scripts' ? 'null' : new URL(host.site).origin]);
      const inside = page.frames().find((frame) => frame !== page.mainFrame());
      await inside.waitForFunction(() => !document.getElementById('served'));
      // It answers: an event opens.
      await inside.$eval('.timeline-drawing [data-event]', (mark) => mark.dispatchEvent(new MouseEvent('click', { bubbles: true })));
      await inside.waitForSelector('#card h2');
      expect(errors).toEqual([]);
      await page.close();
      host.stop();
    });
  }
}

test('a copy in one file opens from a disk', async ({ baseURL }) => {
  const folder = await mkdtemp(join(tmpdir(), 'copy-'));
  const file = join(folder, 'copy.html');
  await writeFile(file, await (await fetch(new URL('gsi-timeline.html', baseURL))).text());
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${pathToFileURL(file).href}?view=charts&region=africa`);
  await page.waitForSelector('.app[data-ready]');
  await page.waitForSelector('figure svg');
  expect(await page.$eval('h1', (heading) => heading.textContent)).toMatch(/^19 of 167 events\s· Africa/);
  expect(errors).toEqual([]);
  await page.close();
  await rm(folder, { recursive: true });
});
