// The page for frames works in WebKit, too, whatever its host allows.

import { expect, test } from '@playwright/test';
import { elsewhere } from '../pages/elsewhere.mjs';
import { launchWebKit, missing } from '../pages/webkit.mjs';

test.skip(missing.length > 0, `not here: ${missing.join(', ')}`);

let webkit;
test.beforeAll(async () => { webkit = await launchWebKit(); });
test.afterAll(async () => { await webkit?.stop(); });

for (const sandbox of [null, 'allow-scripts', 'allow-scripts allow-same-origin']) {
  for (const cors of [false, true]) {
    test(`${sandbox ?? 'no sandbox'}, ${cors ? 'with' : 'without'} CORS`, async ({ baseURL }) => {
      const host = await elsewhere(baseURL, {
        cors,
        frames: [{ src: 'embed.html#?secret=abc', width: 900, height: 700, ...(sandbox ? { sandbox } : {}) }],
      });
      await webkit.open(host.url);
      await webkit.until('its height', () => webkit.run("return said.some(({ data }) => data.secret === 'abc')"));
      const origins = await webkit.run('return [...new Set(said.map(({ origin }) => origin))]');
      expect(origins).toEqual([sandbox === 'allow-scripts' ? 'null' : new URL(host.site).origin]);
      await webkit.inside('iframe');
      await webkit.until('the program', () => webkit.run("return !document.getElementById('served') && !!document.querySelector('.app[data-ready]')"));
      // It answers: an event opens.
      await webkit.run("document.querySelector('.timeline-drawing [data-event]').dispatchEvent(new MouseEvent('click', { bubbles: true }))");
      await webkit.until('the card', () => webkit.run("return !!document.querySelector('#card h2')"));
      expect(await webkit.run("return document.getElementById('failure').hidden")).toBe(true);
      host.stop();
    });
  }
}
