// The timeline moves when it is meant: by the wheel with a key, by drags, fingers, buttons and the overview.

import { fingers } from '../pages/fingers.mjs';
import { scrolled, watch } from '../pages/scrolling.mjs';
import { expect, test } from '../pages/test.mjs';

/** The day under a place of the stage. */
async function dayAt(app, x) {
  const box = await app.stageBox();
  const { first, days } = await app.period();
  return first + ((x - box.x) / box.width) * days;
}

test.describe('with a mouse', () => {
  test.use({ viewport: { width: 1280, height: 620 } });

  for (const [sense, dy] of [['in', -300], ['out', 200]]) {
    test(`Ctrl and the wheel zoom ${sense} at the pointer`, async ({ app, page }) => {
      await app.open('?time=2023');
      const seen = await watch(page, 'wheel');
      const box = await app.stageBox();
      const place = { x: box.x + box.width * 0.7, y: box.y + box.height / 2 };
      const [before, day] = [await app.period(), await dayAt(app, place.x)];
      await app.wheel(place, { dy, key: 'Control' });
      const days = async () => (await app.period()).days;
      if (dy < 0) await expect.poll(days).toBeLessThan(before.days * 0.8);
      else await expect.poll(days).toBeGreaterThan(before.days * 1.2);
      await expect.poll(async () => Math.abs((await dayAt(app, place.x)) - day)).toBeLessThan(1.6);
      expect(await seen()).not.toContain(false);
      expect(await scrolled(page)).toBe(0);
      await expect.poll(() => app.parameter('time')).not.toBe('2023');
    });
  }

  test('zooming out ends at the whole record', async ({ app }) => {
    await app.open();
    const whole = await app.period();
    const place = await app.emptyPlace();
    await app.wheel(place, { dy: -400, key: 'Control' });
    await expect.poll(async () => (await app.period()).days).toBeLessThan(whole.days);
    for (let i = 0; i < 4; i += 1) await app.wheel(place, { dy: 900, key: 'Control' });
    await expect.poll(async () => (await app.period()).days).toBeGreaterThanOrEqual(whole.days);
  });

  test('Shift and the wheel move along', async ({ app, page }) => {
    await app.open('?time=2023');
    const seen = await watch(page, 'wheel');
    const before = await app.period();
    const place = await app.emptyPlace();
    await app.wheel(place, { dy: 120, key: 'Shift' });
    await expect.poll(async () => (await app.period()).first).toBeGreaterThan(before.first + 10);
    await expect.poll(async () => (await app.period()).days).toBeCloseTo(before.days, -1);
    expect(await seen()).not.toContain(false);
    expect(await scrolled(page)).toBe(0);
    await app.wheel(place, { dy: -120, key: 'Shift' });
    await expect.poll(async () => Math.abs((await app.period()).first - before.first)).toBeLessThanOrEqual(1);
  });

  test('a horizontal wheel moves along', async ({ app, page }) => {
    await app.open('?time=2023');
    const before = await app.period();
    await app.wheel(await app.emptyPlace(), { dx: 150 });
    await expect.poll(async () => (await app.period()).first).toBeGreaterThan(before.first + 10);
    expect(await scrolled(page)).toBe(0);
  });

  test('a drag moves the days with the pointer', async ({ app }) => {
    await app.open('?time=2023');
    const { x, y } = await app.emptyPlace();
    const [before, day] = [await app.period(), await dayAt(app, x)];
    await app.drag({ x, y }, { x: x - 240, y: y + 3 });
    await expect.poll(async () => (await app.period()).first).not.toBe(before.first);
    await expect.poll(async () => Math.abs((await dayAt(app, x - 240)) - day)).toBeLessThan(1.6);
    expect((await app.period()).days).toBe(before.days);
    await expect(app.card).toHaveCount(0);
    await expect.poll(() => app.parameter('time')).not.toBe('2023');
  });

  test('a drag that starts on a mark opens nothing', async ({ app }) => {
    await app.open('?time=2023');
    const { x, y } = await app.place(app.mark('Saudi–Iran talks in Beijing: ties to be restored').first());
    await app.drag({ x, y }, { x: x + 120, y });
    await expect.poll(() => app.parameter('time')).not.toBe('2023');
    await expect(app.card).toHaveCount(0);
  });

  test('a button released elsewhere is released', async ({ app, page }) => {
    await app.open('?time=2023');
    const { x, y } = await app.emptyPlace();
    const before = await app.period();
    await app.drag({ x, y }, { x, y: 30 });
    await page.mouse.move(x, y);
    await page.mouse.move(x - 200, y, { steps: 5 });
    await app.settled();
    expect(await app.period()).toEqual(before);
  });

  test('a double click zooms in there', async ({ app, page }) => {
    await app.open('?time=2023');
    const { x, y } = await app.emptyPlace();
    const [before, day] = [await app.period(), await dayAt(app, x)];
    await page.mouse.dblclick(x, y);
    await expect.poll(async () => (await app.period()).days).toBeLessThan(before.days * 0.7);
    await expect.poll(async () => Math.abs((await dayAt(app, x)) - day)).toBeLessThan(1.6);
  });

  test('a click on nothing closes the card', async ({ app, page }) => {
    await app.open('?event=2023-03-10-saudi-iran-beijing');
    await expect(app.card).toBeVisible();
    const { x, y } = await app.emptyPlace();
    await page.mouse.click(x, y);
    await expect(app.card).toHaveCount(0);
  });

  test('the buttons zoom in, out and to the whole record', async ({ app }) => {
    await app.open();
    const whole = await app.period();
    const days = async () => (await app.period()).days;
    await app.button('Zoom in').click();
    await expect.poll(days).toBeLessThan(whole.days);
    const once = await days();
    await app.button('Zoom in').click();
    await expect.poll(days).toBeLessThan(once);
    const twice = await days();
    await app.button('Zoom out').click();
    await expect.poll(days).toBeGreaterThan(twice);
    await app.button('Show the whole record').click();
    await expect.poll(() => app.period()).toEqual(whole);
    await expect.poll(() => app.parameter('time')).toBeNull();
  });

  test('a cluster opens into its events', async ({ app }) => {
    await app.open();
    const cluster = app.clusters.first();
    const before = await app.period();
    const n = Number.parseInt(await cluster.getAttribute('aria-label'), 10);
    expect(n).toBeGreaterThan(1);
    await app.clickMark(cluster);
    await expect
      .poll(async () => (await app.period()).days < before.days || (await app.entries.count()) === n)
      .toBe(true);
  });

  test('every cluster ends in a list whose entries open', async ({ app, page }) => {
    // Several events of one region share the end of November 2023 and are known to the day or the month.
    await app.open('?time=2023-11-20..2023-12-10');
    const titles = async () => app.entries.allTextContents();
    for (let i = 0; i < 12; i += 1) {
      const before = await app.period();
      const cluster = app.clusters.first();
      if (!(await cluster.count())) break;
      await app.clickMark(cluster);
      await page.mouse.move(5, 5);
      await expect
        .poll(async () => (await app.period()).days !== before.days || (await titles()).length > 0)
        .toBe(true);
      await app.settled();
      if ((await app.period()).days === before.days) break;
      // What pointing showed before the click goes with the pointer.
      await expect(app.entries).toHaveCount(0);
    }
    await expect.poll(async () => (await titles()).length).toBeGreaterThan(1);
    const entry = app.entries.first();
    const words = await entry.innerText();
    await entry.click();
    await expect(app.card).toBeVisible();
    expect(words).toContain(await app.card.getByRole('heading', { level: 2 }).innerText());
  });

  test('the overview chooses a period by a drag', async ({ app }) => {
    await app.open();
    const whole = await app.period();
    const box = await app.overview.boundingBox();
    const y = box.y + box.height / 2;
    const [from, to] = [box.x + box.width * 0.3, box.x + box.width * 0.5];
    await app.drag({ x: from, y }, { x: to, y });
    await expect.poll(async () => (await app.period()).days).toBeLessThan(whole.days / 2);
    await app.settled();
    const [left, right] = [await app.start.boundingBox(), await app.end.boundingBox()];
    expect(Math.abs(left.x + left.width / 2 - from)).toBeLessThan(4);
    expect(Math.abs(right.x + right.width / 2 - to)).toBeLessThan(4);
    await expect.poll(() => app.parameter('time')).not.toBeNull();
  });

  test('the frame of the overview moves, its handles resize', async ({ app }) => {
    await app.open('?time=2023');
    const before = await app.period();
    const box = await app.overview.boundingBox();
    const middle = async (slider) => {
      const b = await slider.boundingBox();
      return { x: b.x + b.width / 2, y: b.y + b.height / 2 };
    };
    const center = { x: ((await middle(app.start)).x + (await middle(app.end)).x) / 2, y: box.y + box.height / 2 };
    await app.drag(center, { x: center.x - 60, y: center.y });
    await expect.poll(async () => (await app.period()).first).toBeLessThan(before.first - 10);
    await expect.poll(async () => (await app.period()).days).toBeCloseTo(before.days, -1);

    const moved = await app.period();
    const grip = await middle(app.start);
    await app.drag(grip, { x: grip.x + 50, y: grip.y });
    await expect.poll(async () => (await app.period()).first).toBeGreaterThan(moved.first + 10);
    await expect.poll(async () => Math.abs((await app.period()).last - moved.last)).toBeLessThanOrEqual(1);
  });

  test('the handles are sliders that speak', async ({ app, page }) => {
    await app.open('?time=2023');
    const now = async (slider) => Number(await slider.getAttribute('aria-valuenow'));
    const first = await now(app.start);
    await expect(app.start).toHaveAttribute('aria-valuetext', /1 January 2023/);
    await expect(app.end).toHaveAttribute('aria-valuetext', /31 December 2023/);
    await app.start.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => now(app.start)).toBe(first + 7);
    await expect(app.start).toHaveAttribute('aria-valuetext', /8 January 2023/);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => now(app.start)).toBe(first);
    await page.keyboard.press('PageUp');
    await expect.poll(() => now(app.start)).toBeGreaterThan(first + 60);
    await page.keyboard.press('Home');
    await expect.poll(() => now(app.start)).toBe(Number(await app.start.getAttribute('aria-valuemin')));
    await expect(app.start).toBeFocused();

    await app.end.focus();
    await page.keyboard.press('End');
    await expect.poll(() => now(app.end)).toBe(Number(await app.end.getAttribute('aria-valuemax')));
    await page.keyboard.press('Home');
    // The ends never cross.
    await expect.poll(async () => (await now(app.end)) - (await now(app.start))).toBeLessThan(14);
    expect(await now(app.end)).toBeGreaterThan(await now(app.start));
  });

  test('a label of the axis is a period', async ({ app, page }) => {
    await app.open();
    await page.locator('.timeline-axis').getByText('2023', { exact: true }).click();
    await expect.poll(() => app.parameter('time')).toBe('2023');
  });
});

test.describe('with fingers', () => {
  // A tablet: a phone has the spine instead of lanes.
  test.use({ viewport: { width: 640, height: 700 }, hasTouch: true, isMobile: true });

  test('a horizontal swipe moves the days', async ({ app, page }) => {
    await app.open('?time=2023');
    const before = await app.period();
    const { x, y } = await app.emptyPlace();
    const touch = await fingers(page);
    await touch([[x, y]], [[x - 120, y + 4]]);
    await expect.poll(async () => (await app.period()).first).toBeGreaterThan(before.first + 30);
    await app.atRest();
    expect(await scrolled(page)).toBe(0);
    expect((await app.period()).days).toBe(before.days);
  });

  for (const [name, from, to] of [
    ['apart', [[-30, 0], [30, 0]], [[-75, 0], [75, 0]]],
    ['apart at a slant', [[-25, -10], [25, 10]], [[-62, -25], [62, 25]]],
  ]) {
    test(`two fingers moved ${name} zoom in`, async ({ app, page }) => {
      await app.open('?time=2023');
      // It may lie under a finger.
      await page.locator('.welcome-close').click();
      const before = await app.period();
      const box = await app.stageBox();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const at = (points) => points.map(([dx, dy]) => [x + dx, y + dy]);
      const day = await dayAt(app, x);
      const touch = await fingers(page);
      await touch(at(from), at(to));
      await expect.poll(async () => (await app.period()).days).toBeLessThan(before.days * 0.6);
      await expect.poll(async () => before.days / (await app.period()).days).toBeCloseTo(2.5, 0);
      await expect.poll(async () => Math.abs((await dayAt(app, x)) - day)).toBeLessThan(5);
      expect(await page.evaluate(() => visualViewport.scale), 'the page itself is not zoomed').toBe(1);
      await expect(app.card).toHaveCount(0);
      await expect.poll(() => app.parameter('time')).not.toBe('2023');
    });
  }

  test('fingers one above the other do not leap', async ({ app, page }) => {
    await app.open('?time=2023');
    const before = await app.period();
    const box = await app.stageBox();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const touch = await fingers(page);
    await touch([[x, y - 60], [x + 1, y + 60]], [[x - 8, y - 62], [x + 9, y + 62]]);
    await app.settled();
    expect(before.days / (await app.period()).days).toBeLessThan(1.5);
  });

  test('a tap opens, a second finger’s tap elsewhere closes', async ({ app, page }) => {
    await app.open('?time=2023');
    const mark = app.drawing.locator('[role=button][data-count="1"]:not([aria-hidden=true])').nth(3);
    const name = await mark.getAttribute('aria-label');
    const { x, y } = await app.place(mark);
    await page.touchscreen.tap(x, y);
    await expect(app.card).toBeVisible();
    expect(name).toContain(await app.card.getByRole('heading', { level: 2 }).innerText());
    await app.button('Close').tap();
    await expect(app.card).toHaveCount(0);
  });
});
