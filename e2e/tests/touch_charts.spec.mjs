// A finger on a chart covers more than its smallest parts: what it means is what it could tell apart, or the bar around.

import { expect, test } from '../pages/test.mjs';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

/** The middle of a zone of the first figure, on the screen. */
async function place(app, name) {
  const zone = app.figures.first().getByRole('button', { name });
  await zone.evaluate((e) => e.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await app.settled();
  const { x, y, width, height } = await zone.boundingBox();
  return { x: x + width / 2, y: y + height / 2, height };
}

// Not the very middle, where a screen reader points.
const tap = (page, { x, y }) => page.touchscreen.tap(x + 3, y + 1);

test('on a segment too low for it, a finger means the bar', async ({ app, page }) => {
  await app.open('?view=charts');
  const low = await place(app, 'Europe, first quarter of 2022: 1 event');
  expect(low.height).toBeLessThan(20);
  await tap(page, low);
  await expect.poll(() => app.parameter('time')).toBe('2022-01..2022-03');
  await expect.poll(() => app.parameter('region')).toBeNull();
});

test('on a segment as high as itself it means the segment', async ({ app, page }) => {
  await app.open('?view=charts');
  const high = await place(app, /^Middle East, fourth quarter of 2023/);
  expect(high.height).toBeGreaterThan(24);
  await tap(page, high);
  await expect.poll(() => app.parameter('region')).toBe('middle-east');
  await expect.poll(() => app.parameter('time')).toBe('2023-10..2023-12');
});

test('over a low bar it means the bar, and a swipe that begins there means nothing', async ({ app, page }) => {
  await app.open('?view=charts');
  const low = await place(app, 'Europe, first quarter of 2022: 1 event');
  await tap(page, { x: low.x, y: low.y - 90 });
  await expect.poll(() => app.parameter('time')).toBe('2022-01..2022-03');
  await page.goBack();
  await expect.poll(() => app.parameter('time')).toBeNull();
  const { x, y } = await place(app, 'Europe, first quarter of 2022: 1 event');
  const devtools = await page.context().newCDPSession(page);
  const send = (type, points) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  const before = await page.evaluate(() => scrollY);
  await send('touchStart', [{ x, y }]);
  for (const step of [20, 60, 100, 140]) await send('touchMove', [{ x, y: y - step }]);
  await send('touchEnd', []);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
  await app.atRest();
  await expect.poll(() => app.parameter('time')).toBeNull();
});

test('what a screen reader names is what its double tap means, however low', async ({ app, page }) => {
  await app.open('?view=charts');
  const zone = app.figures.first().getByRole('button', { name: 'Europe, first quarter of 2022: 1 event' });
  await zone.dispatchEvent('click');
  await expect.poll(() => app.parameter('region')).toBe('europe');
  await page.goBack();
  await expect.poll(() => app.parameter('region')).toBeNull();
  // Some point and press in its middle instead.
  const { x, y } = await place(app, 'Europe, first quarter of 2022: 1 event');
  await page.touchscreen.tap(x, y);
  await expect.poll(() => app.parameter('region')).toBe('europe');
});
