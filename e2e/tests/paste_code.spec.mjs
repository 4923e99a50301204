// Each code of the dialog of sharing, copied and pasted into a page as its host would show it: a timeline that answers,
// or a link to the very view.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import sanitize from 'sanitize-html';
import { elsewhere } from '../pages/elsewhere.mjs';

const QUERY = '?view=timeline&region=africa&time=2023';
const HEADLINE = /\d+ of 167 events\s· Africa\s· 2023/;
const PLACES = ['Any page (HTML)', 'HTML with script', 'WordPress', 'Moodle', 'Markdown', 'Plain link'];

/** What a person copies for each place, out of the dialog of the site itself. */
async function copied(page, context, site) {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(site).origin });
  await page.goto(`${site}${QUERY}`);
  await page.locator('.app[data-ready]').waitFor();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  const codes = {};
  for (const place of PLACES) {
    await dialog.getByRole('radio', { name: place, exact: true }).check();
    await dialog.getByRole('button', { name: 'Copy code' }).click();
    const shown = await dialog.getByRole('textbox', { name: 'Code to paste' }).inputValue();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
    codes[place] = shown;
  }
  return codes;
}

// WordPress keeps of what an author without `unfiltered_html` writes the tags of its `$allowedposttags`, where there are
// neither frames nor scripts nor elements of one's own; Moodle's purifier is as strict with what students write.
const filtered = (html) => sanitize(html, {
  allowedTags: [...sanitize.defaults.allowedTags, 'img'],
  allowedAttributes: { a: ['href', 'title'], img: ['src', 'alt', 'title', 'width', 'height'] },
  allowedSchemes: ['http', 'https', 'mailto'],
});

async function expectAnswers(page, frame) {
  await frame.scrollIntoViewIfNeeded();
  const inside = frame.contentFrame();
  await inside.locator('.app[data-ready]').waitFor();
  await expect(inside.getByRole('heading', { level: 1 })).toHaveText(HEADLINE);
  await inside.getByRole('group', { name: /^Arrow keys move/ }).getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await expect(inside.getByRole('complementary').getByRole('heading', { level: 2 })).toBeVisible();
}

test('every code shows the very view where it is pasted, or leads to it', async ({ page, context, baseURL }) => {
  test.slow();
  const sections = {};
  const host = await elsewhere(baseURL, {
    body: () => Object.entries(sections).map(([name, html]) => `<section aria-label="${name}" style="width: 645px">${html}</section>`).join('\n'),
  });
  const codes = await copied(page, context, host.site);
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  Object.assign(sections, {
    frame: codes['Any page (HTML)'],
    script: codes['HTML with script'],
    'WordPress, an editor': codes.WordPress,
    'Moodle, a teacher': codes.Moodle,
    'WordPress, an author': filtered(codes.WordPress),
    'WordPress, an author with the script': filtered(codes['HTML with script']),
    'Moodle, a student': filtered(codes.Moodle),
    Markdown: marked.parse(codes.Markdown),
    'Markdown without HTML': new MarkdownIt({ html: false }).render(codes.Markdown),
    'plain link': new MarkdownIt({ linkify: true }).render(codes['Plain link']),
  });
  await page.goto(host.url);
  const section = (name) => page.getByRole('region', { name, exact: true });
  for (const name of ['frame', 'script', 'WordPress, an editor', 'Moodle, a teacher']) {
    await test.step(name, () => expectAnswers(page, section(name).locator('iframe')));
  }
  // The codes with a link below have it for the others.
  for (const name of ['WordPress, an author', 'WordPress, an author with the script', 'Moodle, a student']) {
    await expect(section(name).locator('iframe, script, gsi-timeline')).toHaveCount(0);
  }
  for (const name of ['Markdown', 'Markdown without HTML']) {
    const picture = section(name).getByRole('img', { name: HEADLINE });
    await expect.poll(() => picture.evaluate((image) => image.naturalWidth)).toBe(1200);
  }
  const view = `${host.site}${QUERY}`;
  for (const name of ['WordPress, an editor', 'WordPress, an author', 'WordPress, an author with the script', 'Moodle, a teacher', 'Moodle, a student', 'Markdown', 'Markdown without HTML', 'plain link']) {
    await expect(section(name).getByRole('link')).toHaveAttribute('href', view);
  }
  await section('Markdown').getByRole('link').click();
  await page.locator('.app[data-ready]').waitFor();
  await expect.poll(() => page.url()).toBe(view);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(HEADLINE);
  expect(errors).toEqual([]);
  host.stop();
});

// What WordPress makes of an address on a line of its own: it reads the page, asks for what it offers, keeps the frame
// with a few attributes, and shuts it in a sandbox that only runs scripts.
const asWordPressShows = (html, secret) => sanitize(html, {
  allowedTags: ['a', 'blockquote', 'iframe'],
  allowedAttributes: { a: ['href'], iframe: ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'] },
}).replace(/ src="([^"]*)"/, ` src="$1#?secret=${secret}" data-secret="${secret}"`)
  .replace('<iframe', '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"');

// Its script gives the frame the height that comes with the secret, between 200 and 1,000.
const WP_EMBED = `<script>addEventListener('message', ({ data, source }) => {
  if (!data || !(data.secret && data.message && data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
  for (const frame of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
    if (source !== frame.contentWindow || data.message !== 'height') continue;
    frame.height = Math.max(200, Math.min(1000, parseInt(data.value, 10)));
  }
})</script>`;

test('an address that WordPress is given becomes what the site offers', async ({ page, baseURL }) => {
  // The program that writes pages may have to be compiled.
  test.slow();
  let markup = '';
  const host = await elsewhere(baseURL, { head: WP_EMBED, body: () => markup });
  const folder = await mkdtemp(join(tmpdir(), 'site-'));
  // The site says what it offers where it knows its address: its pages are written once more, with one.
  const written = await (await fetch(host.site)).text();
  const [module, wasm] = ['module', 'wasm'].map((name) => written.match(new RegExp(`"${name}": "([^"]+)"`))[1]);
  await writeFile(join(folder, 'style.css'), '');
  await writeFile(join(folder, 'index.html'), `<link rel="stylesheet" href="./style.css"/><script type="module">
    import init, * as bindings from '${module}';\nconst wasm = await init({ module_or_path: '${wasm}' });</script>`);
  await promisify(execFile)('cargo', ['run', '--quiet', '--no-default-features', '--bin', 'pages', folder], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, GSI_SITE_URL: host.site },
  });
  const offers = [...(await readFile(join(folder, 'index.html'), 'utf8')).matchAll(/<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/g)].map((found) => found[1]);
  expect(offers).toHaveLength(3);
  const offered = await Promise.all(offers.map(async (address) => {
    expect(address.startsWith(host.site)).toBe(true);
    return JSON.parse(await readFile(join(folder, address.slice(host.site.length)), 'utf8'));
  }));
  expect(offered.map(({ type, version }) => `${type} ${version}`)).toEqual(Array(3).fill('rich 1.0'));
  markup = offered.map(({ html }, i) => `<div style="width: 645px">${asWordPressShows(html, `secret${i}`)}</div>`).join('\n');
  await page.goto(host.url);
  for (const [i, view] of ['timeline', 'charts', 'table'].entries()) {
    const frame = page.locator('iframe').nth(i);
    await frame.scrollIntoViewIfNeeded();
    await frame.contentFrame().locator(`.app[data-ready][data-view=${view}]`).waitFor();
    // As high as what is in it, within what WordPress gives.
    await expect.poll(() => frame.evaluate((frame) => frame.height)).not.toBe('600');
    const height = await frame.evaluate((frame) => frame.clientHeight);
    expect(height).toBeLessThanOrEqual(1000);
    if (height < 1000) await expect.poll(() => frame.contentFrame().locator('html').evaluate((root) => root.scrollHeight - root.clientHeight)).toBeLessThanOrEqual(1);
  }
  await rm(folder, { recursive: true });
  host.stop();
});
