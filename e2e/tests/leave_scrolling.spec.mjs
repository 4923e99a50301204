// Gestures that are the page's own: it scrolls as ever, over every part of every view.

import { fingers } from '../pages/fingers.mjs';
import { scrolled, watch } from '../pages/scrolling.mjs';
import { expect, test } from '../pages/test.mjs';

test.describe('with a mouse', () => {
  test.use({ viewport: { width: 1280, height: 620 } });

  test('a plain wheel over the lanes scrolls the page', async ({ app, page }) => {
    await app.open('?time=2023');
    const seen = await watch(page, 'wheel');
    const before = await app.period();
    await app.wheel(await app.emptyPlace(), { dy: 200 });
    await expect.poll(() => scrolled(page)).toBeGreaterThan(50);
    const prevented = await seen();
    expect(prevented.length).toBeGreaterThan(0);
    expect(prevented).not.toContain(true);
    expect(await app.period()).toEqual(before);
    await expect.poll(() => app.parameter('time')).toBe('2023');
  });

  test('a plain wheel over overview and axis scrolls the page', async ({ app, page }) => {
    await app.open();
    for (const part of [app.overview, page.locator('.timeline-axis')]) {
      await app.atRest();
      const before = await scrolled(page);
      const box = await part.boundingBox();
      await app.wheel({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, { dy: 60 });
      await expect.poll(() => scrolled(page)).toBeGreaterThan(before);
    }
  });

  for (const [view, part] of [
    ['charts', '.figure--trend .figure-svg'],
    ['charts', '.figure--heat .figure-scroll'],
    ['table', '.table tbody'],
    ['outline', '.outline'],
  ]) {
    test(`a plain wheel scrolls the page and is taken by nothing: ${view}, ${part}`, async ({ app, page }) => {
      await app.open(`?view=${view}&time=2023`);
      const place = page.locator(part).first();
      await place.evaluate((e) => e.scrollIntoView({ block: 'center', behavior: 'instant' }));
      const seen = await watch(page, 'wheel');
      const before = await scrolled(page);
      const { x, y } = await place.evaluate((e) => {
        const box = e.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: Math.min(Math.max(box.y, 0) + 80, innerHeight - 40) };
      });
      await app.wheel({ x, y }, { dy: 120 });
      await expect.poll(() => scrolled(page)).toBeGreaterThan(before);
      const prevented = await seen();
      expect(prevented.length).toBeGreaterThan(0);
      expect(prevented).not.toContain(true);
      await expect.poll(() => app.parameter('time')).toBe('2023');
    });
  }

  test('a synthetic plain wheel is let through by every part of the timeline', async ({ app, page }) => {
    await app.open('?time=2023');
    const taken = await page.evaluate(() => [...document.querySelectorAll('.timeline-stage, .timeline-axis, .overview, .timeline-drawing [role=button]')]
      .map((part) => {
        const event = new WheelEvent('wheel', { deltaY: 60, bubbles: true, cancelable: true });
        part.dispatchEvent(event);
        return event.defaultPrevented;
      }));
    expect(taken.length).toBeGreaterThan(20);
    expect(taken).not.toContain(true);
    // With Ctrl the same event is a zoom, and the page's own zoom is kept from it.
    const zoom = await page.evaluate(() => {
      const event = new WheelEvent('wheel', { deltaY: -60, ctrlKey: true, clientX: 700, clientY: 300, bubbles: true, cancelable: true });
      document.querySelector('.timeline-stage').dispatchEvent(event);
      return event.defaultPrevented;
    });
    expect(zoom).toBe(true);
  });

  test('the hint on the wheel appears once', async ({ app, page }) => {
    await page.clock.install();
    await app.open();
    const hint = page.locator('.wheel-hint', { hasText: 'Hold Ctrl' });
    const place = await app.emptyPlace();
    await app.wheel(place, { dy: 40 });
    await expect(hint).toBeVisible();
    await page.clock.runFor(10_000);
    await expect(hint).toHaveCount(0);
    await app.atRest();
    const before = await scrolled(page);
    await app.wheel(place, { dy: 40 });
    await expect.poll(() => scrolled(page)).toBeGreaterThan(before);
    await expect(hint).toHaveCount(0);
  });
});

test.describe('with fingers', () => {
  // A tablet: a phone has the spine instead of lanes.
  test.use({ viewport: { width: 640, height: 700 }, hasTouch: true, isMobile: true });

  test('a vertical swipe over the lanes scrolls the page', async ({ app, page }) => {
    await app.open('?time=2023');
    const before = await app.period();
    const { x, y } = await app.emptyPlace();
    const touch = await fingers(page);
    await touch([[x, y]], [[x + 6, y - 180]]);
    await expect.poll(() => scrolled(page)).toBeGreaterThan(60);
    expect(await app.period()).toEqual(before);
    await expect(app.card).toHaveCount(0);
  });

  for (const [view, part] of [['charts', '.figure--trend .figure-svg'], ['table', '.table tbody'], ['outline', '.outline']]) {
    test(`a vertical swipe scrolls the page and is taken by nothing: ${view}`, async ({ app, page }) => {
      await app.open(`?view=${view}&time=2023`);
      const seen = await watch(page, 'touchmove');
      await page.locator(part).first().evaluate((e) => e.scrollIntoView({ block: 'start', behavior: 'instant' }));
      const before = await scrolled(page);
      const touch = await fingers(page);
      await touch([[320, 420]], [[324, 240]]);
      await expect.poll(() => scrolled(page)).toBeGreaterThan(before + 60);
      expect(await seen()).not.toContain(true);
      await expect.poll(() => app.parameter('time')).toBe('2023');
      await expect(app.card).toHaveCount(0);
    });
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 740 }, hasTouch: true, isMobile: true });

  test('a vertical swipe down the spine scrolls the page and is taken by nothing', async ({ app, page }) => {
    await app.open('?time=2023');
    const seen = await watch(page, 'touchmove');
    const before = await scrolled(page);
    const touch = await fingers(page);
    await touch([[200, 560]], [[206, 300]]);
    await expect.poll(() => scrolled(page)).toBeGreaterThan(before + 60);
    expect(await seen()).not.toContain(true);
    await expect.poll(() => app.parameter('time')).toBe('2023');
    await expect(app.card).toHaveCount(0);
  });

  test('a plain wheel over the spine scrolls the page', async ({ page, app }) => {
    await app.open('?time=2023');
    const taken = await page.evaluate(() => [...document.querySelectorAll('.spine, .spine-time, .spine-row')].map((part) => {
      const event = new WheelEvent('wheel', { deltaY: 60, bubbles: true, cancelable: true });
      part.dispatchEvent(event);
      return event.defaultPrevented;
    }));
    expect(taken.length).toBeGreaterThan(5);
    expect(taken).not.toContain(true);
  });
});
