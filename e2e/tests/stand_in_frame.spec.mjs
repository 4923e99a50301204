// In a frame of another page: whole at every size, as high as it needs, with whose account it is and a way out.

import { expect, test } from '@playwright/test';
import { elsewhere } from '../pages/elsewhere.mjs';
import { TimelinePage, settled } from '../pages/timeline_page.mjs';

const open = async (page, file) => {
  await page.goto(`./${file}`);
  await page.locator('.app[data-ready]').waitFor();
  await expect(page.locator('.served')).toHaveCount(0);
};

/** Visible words that reach out of the window sideways, or are cut in a box that does not say so with an ellipsis. */
const clipped = (page) => page.evaluate(() => {
  const out = [];
  for (const element of document.body.querySelectorAll('.app *')) {
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    // Drawings go on beyond their edge, to be panned to.
    if (!words || element.closest('svg') || !element.checkVisibility({ visibilityProperty: true })) continue;
    const { left, right, width } = element.getBoundingClientRect();
    const isOut = width > 1 && (left < -1 || right > innerWidth + 1);
    const style = getComputedStyle(element);
    const isCut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1 && style.overflowX !== 'visible' && style.textOverflow !== 'ellipsis';
    if ((isOut || isCut) && !element.closest('.skip, .visually-hidden')) out.push(`${element.className.baseVal ?? element.className}: ${element.textContent.slice(0, 40)}`);
  }
  if (document.documentElement.scrollWidth > innerWidth) out.push('the page scrolls sideways');
  return out;
});

for (const [file, lang] of [['embed.html', 'en'], ['embed.zh.html', 'zh']]) {
  test(`nothing is clipped at any size: ${file}`, async ({ page }) => {
    await open(page, file);
    for (const width of [280, 320, 480, 599, 600, 640, 768, 960, 1280]) {
      for (const height of [200, 480, 1000]) {
        await page.setViewportSize({ width, height });
        await settled(page);
        expect(await clipped(page), `${width} × ${height}`).toEqual([]);
        await expect(page.getByRole('link', { name: lang === 'en' ? 'Open full timeline' : '打开完整时间线' })).toBeInViewport({ ratio: 1 });
        const account = page.getByText(lang === 'en' ? /China Institute of International Studies/ : /中国国际问题研究院/);
        await expect(account.filter({ visible: true }).first()).toBeInViewport();
        await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
      }
    }
  });
}

test('the program takes its place in a frame and nothing moves', async ({ page }) => {
  // A narrow window asks for several files; all of them wait until they are let go.
  let [release, free, asked] = [];
  await page.route(/\.wasm$/, async (route) => {
    asked = true;
    await free;
    await route.continue();
  });
  const places = () => page.evaluate(() => ['h1', '.served-picture, .timeline-axis'].map((name) => {
    const shown = [...document.querySelectorAll(name)].map((element) => element.getBoundingClientRect()).find(({ height }) => height > 0);
    return shown ? [shown.x, shown.y, shown.width].map(Math.round) : null;
  }));
  for (const [width, height] of [[280, 640], [340, 640], [640, 200], [640, 560], [1280, 560]]) {
    await page.setViewportSize({ width, height });
    free = new Promise((done) => { release = done; });
    asked = false;
    await page.goto('./embed.html');
    await expect(page.locator('.served-list li').last()).toBeAttached();
    await expect.poll(() => asked).toBe(true);
    await settled(page);
    const before = await places();
    expect(before[1] === null).toBe(width < 600);
    release();
    await page.locator('.app[data-ready]').waitFor();
    await expect(page.locator('.served')).toHaveCount(0);
    await settled(page);
    expect((await places()).slice(0, width < 600 ? 1 : 2), `${width} × ${height}`).toEqual(before.slice(0, width < 600 ? 1 : 2));
  }
});

test('it tells its height in every dialect, and fits when it is given it', async ({ page, baseURL }) => {
  const host = await elsewhere(baseURL, {
    frames: [{ src: 'embed.html#?secret=aB3', width: 640, height: 300, style: 'border: 0; display: block' }],
    head: `<script>addEventListener('message', (e) => {
      if (e.data.sentinel === 'amp') document.querySelector('iframe').height = e.data.height;
    });</script>`,
  });
  await page.goto(host.url);
  const inside = page.frames()[1];
  await inside.locator('.app[data-ready]').waitFor();
  const said = () => page.evaluate(() => window.said.map(({ data }) => data));
  // One after the other: the last of the four is the one with the secret.
  await expect.poll(async () => (await said()).at(-1)?.message).toBe('height');
  await expect(async () => {
    const all = await said();
    const height = all.at(-1).value;
    expect(all.slice(-4)).toEqual([
      { 'datawrapper-height': { 'gsi-2024': height } },
      { sentinel: 'amp', type: 'embed-size', height },
      JSON.stringify({ src: `${host.site}embed.html#?secret=aB3`, context: 'iframe.resize', height }).replaceAll('":', '": ').replaceAll(',"', ', "'),
      { message: 'height', value: height, secret: 'aB3' },
    ]);
  }).toPass({ timeout: 15_000 });
  await expect.poll(() => inside.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
  const height = (await said()).at(-1).value;
  expect(height).toBeGreaterThan(400);
  // An opened event does not drive it up without end.
  await inside.getByRole('group', { name: /^Arrow keys move/ }).getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await inside.getByRole('complementary').waitFor();
  await expect.poll(() => page.evaluate(() => document.querySelector('iframe').height)).not.toBe(String(height));
  await settled(page, 24);
  expect(await page.evaluate(() => Number(document.querySelector('iframe').height))).toBeLessThan(height + 400);
  host.stop();
});

test('charts fit the narrowest frame, and ask for all the height they take', async ({ page, baseURL }) => {
  const host = await elsewhere(baseURL, { body: (site) => `<script src="${site}gsi-timeline.js"></script><iframe src="${site}embed.html?view=charts" title="Timeline" width="280" height="560"></iframe>` });
  await page.setViewportSize({ width: 400, height: 800 });
  await page.goto(host.url);
  const inside = page.frames()[1];
  await inside.locator('.app[data-ready]').waitFor();
  await expect.poll(() => inside.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
  const first = inside.locator('figure').first();
  await expect(first.locator('svg').first()).toBeVisible();
  await expect.poll(() => first.locator('.figure-scroll').evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
  host.stop();
});

test('a narrow frame asks for a screen, not for all of time', async ({ page, baseURL }) => {
  const host = await elsewhere(baseURL, { frames: [{ src: 'embed.html', width: 320, height: 480 }] });
  await page.goto(host.url);
  await page.frames()[1].locator('.app[data-ready]').waitFor();
  // Said in several ways; one of them is a text.
  const height = () => page.evaluate(() => JSON.parse(window.said.findLast(({ data }) => typeof data === 'string')?.data ?? '{}').height);
  await expect.poll(height).toBe(640);
  host.stop();
});

// What is laid out by the height of the window, and says its height to who sets it, may go back and forth without end.
for (const [query, width] of [['?region=east-asia', 800], ['?view=charts&region=pacific', 320], ['?view=table&q=nothing+at+all', 640]]) {
  test(`heights come to rest: ${query}, ${width} px`, async ({ page, baseURL }) => {
    const host = await elsewhere(baseURL, { body: (site) => `<script src="${site}gsi-timeline.js"></script><iframe src="${site}embed.html${query}" title="Timeline" width="${width}" height="560"></iframe>` });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(host.url);
    await page.frames()[1].locator('.app[data-ready]').waitFor();
    await expect.poll(() => page.evaluate(() => window.said.length)).toBeGreaterThan(0);
    // As many frames as would hold a dozen turns.
    const saidAfter = (frames) => page.evaluate((frames) => new Promise((done) => {
      const next = (left) => (left ? requestAnimationFrame(() => next(left - 1)) : done(window.said.length));
      next(frames);
    }), frames);
    // What still comes with the program may be said; what goes back and forth is never at an end.
    await expect.poll(async () => {
      const before = await saidAfter(12);
      return (await saidAfter(24)) - before;
    }).toBe(0);
    host.stop();
  });
}

for (const [width, height] of [[390, 640], [800, 500], [1280, 500]]) {
  test(`what is opened stands where its reader looks: ${width} × ${height}`, async ({ page, baseURL }) => {
    const host = await elsewhere(baseURL, {
      body: (site) => `<meta name="viewport" content="width=device-width"><p style="height: 300px"></p><iframe src="${site}embed.html" title="Timeline" style="width: 100%; height: 900px; border: 0"></iframe><p style="height: 900px"></p>`,
    });
    await page.setViewportSize({ width, height });
    await page.goto(host.url);
    // Frame and screen overlap by a part of either.
    await page.evaluate(() => scrollTo(0, 160));
    const inside = page.locator('iframe').contentFrame();
    await inside.locator('.app[data-ready]').waitFor();
    await inside.locator('[data-event]:visible').first().click();
    const card = inside.getByRole('complementary');
    await card.waitFor();
    const screen = async () => {
      const { top, bottom } = await card.evaluate((element) => element.getBoundingClientRect().toJSON());
      const at = await page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().top);
      return { isBelowTop: at + top >= -1, isAboveEnd: at + bottom <= height + 1 };
    };
    await expect.poll(screen).toEqual({ isBelowTop: true, isAboveEnd: true });
    // It goes along when the page around is scrolled on.
    await page.evaluate(() => scrollTo(0, 520));
    await expect.poll(screen).toEqual({ isBelowTop: true, isAboveEnd: true });
    host.stop();
  });
}

test('it leads to the same view on the whole page, in a tab of its own', async ({ page, context }) => {
  await open(page, 'embed.zh.html?region=middle-east&time=2023');
  await page.getByRole('group', { name: /^方向键/ }).getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('complementary').waitFor();
  const [whole] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: '打开完整时间线' }).click()]);
  await whole.locator('.app[data-ready]').waitFor();
  const address = new URL(whole.url());
  expect(address.pathname).toMatch(/index\.zh\.html$/);
  expect([...address.searchParams.keys()]).toEqual(['region', 'time', 'event']);
  expect(await whole.evaluate(() => window.opener)).toBeNull();
  const app = new TimelinePage(whole);
  await expect(app.headline).toHaveText(await page.getByRole('heading', { level: 1 }).textContent());
  await expect(app.card).toBeVisible();
});

test('the whole page can be asked to be one for frames', async ({ page }) => {
  await open(page, '?mode=embed');
  await expect(page.getByRole('banner')).toHaveCount(0);
  const link = page.getByRole('link', { name: 'Open full timeline' });
  expect(new URL(await link.evaluate((a) => a.href)).search).toBe('');
  // Wide and high enough for three views together, but only one was asked for.
  await page.setViewportSize({ width: 1700, height: 1000 });
  await page.reload();
  await page.locator('.app[data-view=timeline]').waitFor();
});
