// What the system asks for is honoured: less motion, forced colours, more contrast.

import { VIEWS } from '../pages/timeline_page.mjs';
import { expect, test } from '../pages/test.mjs';

const EVENT = '2023-03-10-saudi-iran-beijing';

/** The contrast of two colours as computed styles write them (WCAG 2). */
function contrast(a, b) {
  const luminance = (color) => {
    const [red, green, blue] = color.match(/[\d.]+/g).map((n) => {
      const c = Number(n) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

test('with less motion nothing takes time', async ({ app, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const view of VIEWS) {
    await app.open(`?view=${view}&event=${EVENT}`);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')].filter((e) => {
        const style = getComputedStyle(e);
        return [style.transitionDuration, style.animationDuration].some((times) => times.split(', ').some((t) => parseFloat(t) > 0.011));
      }).map((e) => e.className));
    expect(moving).toEqual([]);
  }
});

for (const scheme of ['light', 'dark']) {
  test(`in forced colours every glyph, the opened event and the focus are seen, ${scheme}`, async ({ app, page }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme });
    await app.open(`?event=${EVENT}`);
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const fills = await app.drawing.locator('[role=button]:not([aria-hidden=true]) path').evaluateAll((paths) =>
      [...new Set(paths.map((path) => getComputedStyle(path).fill).filter((fill) => fill !== 'none'))]);
    expect(fills.length).toBeGreaterThan(0);
    for (const fill of fills) expect(contrast(fill, ground)).toBeGreaterThan(3);
    const texts = await app.drawing.locator('text').evaluateAll((all) => [...new Set(all.map((t) => getComputedStyle(t).fill))]);
    for (const fill of texts) expect(contrast(fill, ground)).toBeGreaterThan(4.5);

    const ring = app.mark('Saudi–Iran talks in Beijing: ties to be restored').first().locator('circle').first();
    expect(contrast(await ring.evaluate((e) => getComputedStyle(e).stroke), ground)).toBeGreaterThan(3);

    await page.keyboard.press('Tab');
    await app.drawing.locator('[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    const frame = app.drawing.locator(':focus .timeline-mark-ground');
    const stroke = (name) => frame.evaluate((e, name) => getComputedStyle(e)[name], name);
    await expect.poll(async () => Number.parseFloat(await stroke('strokeWidth'))).toBeGreaterThanOrEqual(2);
    await expect.poll(async () => contrast(await stroke('stroke'), ground)).toBeGreaterThan(3);
  });
}

for (const scheme of ['light', 'dark']) {
  test(`with more contrast no text is faint, ${scheme}`, async ({ app, page }) => {
    await page.emulateMedia({ contrast: 'more', colorScheme: scheme });
    await app.open();
    for (const part of ['.headline-account', '.lane-count', '.welcome']) {
      const [ink, ground] = await page.locator(part).first().evaluate((e) =>
        [getComputedStyle(e).color, getComputedStyle(document.body).backgroundColor]);
      expect(contrast(ink, ground), part).toBeGreaterThan(11);
    }
  });
}
