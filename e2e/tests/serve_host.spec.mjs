// The script for pages that show a timeline: an element, heights, links through the page, light and dark.

import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { minify } from 'terser';
import { elsewhere } from '../pages/elsewhere.mjs';
import { atRest } from '../pages/timeline_page.mjs';

/** A page of another site with the script and this markup, open at an address below its root. */
async function visit(page, baseURL, markup, { at = '', headers } = {}) {
  const body = (site) => `<script src="${site}gsi-timeline.js"></script>\n${markup.replaceAll('SITE/', site)}`;
  const host = await elsewhere(baseURL, { body, headers });
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${host.url}${at}`);
  return { ...host, errors };
}

const inside = (page, n = 0) => page.locator('iframe').nth(n).contentFrame();
const ready = (page, n = 0) => inside(page, n).locator('.app[data-ready]').waitFor();

async function someEvents(baseURL) {
  const { events } = await (await fetch(`${baseURL}events.json`)).json();
  return events.filter((event) => event.importance === 3).slice(0, 2).map(({ id, title }) => ({ id, title: title.en }));
}

test('at most 3 KB, minified', async () => {
  const source = await readFile(new URL('../../public/gsi-timeline.js', import.meta.url), 'utf8');
  const { code } = await minify(source, { ecma: 2022 });
  expect(Buffer.byteLength(code)).toBeLessThanOrEqual(3072);
});

test('an element is a frame, its attributes are the view', async ({ page, baseURL }) => {
  const host = await visit(page, baseURL, '<gsi-timeline region="africa" view="table" lang="zh" title="非洲事件"><a href="#">链接</a></gsi-timeline>');
  await ready(page);
  await expect(inside(page).getByRole('heading', { level: 1 })).toContainText('非洲');
  await expect(page.getByRole('link', { name: '链接' })).toHaveCount(0);
  await expect(page.locator('iframe')).toHaveAttribute('title', '非洲事件');
  await expect(page.locator('iframe')).toHaveAttribute('loading', 'lazy');
  // Another attribute is another view.
  await page.locator('gsi-timeline').evaluate((element) => element.setAttribute('region', 'middle-east'));
  await expect(inside(page).getByRole('heading', { level: 1 })).toContainText('中东');
  expect(host.errors).toEqual([]);
  host.stop();
});

test('the frame is as high as what is in it', async ({ page, baseURL }) => {
  const host = await visit(page, baseURL, '<gsi-timeline view="charts" height="300"></gsi-timeline>');
  await ready(page);
  const beyond = () => inside(page).locator('html').evaluate((root) => root.scrollHeight - root.clientHeight);
  await expect.poll(() => page.locator('iframe').evaluate((frame) => frame.clientHeight)).toBeGreaterThan(300);
  await expect.poll(beyond).toBeLessThanOrEqual(1);
  host.stop();
});

test('who comes from below keeps what is in sight when the frame takes its height', async ({ page, baseURL }) => {
  const markup = '<p style="height: 1500px"></p><gsi-timeline></gsi-timeline><p id="after" style="height: 3000px">After.</p>';
  const host = await visit(page, baseURL, markup);
  // The last of the frame and the text after it.
  await page.evaluate(() => {
    document.documentElement.style.scrollBehavior = 'smooth';
    scrollTo({ top: document.getElementById('after').offsetTop - 200, behavior: 'instant' });
  });
  const top = () => page.evaluate(() => Math.round(document.getElementById('after').getBoundingClientRect().top));
  expect(await top()).toBe(200);
  await ready(page);
  await expect.poll(() => page.locator('iframe').evaluate((frame) => frame.clientHeight)).toBeGreaterThan(600);
  expect(await top()).toBe(200);
  host.stop();
});

for (const markup of ['<gsi-timeline lang="en"></gsi-timeline>', '<iframe title="Timeline" src="SITE/embed.html?lang=en" width="900" height="700"></iframe>']) {
  test(`links go through the page: ${markup.slice(1, 13)}`, async ({ page, baseURL }) => {
    const [first, second] = await someEvents(baseURL);
    const host = await visit(page, baseURL, markup, { at: `?event=${first.id}&kept=1` });
    await ready(page);
    await expect(inside(page).getByRole('complementary')).toContainText(first.title);

    // What is opened in the frame is in the address of the page; what else stands there stays.
    await inside(page).getByRole('complementary').getByRole('button', { name: 'Close' }).click();
    await expect(page).toHaveURL(`${host.url}?kept=1`);
    await page.evaluate((id) => {
      history.pushState(null, '', `?event=${id}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, second.id);
    await expect(inside(page).getByRole('complementary')).toContainText(second.title);
    expect(host.errors).toEqual([]);
    host.stop();
  });
}

test('several frames, each with a name of its own in the address', async ({ page, baseURL }) => {
  const [first, second] = await someEvents(baseURL);
  const markup = `<gsi-timeline lang="en" param="left"></gsi-timeline><gsi-timeline lang="en" param="right"></gsi-timeline>
    <gsi-timeline lang="en" param=""></gsi-timeline>`;
  const host = await visit(page, baseURL, markup, { at: `?left=${first.id}&right=${second.id}&event=${first.id}` });
  for (const n of [0, 1, 2]) {
    await page.locator('iframe').nth(n).scrollIntoViewIfNeeded();
    await ready(page, n);
  }
  await expect(inside(page, 0).getByRole('complementary')).toContainText(first.title);
  await expect(inside(page, 1).getByRole('complementary')).toContainText(second.title);
  await expect(inside(page, 2).getByRole('complementary')).toHaveCount(0);
  host.stop();
});

test('light and dark as the page, unless chosen', async ({ page, baseURL }) => {
  const markup = '<gsi-timeline></gsi-timeline><gsi-timeline scheme="light"></gsi-timeline>';
  const host = await visit(page, baseURL, `<style>.dark { color-scheme: dark }</style>${markup}`);
  const scheme = (n) => inside(page, n).locator('html');
  await ready(page, 0);
  await page.locator('iframe').nth(1).scrollIntoViewIfNeeded();
  await ready(page, 1);
  await page.evaluate(() => document.documentElement.classList.add('dark'));
  await expect(scheme(0)).toHaveAttribute('data-scheme', 'dark');
  await expect(scheme(1)).toHaveAttribute('data-scheme', 'light');
  await page.evaluate(() => document.documentElement.classList.remove('dark'));
  await expect(scheme(0)).not.toHaveAttribute('data-scheme', /./);
  host.stop();
});

test('no one else is listened to', async ({ page, baseURL }) => {
  const [first] = await someEvents(baseURL);
  const host = await visit(page, baseURL, '<gsi-timeline lang="en"></gsi-timeline><iframe id="stranger" title="Stranger" srcdoc="<p>Hello</p>"></iframe>');
  await ready(page);
  // The first height has come: what is said after it would be seen.
  await expect.poll(() => page.evaluate(() => said.some(({ data }) => data?.sentinel === 'amp'))).toBe(true);
  const beyond = () => inside(page).locator('html').evaluate((root) => root.scrollHeight - root.clientHeight);
  await expect.poll(beyond).toBeLessThanOrEqual(1);
  await atRest(page);
  const height = await page.locator('iframe').first().evaluate((frame) => frame.style.height);
  await page.locator('#stranger').contentFrame().locator('body').evaluate(async (_, id) => {
    const timeline = parent.document.querySelector('iframe').contentWindow;
    for (const message of [
      { gsiTimeline: 1, event: id }, { gsiTimeline: 1, event: '../../evil' }, { sentinel: 'amp', type: 'embed-size', height: 5000 },
      { gsiTimeline: 1, ready: true }, null, 'text', 7, [], { gsiTimeline: '1', event: id },
    ]) {
      parent.postMessage(message, '*');
      timeline.postMessage(message, '*');
      timeline.postMessage({ gsiTimeline: 1, scheme: 'dark' }, '*');
    }
  }, first.id);
  // What means nothing, from the right window.
  await page.evaluate(() => {
    const timeline = document.querySelector('iframe').contentWindow;
    for (const message of [{ gsiTimeline: 1, event: '<b>' }, { gsiTimeline: 1, scheme: 'pink' }, { gsiTimeline: 2, scheme: 'dark' }, null, 'x']) {
      timeline.postMessage(message, '*');
    }
    timeline.postMessage({ gsiTimeline: 1, scheme: 'light' }, '*');
  });
  // Messages keep their order: the last one has come, so the others have.
  await expect(inside(page).locator('html')).toHaveAttribute('data-scheme', 'light');
  await expect(page).toHaveURL(host.url);
  await expect(inside(page).getByRole('complementary')).toHaveCount(0);
  expect(await page.locator('iframe').first().evaluate((frame) => frame.style.height)).toBe(height);
  expect(host.errors).toEqual([]);
  host.stop();
});

test('a strict policy of the page is enough', async ({ page, baseURL }) => {
  const headers = (site) => ({
    'content-security-policy': `default-src 'none'; script-src ${site} 'sha256-none' 'unsafe-hashes'; frame-src ${site}`,
  });
  const host = await visit(page, baseURL, '<gsi-timeline view="charts"></gsi-timeline>', { headers });
  await ready(page);
  await expect.poll(() => page.locator('iframe').evaluate((frame) => frame.style.width)).toBe('100%');
  host.stop();
});
