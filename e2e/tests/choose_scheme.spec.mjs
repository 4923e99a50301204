// Light and dark follow the system until chosen; nothing moves for those who asked for stillness.

import { VIEWS } from '../pages/timeline_page.mjs';
import { expect, test } from '../pages/test.mjs';

const luminance = (page) =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data;
    return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  });

test('the system’s scheme is followed, live', async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await app.open();
  await expect.poll(() => luminance(page)).toBeLessThan(0.15);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => luminance(page)).toBeGreaterThan(0.85);
});

test('the switch goes through the schemes and says where it is', async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await app.open();
  await expect(app.schemeSwitch).toHaveAccessibleName('Colour scheme: as the system');
  const steps = await page.evaluate(() => history.length);
  await app.schemeSwitch.click();
  await expect(app.schemeSwitch).toHaveAccessibleName('Colour scheme: light');
  await expect.poll(() => luminance(page)).toBeGreaterThan(0.85);
  await expect.poll(() => app.parameter('scheme')).toBe('light');
  await app.schemeSwitch.click();
  await expect(app.schemeSwitch).toHaveAccessibleName('Colour scheme: dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => luminance(page)).toBeLessThan(0.15);
  await expect.poll(() => app.parameter('scheme')).toBe('dark');
  await page.reload();
  await app.ready();
  await expect.poll(() => luminance(page)).toBeLessThan(0.15);
  await expect(app.schemeSwitch).toHaveAccessibleName('Colour scheme: dark');
  await app.schemeSwitch.click();
  await expect(app.schemeSwitch).toHaveAccessibleName('Colour scheme: as the system');
  await expect.poll(() => app.parameter('scheme')).toBeNull();
  expect(await page.evaluate(() => history.length)).toBe(steps);
});

for (const scheme of ['light', 'dark']) {
  test(`a region’s colour is readable against the ground: ${scheme}`, async ({ app, page }) => {
    await app.open(`?scheme=${scheme}`);
    const ratios = await page.locator('.lane-mark').evaluateAll((all) => {
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      const shade = (color) => {
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        const part = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
        const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data;
        return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
      };
      const ground = shade(getComputedStyle(document.body).backgroundColor);
      return all.map((mark) => {
        const own = shade(getComputedStyle(mark).backgroundColor);
        return (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05);
      });
    });
    expect(ratios.length).toBe(11);
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(3);
  });
}

test('with reduced motion nothing moves', async ({ app, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const view of VIEWS) {
    await app.open(`?view=${view}&event=2023-03-10-saudi-iran-beijing`);
    const moving = await page.evaluate(() => {
      const seconds = (list) => Math.max(...list.split(',').map((t) => parseFloat(t) * (t.trim().endsWith('ms') ? 0.001 : 1)));
      return [...document.querySelectorAll('*')]
        .filter((e) => {
          const style = getComputedStyle(e);
          const animates = style.animationName !== 'none' && seconds(style.animationDuration) > 0.01;
          return animates || seconds(style.transitionDuration) > 0.01 || style.scrollBehavior === 'smooth';
        })
        .map((e) => e.outerHTML.slice(0, 80));
    });
    expect(moving.slice(0, 5)).toEqual([]);
  }
});

test('nothing moves on load', async ({ app, page }) => {
  await app.open();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('forced colours leave marks and controls visible', async ({ app, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await app.open();
  await expect(app.marks.first()).toBeVisible();
  await expect(app.button('Zoom in')).toBeVisible();
});

test('the language of the browser is the page’s', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: 'zh-CN', baseURL });
  const page = await context.newPage();
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/项事件/);
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
  await context.close();
});
