// What is served can be read before the program, without it, and when it fails; the program takes its place unseen.

import { expectClean } from '../pages/axe.mjs';
import { expect, test } from '../pages/test.mjs';

const PAGES = [
  ['index.html', 'en', /^\d+ of \d+ events\s· 2022–2024$/],
  ['index.zh.html', 'zh', /^\d+ \/ \d+ ?项事件\s· 2022—2024年$/],
  ['embed.html', 'en', /^\d+ of \d+ events\s· 2022–2024$/],
  ['embed.zh.html', 'zh', /^\d+ \/ \d+ ?项事件\s· 2022—2024年$/],
];

const list = (page) => page.locator('.served').getByRole('list');
const failure = (page) => page.locator('#failure');

async function expectReadable(page, headline) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline);
  await expect(list(page).getByRole('listitem')).toHaveCount(181);
  await expect(list(page).locator('time').last()).toBeVisible();
}

for (const [file, lang, headline] of PAGES) {
  const english = lang === 'en';

  test(`with scripts off, every event can be read: ${file}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
    const page = await context.newPage();
    for (const [width, hasPicture] of [[1280, true], [768, true], [390, false], [320, false]]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`./${file}`);
      await expectReadable(page, headline);
      await expect(page.locator('noscript')).toBeVisible();
      await expect(page.locator('noscript')).toHaveText(english ? /JavaScript, which is switched off here/ : /需要 JavaScript，此处已停用/, { useInnerText: true });
      await expect(page.getByRole('img', { name: headline }).filter({ visible: true })).toHaveCount(hasPicture ? 1 : 0);
      await expect(failure(page)).toBeHidden();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await context.close();
  });

  for (const scheme of ['light', 'dark']) {
    test(`axe finds nothing in what is served: ${file}, ${scheme}`, async ({ page, faults }) => {
      faults.mayFail = true;
      await page.emulateMedia({ colorScheme: scheme });
      await page.route(/\.(js|wasm)$/, (route) => route.abort());
      await page.goto(`./${file}`);
      await expect(failure(page)).toBeVisible();
      await expectClean(page);
    });
  }

  const FAILURES = {
    'WebAssembly is missing': {
      provoke: (page) => page.addInitScript(() => { delete globalThis.WebAssembly; }),
      says: english ? /^This browser does not run WebAssembly/ : /^此浏览器不能运行 WebAssembly/,
      again: false,
    },
    'the program is not there': {
      provoke: (page) => page.route(/(\.wasm|embed\.js)$/, (route) => route.fulfill({ status: 404, body: 'gone' })),
      says: english ? /^A part of the program did not arrive.*wasm: 404$/s : /^程序有一部分未能下载.*wasm: 404$/s,
      again: true,
    },
    'the program does not arrive': {
      provoke: (page) => page.route(/(\.wasm|embed\.js)$/, (route) => route.abort()),
      says: english ? /^A part of the program did not arrive/ : /^程序有一部分未能下载/,
      again: true,
    },
    'the module does not arrive': {
      provoke: (page) => page.route(/(gsi-timeline-[^/]*|embed)\.js$/, (route) => route.abort()),
      says: english ? /^A part of the program did not arrive/ : /^程序有一部分未能下载/,
      again: true,
    },
    'the program is cut short': {
      provoke: (page) => page.route(/\.wasm$/, async (route) => {
        const body = await (await route.fetch()).body();
        await route.fulfill({ contentType: 'application/wasm', body: body.subarray(0, body.length / 2) });
      }),
      says: english ? /^A part of the program arrived damaged/ : /^程序有一部分在下载中损坏/,
      again: true,
    },
    'the module is cut short': {
      provoke: (page) => page.route(/gsi-timeline-[^/]*\.js$/, async (route) => {
        const body = await (await route.fetch()).body();
        await route.fulfill({ contentType: 'text/javascript', body: body.subarray(0, body.length / 2) });
      }),
      says: english ? /^A part of the program arrived damaged/ : /^程序有一部分在下载中损坏/,
      again: true,
    },
    'the program stops at once': {
      provoke: (page) => page.addInitScript(() => {
        const make = Document.prototype.createElement;
        Document.prototype.createElement = function broken(name, ...more) {
          if (name === 'main') throw new Error('broken');
          return make.call(this, name, ...more);
        };
      }),
      says: english ? /^The page has stopped/ : /^页面已停止运行/,
      again: true,
    },
  };
  for (const [name, { provoke, says, again }] of Object.entries(FAILURES)) {
    test(`if ${name}, the page says so and can be read: ${file}`, async ({ page, faults }) => {
      faults.mayFail = true;
      await provoke(page);
      await page.goto(`./${file}${file.startsWith('embed') ? '#?secret=abc' : ''}`);
      await expect(failure(page)).toBeVisible();
      await expect(failure(page)).toBeInViewport();
      await expect.poll(async () => (await failure(page).innerText()).trim()).toMatch(says);
      const reload = failure(page).getByRole('link', { name: english ? 'Load the same view again' : '重新载入同一视图' });
      await expect(reload).toHaveCount(again ? 1 : 0);
      await expectReadable(page, headline);
      // What was lost on the way may arrive the next time.
      if (!(await page.evaluate(() => document.getElementById('failure').dataset.why === 'missing'))) return;
      await page.unrouteAll();
      await reload.click();
      await page.locator('.app[data-ready]').waitFor();
      await expect(failure(page)).toBeHidden();
    });
  }
}

test('a Chinese reader of the first page waits for Chinese, and is told in Chinese too if it fails', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: 'zh-CN', baseURL });
  const page = await context.newPage();
  await page.route(/(\.wasm|embed\.js)$/, (route) => route.abort());
  await page.goto('./');
  await expect(failure(page)).toContainText('程序有一部分未能下载');
  await expect.poll(() => failure(page).innerText()).toMatch(/did not arrive.*未能下载/s);
  await expect(list(page).first()).toBeVisible();
  await page.unrouteAll();
  await page.getByRole('link', { name: '中文' }).click();
  await page.locator('.app[data-ready]').waitFor();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await context.close();
});

test('the page of a language speaks it whatever the browser asks for, and an address that names one wins', async ({ app, page }) => {
  await page.goto('./index.zh.html');
  await app.ready();
  await expect(app.headline).toContainText('项事件');
  await app.languageSwitch.click();
  await expect(app.headline).toContainText('events');
  await expect.poll(() => app.parameter('lang')).toBe('en');
  await page.reload();
  await app.ready();
  await expect(app.headline).toContainText('events');
});

for (const [width, height] of [[1280, 800], [1024, 768], [390, 844]]) {
  test(`the program takes its place and nothing moves: ${width} × ${height}`, async ({ page, app }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((found) => window.shifts.push(...found.getEntries().map((entry) => ({
        value: entry.value,
        of: entry.sources.map(({ node }) => node?.className?.baseVal ?? node?.className ?? node?.nodeName),
      })))).observe({ type: 'layout-shift', buffered: true });
    });
    let release;
    const held = new Promise((done) => { release = done; });
    await page.route(/\.wasm$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('./');
    await expect(list(page).first()).toBeVisible();
    const places = () => page.evaluate(() => ['.masthead-name', 'h1', '.headline-lede', '.headline-account'].map((name) => {
      const { x, y } = [...document.querySelectorAll(name)].at(-1).getBoundingClientRect();
      return [name, Math.round(x), Math.round(y)];
    }));
    await page.evaluate(() => document.fonts.ready);
    await app.settled();
    const before = await places();
    const drawn = page.getByRole('img').filter({ visible: true });
    await expect(drawn).toHaveCount(width >= 600 ? 1 : 0);
    const picture = width >= 600 ? await drawn.boundingBox() : null;
    release();
    await app.ready();
    await expect(page.locator('.served')).toHaveCount(0);
    expect(await places()).toEqual(before);
    // What is drawn stands where the picture of it stood.
    if (picture) expect((await page.locator('.timeline-axis').boundingBox()).y).toBeCloseTo(picture.y, 0);
    expect(await page.evaluate(() => window.shifts)).toEqual([]);
  });
}

// 265 px are what a scroll bar leaves of a frame of 280.
for (const width of [265, 280, 320]) {
  for (const file of ['embed.html', 'embed.zh.html']) {
    test(`in a frame the program takes its place and the foot stays: ${file}, ${width} px`, async ({ page, app }) => {
      await page.setViewportSize({ width, height: 480 });
      let release;
      const held = new Promise((done) => { release = done; });
      await page.route(/(\.wasm|embed\.js)$/, async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(`./${file}`);
      await expect(list(page).first()).toBeVisible();
      const place = () => page.evaluate(() => {
        const { x, y, width, height } = [...document.querySelectorAll('.embed-foot')].at(-1).getBoundingClientRect();
        return [x, y, width, height];
      });
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
      const before = await place();
      expect(await wide(), 'nothing of what is served brings a scroll bar').toBe(width);
      release();
      await app.ready();
      await expect(page.locator('.served')).toHaveCount(0);
      expect(await place()).toEqual(before);
      expect(await wide()).toBe(width);
    });
  }
}

for (const [file, waits, inVain] of [
  ['embed.html?region=africa', 'The whole record, until the view you asked for is here', /The address asks for a part of the record/],
  ['index.zh.html?view=charts', '所选视图载入之前，先显示全部记录', /网址要求显示部分记录/],
]) {
  test(`what stands for another view says so: ${file}`, async ({ page, faults }) => {
    faults.mayFail = true;
    let release;
    const held = new Promise((done) => { release = done; });
    await page.route(/(\.wasm|embed\.js)$/, async (route) => {
      await held;
      await route.abort();
    });
    await page.goto(`./${file}`);
    const served = page.locator('.served');
    await expect(served.getByText(waits)).toBeVisible();
    await expect(served.getByRole('heading', { level: 1 })).toBeHidden();
    release();
    // The whole is what remains, and its headline is true of it.
    await expect(failure(page)).toContainText(inVain);
    await expect(served.getByText(waits)).toBeHidden();
    await expect(served.getByRole('heading', { level: 1 })).toContainText('167');
  });
}

test('there is no moment without a view', async ({ page, app }) => {
  await page.addInitScript(() => {
    window.empty = 0;
    const look = () => {
      if (document.body) {
        const shows = (name) => {
          const element = document.querySelector(name);
          return element && element.getBoundingClientRect().height > 200;
        };
        if (shows('.served-record')) window.wasServed = true;
        // Before the record has come there is nothing that could be seen of it.
        else if (window.wasServed && !shows('.timeline-stage')) window.empty += 1;
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto('./');
  await app.ready();
  expect(await page.evaluate(() => [window.wasServed, window.empty])).toEqual([true, 0]);
});
