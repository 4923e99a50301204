// Stops put in order by dragging, with a mouse and with a finger; what lets go of it, and what it leaves alone.

import { fingers } from '../pages/fingers.mjs';
import { fragment } from '../pages/own_story.mjs';
import { expect, test } from '../pages/test.mjs';

const panel = (page) => page.getByRole('complementary', { name: 'Your story' });
const items = (page) => panel(page).locator('.story-item');
const titles = (page) => items(page).locator('.story-item-title > :last-child').allTextContents();
// Where it stands once nothing moves.
const middle = async (locator) => {
  const box = await locator.boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
};
const grip = (page, i) => middle(items(page).nth(i).locator('.story-grip'));

/** A story of so many stops, called A, B, C…, open in the panel. */
async function open(app, page, n) {
  const stops = Array.from({ length: n }, (_, i) => ({ view: '?view=table', headline: { en: String.fromCharCode(65 + i) } }));
  await app.open(`?view=story&story=own${fragment(stops)}`);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(items(page)).toHaveCount(n);
}

test('a stop is dragged by a mouse to where a line shows, said once, and undone', async ({ app, page }) => {
  await open(app, page, 4);
  await items(page).nth(0).locator('.story-item-title').click();
  await expect(items(page).nth(0).getByLabel('Headline')).toHaveValue('A');
  await page.mouse.move(...await grip(page, 0));
  await page.mouse.down();
  const [x, y] = await middle(items(page).nth(2).locator('.story-item-row'));
  const place = await items(page).nth(2).boundingBox();
  await page.mouse.move(x, y, { steps: 4 });
  await page.mouse.move(x, y + 8);
  await expect(items(page).nth(2)).toHaveClass(/story-item--behind/);
  await expect(panel(page).locator('.story-item--behind, .story-item--before')).toHaveCount(1);
  // It is under the pointer, and nothing is said before it is let go.
  const held = panel(page).locator('.story-item--held .story-item-row');
  await expect.poll(async () => Math.abs((await middle(held))[1] - (y + 8))).toBeLessThan(14);
  await expect(app.live).not.toContainText('Stop 1');
  // The others have made room for it there.
  await expect.poll(async () => (await items(page).nth(2).boundingBox()).y).toBeLessThan(place.y - 20);
  await page.mouse.up();
  await expect.poll(() => titles(page)).toEqual(['B', 'C', 'A', 'D']);
  await expect(app.live).toContainText('Stop 1 is now 3 of 4.');
  await expect(panel(page).locator('.story-item--held, .story-item--behind')).toHaveCount(0);
  // Its fields went with it.
  await expect(items(page).nth(2).getByLabel('Headline')).toHaveValue('A');
  await panel(page).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => titles(page)).toEqual(['A', 'B', 'C', 'D']);
});

test('Escape, and where it came from, leave the order as it was; the panel stays open', async ({ app, page }) => {
  await open(app, page, 3);
  const before = page.url();
  await page.mouse.move(...await grip(page, 2));
  await page.mouse.down();
  await page.mouse.move(...await grip(page, 0), { steps: 4 });
  await expect(panel(page).locator('.story-item--held')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(panel(page).locator('.story-item--held')).toHaveCount(0);
  await page.mouse.up();
  await expect(panel(page)).toBeVisible();
  const [x, y] = await grip(page, 1);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 60, { steps: 3 });
  await page.mouse.move(x, y + 2, { steps: 3 });
  await page.mouse.up();
  await app.settled();
  expect(await titles(page)).toEqual(['A', 'B', 'C']);
  await expect.poll(() => page.url()).toBe(before);
  await expect(app.live).not.toContainText('is now');
});

test('held near the end of the panel the list goes on, as far as the last stop', async ({ app, page }) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  await open(app, page, 26);
  await page.mouse.move(...await grip(page, 1));
  await page.mouse.down();
  await page.mouse.move(1000, 590, { steps: 3 });
  await expect(items(page).nth(25)).toHaveClass(/story-item--behind/);
  await expect(items(page).nth(25)).toBeInViewport();
  await page.mouse.up();
  await expect.poll(async () => (await titles(page)).slice(-2)).toEqual(['Z', 'B']);
});

test.describe('by a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('the dots carry a stop, and beside them a swipe scrolls', async ({ app, page }) => {
    await open(app, page, 24);
    const touch = await fingers(page);
    await touch([await grip(page, 0)], [await middle(items(page).nth(3).locator('.story-item-row'))]);
    await expect.poll(async () => (await titles(page)).slice(0, 4)).not.toEqual(['A', 'B', 'C', 'D']);
    await expect.poll(async () => (await titles(page)).slice(0, 4)).toContain('A');
    await app.atRest();
    const order = await titles(page);
    const [x, y] = await middle(items(page).nth(5).locator('.story-item-title'));
    const scrolled = () => panel(page).evaluate((element) => element.scrollTop);
    const was = await scrolled();
    await touch([[x, y]], [[x, y - 200]]);
    await expect.poll(scrolled).toBeGreaterThan(was + 50);
    expect(await titles(page)).toEqual(order);
    // A target for a finger.
    const box = await items(page).nth(8).locator('.story-grip').boundingBox();
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  });
});
