// Photographs an embedded view at the widths that three hosts give it, in both languages and schemes, for the page on
// embedding. What stands around it is grey lines: only the view is anybody's.
// Usage: node embedding.mjs --url URL --out FOLDER

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { launchOptions } from '../browser.mjs';
import { elsewhere } from '../pages/elsewhere.mjs';

const SCALE = 1.25;
const MARGIN = 32;

// Width of the column and height of the frame, px; what is shown; whether a link stands below.
const HOSTS = {
  wordpress: { width: 645, height: 420, query: 'region=africa', hasLink: true },
  moodle: { width: 830, height: 640, query: 'view=charts&region=middle-east', hasLink: true },
  sites: { width: 960, height: 640, query: '', hasLink: false },
};

const { values: options } = parseArgs({ options: { url: { type: 'string' }, out: { type: 'string' } } });
if (!options.url || !options.out) {
  console.error('usage: node embedding.mjs --url URL --out FOLDER');
  process.exit(1);
}

const lines = (...widths) => widths.map((width) => `<div class="line" style="width: ${width}%"></div>`).join('');
const page = (site, { height, query, hasLink }, lang) => `<style>
    :root { color-scheme: light dark; }
    body { margin: 0; padding: ${MARGIN}px; }
    .line { height: 8px; margin: 10px 0; border-radius: 4px; background: color-mix(in srgb, CanvasText 14%, Canvas); }
    .link { width: 55%; height: 8px; margin: 14px 0; border-radius: 4px; background: LinkText; opacity: 0.6; }
  </style>${lines(94, 97, 62)}
  <iframe src="${site}embed.html?${query}&lang=${lang}" title="Timeline" style="display: block; width: 100%; height: ${height}px; margin: 20px 0; border: 0"></iframe>
  ${hasLink ? '<div class="link"></div>' : ''}${lines(96, 91, 35)}`;

await mkdir(options.out, { recursive: true });
const browser = await chromium.launch(launchOptions);
for (const [name, host] of Object.entries(HOSTS)) {
  for (const lang of ['en', 'zh']) {
    const around = await elsewhere(options.url, { body: (site) => page(site, host, lang) });
    for (const colorScheme of ['light', 'dark']) {
      const size = { width: host.width + 2 * MARGIN, height: host.height + 240 };
      const tab = await browser.newPage({ viewport: size, colorScheme, reducedMotion: 'reduce' });
      await tab.goto(around.url);
      const inside = tab.locator('iframe').contentFrame();
      await inside.locator('.app[data-ready]').waitFor();
      await inside.locator('.served, .loading').waitFor({ state: 'detached' });
      const height = await tab.evaluate(() => document.body.scrollHeight);
      const session = await tab.context().newCDPSession(tab);
      const clip = { x: 0, y: 0, width: size.width, height, scale: SCALE };
      const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 70, clip });
      const file = `${name}.${lang}${colorScheme === 'dark' ? '.dark' : ''}.webp`;
      await writeFile(join(options.out, file), Buffer.from(data, 'base64'));
      console.log(`${file}: ${size.width} × ${height}`);
      await tab.close();
    }
    around.stop();
  }
}
await browser.close();
