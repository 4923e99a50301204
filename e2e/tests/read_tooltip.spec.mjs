// A tooltip shows on hover and focus, can be entered, and goes with Escape (WCAG 1.4.13).

import { expect, test } from '../pages/test.mjs';

const TITLE = 'First China–Arab States summit';

test('it shows on hover and says date, region, title, kind', async ({ app }) => {
  await app.open();
  await app.hoverMark(app.mark(TITLE).first());
  await expect(app.tooltip).toBeVisible();
  await expect(app.tooltip).toContainText(TITLE);
  await expect(app.tooltip).toContainText('December 2022');
  await expect(app.tooltip).toContainText('Middle East');
  await expect(app.tooltip).toContainText('Summit');
});

test('it shows on focus at once, and goes when the focus goes', async ({ app, page }) => {
  await app.open();
  await app.mark(TITLE).first().focus();
  await expect(app.tooltip).toContainText(TITLE);
  await page.keyboard.press('ArrowRight');
  await expect(app.tooltip).toHaveCount(1);
  await expect(app.tooltip).not.toContainText(TITLE);
  await page.keyboard.press('Tab');
  await expect(app.tooltip).toHaveCount(0);
});

test('it never covers its mark', async ({ app, page }) => {
  await app.open();
  for (const mark of (await app.marks.all()).filter((_, i) => i % 9 === 0)) {
    const { x, y } = await app.place(mark);
    await mark.focus();
    const shown = app.tooltip.or(app.clusterList);
    const box = await app.boxOf(shown);
    const overlaps = x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
    expect(overlaps, await mark.getAttribute('aria-label')).toBe(false);
    const { clientWidth } = await page.evaluate(() => ({ clientWidth: document.documentElement.clientWidth }));
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(clientWidth);
  }
});

test('the pointer can go into it, and away', async ({ app, page }) => {
  await page.clock.install();
  await app.open();
  const { x, y } = await app.place(app.mark(TITLE).first());
  await page.mouse.move(x, y);
  await page.clock.runFor(1000);
  await expect(app.tooltip).toContainText(TITLE);
  const box = await app.tooltip.boundingBox();
  const inside = { x: x + 4, y: box.y + box.height / 2 };
  await page.mouse.move(inside.x, inside.y, { steps: 6 });
  await page.clock.runFor(5000);
  await expect(app.tooltip).toContainText(TITLE);
  await page.mouse.move(5, 5);
  await page.clock.runFor(5000);
  await expect(app.tooltip).toHaveCount(0);
});

test('Escape dismisses it and leaves the focus', async ({ app, page }) => {
  await app.open();
  const mark = app.mark(TITLE).first();
  await mark.focus();
  await expect(app.tooltip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.tooltip).toHaveCount(0);
  await expect(mark).toBeFocused();
});

test('Escape dismisses it while the pointer stays, wherever the focus is', async ({ app, page }) => {
  await app.open();
  await app.hoverMark(app.mark(TITLE).first());
  await expect(app.tooltip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.tooltip).toHaveCount(0);
});

test('a cluster’s tooltip names its events, and they open', async ({ app }) => {
  await app.open();
  const cluster = app.clusters.first();
  const n = Number.parseInt(await cluster.getAttribute('aria-label'), 10);
  await app.hoverMark(cluster);
  await expect(app.entries).toHaveCount(Math.min(n, 8));
  const words = await app.entries.last().innerText();
  await app.entries.last().click();
  await expect(app.card).toBeVisible();
  expect(words).toContain(await app.card.getByRole('heading', { level: 2 }).innerText());
});

test('Tab from a focused cluster does not lose the focus', async ({ app, page }) => {
  await app.open();
  await app.clusters.first().focus();
  await expect(app.clusterList).toBeVisible();
  await page.keyboard.press('Tab');
  await app.settled();
  expect(await page.evaluate(() => document.activeElement.tagName)).not.toBe('BODY');
});

test('in the box of the views together it stays in sight, and beside its mark', async ({ app, page }) => {
  test.slow();
  await page.setViewportSize({ width: 1600, height: 900 });
  await app.open('?view=all');
  const box = page.locator('.together-timeline');
  for (const mark of (await app.marks.all()).filter((_, i) => i % 19 === 0)) {
    await mark.focus();
    const shown = app.tooltip.or(app.clusterList);
    const [tip, inside] = [await app.boxOf(shown), await box.boundingBox()];
    const name = await mark.getAttribute('aria-label');
    expect(tip.y, name).toBeGreaterThanOrEqual(inside.y - 1);
    expect(tip.y + tip.height, name).toBeLessThanOrEqual(inside.y + inside.height + 1);
    const at = await mark.evaluate((element) => ({ x: element.getScreenCTM().e, y: element.getScreenCTM().f }));
    const covers = at.y > tip.y && at.y < tip.y + tip.height && at.x > tip.x && at.x < tip.x + tip.width;
    expect(covers, name).toBe(false);
  }
});
