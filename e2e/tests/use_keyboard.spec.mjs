// Everything by keyboard: one tab stop for the timeline, arrows inside it.

import { expect, test } from '../pages/test.mjs';

const focusedName = (page) => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
const focusedPlace = (page) =>
  page.evaluate(() => {
    const { e, f } = document.activeElement.getScreenCTM();
    return { x: e, y: f + scrollY };
  });

test('Tab stops once in the timeline', async ({ app, page }) => {
  await app.open();
  await expect(app.drawing.locator('[tabindex="0"]')).toHaveCount(1);
  await page.locator('.timeline-drawing [tabindex="0"]').focus();
  await page.keyboard.press('Tab');
  await expect(app.drawing.locator(':focus')).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  await expect(app.drawing.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Shift+Tab');
  await expect(app.drawing.locator(':focus')).toHaveCount(0);
});

test('the timeline is reached by Tab from the top, the skip link first', async ({ app, page }) => {
  await app.open();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the events' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#events')).toBeFocused();
  for (let i = 0; i < 40 && !(await app.drawing.locator(':focus').count()); i += 1) await page.keyboard.press('Tab');
  await expect(app.drawing.locator(':focus')).toHaveCount(1);
});

test('arrows, Home and End move between events and lanes', async ({ app, page }) => {
  await app.open();
  const mark = app.mark('First China–Arab States summit').first();
  await mark.focus();
  const from = await focusedPlace(page);
  const place = (axis) => async () => (await focusedPlace(page))[axis];
  await page.keyboard.press('ArrowRight');
  await expect(mark).not.toBeFocused();
  expect(await place('x')()).toBeGreaterThanOrEqual(from.x);
  await page.keyboard.press('ArrowLeft');
  await expect(mark).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect.poll(place('y')).toBeLessThan(from.y);
  await expect(app.drawing.locator(':focus')).toHaveAttribute('aria-label', /Central Asia|events/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect.poll(place('y')).toBeGreaterThan(from.y);

  await mark.focus();
  await page.keyboard.press('Home');
  await expect.poll(place('x')).toBeLessThan(from.x);
  await app.settled();
  const first = await focusedPlace(page);
  await page.keyboard.press('ArrowLeft');
  await app.settled();
  expect(await focusedPlace(page)).toEqual(first);
  await page.keyboard.press('End');
  await expect.poll(place('x')).toBeGreaterThan(from.x);
  await app.settled();
  const last = await focusedPlace(page);
  await page.keyboard.press('ArrowRight');
  await app.settled();
  expect(await focusedPlace(page)).toEqual(last);
  // The stop for Tab has come along.
  await expect(app.drawing.locator('[tabindex="0"]')).toBeFocused();
  await expect(app.drawing.locator('[tabindex="0"]')).toHaveCount(1);
});

test('every event of a lane is reached by arrows', async ({ app, page }) => {
  await app.open('?lanes=none&time=2023');
  await app.drawing.locator('[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  const names = [await focusedName(page)];
  for (let i = 0; i < 200; i += 1) {
    await page.keyboard.press('ArrowRight');
    const name = await focusedName(page);
    if (name === names.at(-1)) break;
    names.push(name);
  }
  expect(names).toHaveLength(await app.marks.count());
});

test('Enter opens, Escape comes back to the same event', async ({ app, page }) => {
  await app.open();
  const mark = app.mark('First China–Arab States summit').first();
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(app.card).toHaveAccessibleName('First China–Arab States summit');
  await page.keyboard.press('Escape');
  await expect(app.card).toHaveCount(0);
  await expect(mark).toBeFocused();
  await page.keyboard.press(' ');
  await expect(app.card).toBeVisible();
  // From inside the card, too.
  await app.button('Next event').focus();
  await page.keyboard.press('Escape');
  await expect(app.card).toHaveCount(0);
  await expect(app.drawing.locator(':focus')).toHaveCount(1);
});

test('Escape comes back to the lane the event was opened in', async ({ app, page }) => {
  await app.open('?time=2023-10..2023-12');
  const marks = app.mark('Wuhan: seventh biosafety laboratory course');
  await expect.poll(() => marks.count()).toBeGreaterThan(1);
  await marks.last().focus();
  await page.keyboard.press('Enter');
  await expect(app.card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.card).toHaveCount(0);
  await expect(marks.last()).toBeFocused();
});

test('the card is the next stop after the timeline’s controls, not out of reach', async ({ app, page }) => {
  await app.open();
  await app.mark('First China–Arab States summit').first().focus();
  await page.keyboard.press('Enter');
  await expect(app.card).toBeVisible();
  for (let i = 0; i < 12 && !(await app.card.locator(':focus').count()); i += 1) await page.keyboard.press('Tab');
  await expect(app.card.locator(':focus')).toHaveCount(1);
});

test('W A S D + − 0 zoom and move while the timeline has the focus', async ({ app, page }) => {
  await app.open('?time=2023');
  const start = await app.period();
  const mark = app.mark('Saudi–Iran talks in Beijing: ties to be restored').first();
  await mark.focus();
  const days = async () => (await app.period()).days;
  const first = async () => (await app.period()).first;
  await page.keyboard.press('s');
  await expect.poll(days).toBeGreaterThan(start.days);
  await page.keyboard.press('w');
  await expect.poll(async () => Math.abs((await days()) - start.days)).toBeLessThanOrEqual(1);
  await page.keyboard.press('d');
  await expect.poll(first).toBeGreaterThan(start.first);
  const moved = await first();
  await page.keyboard.press('a');
  await expect.poll(first).toBeLessThan(moved);
  await page.keyboard.press('-');
  await expect.poll(days).toBeGreaterThan(start.days);
  const wide = await days();
  await page.keyboard.press('+');
  await expect.poll(days).toBeLessThan(wide);
  // Whatever was joined and parted on the way, the focus is still in the timeline.
  await expect(app.drawing.locator(':focus')).toHaveCount(1);
  const narrow = await first();
  await page.keyboard.press('PageDown');
  await expect.poll(first).toBeGreaterThan(narrow + 100);
  await page.keyboard.press('0');
  await expect.poll(() => app.parameter('time')).toBeNull();
});

test('letters are letters in the search field', async ({ app, page }) => {
  await app.open('?time=2023');
  const before = await app.period();
  await app.search.click();
  await page.keyboard.type('was/d0');
  await expect(app.search).toHaveValue('was/d0');
  await expect.poll(() => app.parameter('q')).toBe('was/d0');
  expect(await app.period()).toEqual(before);
});

test('letters do nothing outside the timeline', async ({ app, page }) => {
  await app.open('?time=2023');
  const before = page.url();
  await app.tab('timeline').focus();
  await page.keyboard.type('wasd+-0f');
  await app.settled();
  await expect.poll(() => page.url()).toBe(before);
});

test('a slash goes to the search from anywhere', async ({ app, page }) => {
  for (const view of ['timeline', 'charts', 'table']) {
    await app.open(`?view=${view}`);
    await page.keyboard.press('/');
    await expect(app.search).toBeFocused();
    await expect(app.search).toHaveValue('');
  }
});

test('a menu opens, chooses and closes by keyboard', async ({ app, page }) => {
  await app.open();
  const button = app.menu('Region');
  await button.focus();
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  const choice = page.getByRole('checkbox', { name: /^Africa/ });
  for (let i = 0; i < 20 && !(await choice.evaluate((e) => e === document.activeElement)); i += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(choice).toBeFocused();
  await page.keyboard.press(' ');
  await expect(choice).toBeChecked();
  await expect(choice).toBeFocused();
  await expect.poll(() => app.parameter('region')).toBe('africa');
  await page.keyboard.press('Escape');
  await expect(choice).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('a menu closes by a click elsewhere and when Tab leaves it', async ({ app, page }) => {
  await app.open();
  await app.menu('Time').click();
  await expect(app.menu('Time')).toHaveAttribute('aria-expanded', 'true');
  await app.headline.click();
  await expect(app.menu('Time')).toHaveAttribute('aria-expanded', 'false');
  await app.menu('Time').click();
  for (let i = 0; i < 20 && (await app.menu('Time').getAttribute('aria-expanded')) === 'true'; i += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(app.menu('Time')).toHaveAttribute('aria-expanded', 'false');
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
});

test('a screen reader’s click opens a mark', async ({ app }) => {
  await app.open();
  // It comes without any pointer.
  await app.mark('First China–Arab States summit').first().dispatchEvent('click');
  await expect(app.card).toHaveAccessibleName('First China–Arab States summit');
});

test('the focus is not lost when a cluster’s list is closed', async ({ app, page }) => {
  await app.open('?time=2023-11-20..2023-12-10');
  const list = app.entries;
  for (let i = 0; i < 12 && (await app.clusters.count()) > 0; i += 1) {
    const before = await app.period();
    await app.clusters.first().focus();
    await page.keyboard.press('Enter');
    await app.settled();
    if ((await app.period()).days === before.days) break;
  }
  await expect(list.first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(list.first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(app.drawing.locator(':focus')).toHaveCount(1);
});

test('the names of lanes are one tab stop with arrows inside, and one that is chosen keeps the focus', async ({ app, page }) => {
  await app.open();
  const names = page.getByRole('group', { name: 'Lanes', exact: true }).getByRole('button');
  const stops = page.locator('.lane-name[tabindex="0"]');
  await expect(stops).toHaveCount(1);
  await names.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(names.nth(2)).toBeFocused();
  await expect(stops).toHaveCount(1);
  const region = await names.nth(2).locator('.lane-words').textContent();
  await page.keyboard.press('Enter');
  await expect(app.headline).toContainText(region);
  const chosen = page.getByRole('button', { name: new RegExp(`^${region} \\d+$`), pressed: true });
  await expect(chosen).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(app.headline).not.toContainText(region);
  await expect(names.nth(2)).toBeFocused();
  // Tab goes on to the marks, and comes back to the same name.
  await page.keyboard.press('Tab');
  await expect(app.drawing.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Shift+Tab');
  await expect(names.nth(2)).toBeFocused();
  await page.keyboard.press('End');
  await expect(names.last()).toBeFocused();
});

test('in the three views together nothing that has the focus is under what stays', async ({ app, page }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await app.open('?view=all');
  const lanes = page.locator('.lane-name');
  await lanes.first().focus();
  for (const direction of ['ArrowDown', 'ArrowUp']) {
    for (let i = 1; i < 11; i += 1) {
      await page.keyboard.press(direction);
      const isSeen = () => page.evaluate(() => {
        const e = document.activeElement;
        const box = e.getBoundingClientRect();
        const corners = [[box.left + 2, box.top + 2], [box.right - 2, box.bottom - 2]];
        return e.classList.contains('lane-name') && corners.every(([x, y]) => e.contains(document.elementFromPoint(x, y)));
      });
      await expect.poll(isSeen, `${direction} ${i}`).toBe(true);
    }
  }
});

test('what has the focus shows it', async ({ app, page }) => {
  await app.open();
  for (let i = 0; i < 30; i += 1) {
    await page.keyboard.press('Tab');
    const shown = () => page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return true;
      const outlined = (e) => {
        const style = getComputedStyle(e);
        return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none';
      };
      const stroked = (e) => getComputedStyle(e).stroke !== 'none' && parseFloat(getComputedStyle(e).strokeWidth) >= 1;
      return (
        [element, element.parentElement, ...element.children].some(outlined) ||
        [...element.querySelectorAll('rect')].some(stroked) || element.outerHTML.slice(0, 200)
      );
    });
    await expect.poll(shown).toBe(true);
  }
});
