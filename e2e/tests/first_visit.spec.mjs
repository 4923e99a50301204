// A stranger's first visit: what this is, whose account, from when to when; how to read it, put away for good.

import { expect, test } from '../pages/test.mjs';

const help = (page) => page.getByRole('dialog', { name: /^(How to read this|阅读说明)$/ });
const line = (page) => page.locator('.welcome');

for (const [lang, account, years] of [
  ['en', /As stated in the China Institute of International Studies/, /2022–2024/],
  ['zh', /据中国国际问题研究院/, /2022—2024年/],
]) {
  test(`what, whose and when stand on the first screen, ${lang}`, async ({ app, page }) => {
    await app.open(`?lang=${lang}`);
    await expect(page.getByRole('banner')).toContainText(lang === 'en' ? 'Global Security Initiative' : '全球安全倡议');
    for (const [element, words] of [
      [app.headline, years],
      [page.getByText(account).filter({ visible: true }).first(), account],
      [line(page), years],
    ]) {
      await expect(element).toHaveText(words);
      await expect(element).toBeInViewport({ ratio: 1 });
    }
    // The timeline is on it too, not pushed below.
    const first = app.drawing.locator('[tabindex="0"]');
    await expect(first).toBeInViewport();
    expect((await app.boxOf(page.locator('.timeline-axis'))).y).toBeLessThan(300);
  });
}

test('the line opens the help and is put away for good; the help stays in the masthead', async ({ app, page }) => {
  await app.open();
  const open = line(page).getByRole('button', { name: 'How to read this' });
  await open.click();
  await expect(help(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help(page)).toBeHidden();
  await expect(open).toBeFocused();
  await line(page).getByRole('button', { name: 'Do not show this again' }).click();
  await expect(line(page)).toHaveCount(0);
  const button = page.getByRole('banner').getByRole('button', { name: 'How to read this' });
  await expect(button).toBeFocused();
  await page.reload();
  await app.ready();
  await expect(line(page)).toHaveCount(0);
  await button.click();
  await expect(help(page)).toBeVisible();
});

test('where nothing can be stored the line is put away all the same', async ({ app, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
  });
  await app.open();
  await line(page).getByRole('button', { name: 'Do not show this again' }).click();
  await expect(line(page)).toHaveCount(0);
  await page.reload();
  await app.ready();
  await expect(line(page)).toBeVisible();
});

test('the help names every kind with its glyph and every other mark', async ({ app, page }) => {
  for (const lang of ['en', 'zh']) {
    await app.open(`?lang=${lang}`);
    const kinds = await page.locator('.key .key-entry').filter({ has: page.locator('svg') }).allTextContents();
    expect(kinds).toHaveLength(12);
    await page.getByRole('banner').getByRole('button', { name: /^(How to read this|阅读说明)$/ }).click();
    const shown = help(page).locator('.help-kind');
    await expect.poll(() => shown.allTextContents()).toEqual(kinds);
    await expect(shown.locator('svg path')).toHaveCount(12);
    for (const mark of ['.key-band', '.key-bar', '.key-pill', '.swatch']) {
      await expect(help(page).locator(mark).first()).toBeVisible();
    }
    await page.keyboard.press('Escape');
  }
});

test('the help leads on to the list of keys', async ({ app, page }) => {
  await app.open();
  const button = page.getByRole('banner').getByRole('button', { name: 'How to read this' });
  await button.click();
  await app.button('Keys').click();
  await expect(help(page)).toBeHidden();
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(button).toBeFocused();
});

for (const viewport of [{ width: 360, height: 740 }, { width: 640, height: 900 }, { width: 1024, height: 768 }, { width: 1280, height: 800 }, { width: 1920, height: 1080 }]) {
  test(`the line moves nothing when it goes, ${viewport.width}`, async ({ app, page }) => {
    await page.setViewportSize(viewport);
    await app.open();
    const place = () => page.locator('.stage-column').evaluate((e) => e.getBoundingClientRect().top);
    const before = await place();
    await expect(line(page)).toBeVisible();
    await page.getByRole('button', { name: 'Do not show this again' }).click();
    await expect(line(page)).toHaveCount(0);
    await app.settled();
    expect(await place()).toBe(before);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.reload();
    await app.ready();
    expect(await place()).toBe(before);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
  });
}

for (const [width, height] of [[320, 640], [360, 740], [390, 844], [640, 900], [768, 1024], [1024, 768], [1280, 800], [1440, 900], [1920, 1080]]) {
  for (const lang of ['en', 'zh']) {
    test(`the line covers nothing and is whole: ${width} px, ${lang}`, async ({ app, page }) => {
      await page.setViewportSize({ width, height });
      for (const query of ['', '&view=charts', '&time=2023&region=middle-east~africa&q=a']) {
        await app.open(`?lang=${lang}${query}`);
        const faults = await line(page).evaluate((line) => {
          const box = line.getBoundingClientRect();
          const lies = (e) => {
            const b = e.getBoundingClientRect();
            return b.width > 0 && b.left < box.right - 1 && b.right > box.left + 1 && b.top < box.bottom - 1 && b.bottom > box.top + 1;
          };
          const others = document.querySelectorAll('h1, .headline-lede, .headline-account, .masthead *, .filters *, .stage-column *');
          const found = [...others].filter((e) => !line.contains(e) && lies(e)).map((e) => `over ${e.className || e.localName}`);
          const cut = [...line.children].filter((e) => e.getBoundingClientRect().right > box.right + 1 || e.getBoundingClientRect().bottom > box.bottom + 5);
          return [...found, ...cut.map((e) => `out of it: ${e.textContent}`)];
        });
        expect(faults, query).toEqual([]);
        await expect(line(page)).toBeInViewport({ ratio: 1 });
      }
    });
  }
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  for (const [lang, words] of [
    ['en', [/Global Security Initiative/, /2022–2024/, /China Institute of International Studies/, /Most in Europe/, /busiest month/]],
    ['zh', [/全球安全倡议/, /2022—2024年/, /中国国际问题研究院/, /最多的是欧洲/, /最密集的是/]],
  ]) {
    test(`what, whose, when, what is most and where are on the first screen, ${lang}`, async ({ app, page }) => {
      await app.open(`?lang=${lang}`);
      for (const word of words) await expect(page.getByText(word).filter({ visible: true }).first()).toBeInViewport({ ratio: 1 });
      await expect(app.lines.first()).toBeInViewport({ ratio: 1 });
    });
  }

  test('put away, the help is behind More', async ({ app, page }) => {
    await app.open();
    await line(page).getByRole('button', { name: 'Do not show this again' }).tap();
    await expect(app.moreButton).toBeFocused();
    await app.moreButton.tap();
    await page.getByRole('button', { name: 'How to read this' }).tap();
    await expect(help(page)).toBeVisible();
  });
});
