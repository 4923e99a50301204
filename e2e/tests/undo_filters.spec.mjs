// Every step of the filter can be undone and redone, by keys and by buttons that say what they do.

import { expect, test } from '../pages/test.mjs';

const undo = (page) => page.getByRole('button', { name: /^(Undo|撤销)/ });
const redo = (page) => page.getByRole('button', { name: /^(Redo|重做)/ });

/** Chooses an entry of a menu and closes it. */
async function choose(app, page, menu, entry) {
  await app.menu(menu).click();
  await page.getByRole('checkbox', { name: new RegExp(`^${entry}`) }).check();
  await page.keyboard.press('Escape');
  await expect(app.menu(menu)).toHaveAttribute('aria-expanded', 'false');
}

test('there is nothing to undo at first', async ({ app, page }) => {
  await app.open();
  for (const button of [undo(page), redo(page)]) {
    await expect(button).toBeDisabled();
    await button.click({ force: true });
  }
  await expect(undo(page)).toHaveAccessibleName('Undo');
  await expect(redo(page)).toHaveAccessibleName('Redo');
  await expect.poll(() => new URL(page.url()).search).toBe('');
});

test('buttons undo and redo each step, name it, and tell the address', async ({ app, page }) => {
  await app.open();
  const opened = await app.state();
  await choose(app, page, 'Region', 'Africa');
  const africa = await app.state();
  await choose(app, page, 'Kind', 'Forum');
  const forums = await app.state();
  expect(new Set([opened, africa, forums].map((s) => s.count)).size).toBe(3);

  await expect(undo(page)).toHaveAccessibleName('Undo: Kind');
  await undo(page).click();
  await expect(undo(page)).toHaveAccessibleName('Undo: Region');
  await expect(redo(page)).toHaveAccessibleName('Redo: Kind');
  await expect.poll(() => app.state()).toEqual(africa);
  await undo(page).click();
  await expect(undo(page)).toBeDisabled();
  await expect(undo(page), 'the last step undone leaves the focus where it is').toBeFocused();
  await expect.poll(() => app.state()).toEqual(opened);
  await redo(page).click();
  await expect.poll(() => app.state()).toEqual(africa);
  await redo(page).click();
  await expect.poll(() => app.state()).toEqual(forums);
  await expect(redo(page)).toBeDisabled();
});

test('keys undo and redo, and a new step forgets what was undone', async ({ app, page }) => {
  await app.open();
  const opened = await app.state();
  await app.lane('Africa').click();
  const africa = await app.state();
  await page.keyboard.press('Control+z');
  await expect.poll(() => app.state()).toEqual(opened);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => app.state()).toEqual(africa);
  await page.keyboard.press('Meta+z');
  await expect.poll(() => app.state()).toEqual(opened);
  await page.keyboard.press('Control+y');
  await expect.poll(() => app.state()).toEqual(africa);
  await page.keyboard.press('Control+z');
  await app.lane('Europe').click();
  const europe = await app.state();
  await page.keyboard.press('Control+y');
  expect(await app.state(), 'nothing to redo').toEqual(europe);
  await page.keyboard.press('Control+Alt+z');
  expect(await app.state(), 'with Alt it is another key').toEqual(europe);
});

test('a gesture is one step that gives back exactly the days there were', async ({ app, page }) => {
  await app.open('?time=2022-11..2023-08');
  const before = await app.state();
  const from = await app.emptyPlace();
  await app.drag(from, { x: from.x - 180, y: from.y });
  await expect.poll(() => app.parameter('time')).not.toBe('2022-11..2023-08');
  const dragged = await app.state();
  expect(dragged.period).not.toEqual(before.period);
  await expect(undo(page)).toHaveAccessibleName('Undo: Time');
  await page.keyboard.press('Control+z');
  await expect.poll(() => app.state()).toEqual(before);
  await expect(undo(page)).toBeDisabled();
  await page.keyboard.press('Control+y');
  await expect.poll(() => app.state()).toEqual(dragged);
});

test('what a held key repeats is one step', async ({ app, page }) => {
  await app.open('?time=2022-11..2023-08');
  const before = await app.state();
  await app.marks.first().focus();
  // A key that is down already repeats.
  for (let i = 0; i < 4; i += 1) await page.keyboard.down('d');
  await page.keyboard.up('d');
  await expect.poll(async () => (await app.state()).period.first).toBeGreaterThan(before.period.first);
  await page.keyboard.press('d');
  await undo(page).click();
  await undo(page).click();
  await expect.poll(() => app.state()).toEqual(before);
  await expect(undo(page)).toBeDisabled();
});

test('typing is one step, and in a field that holds text the keys are the browser’s', async ({ app, page }) => {
  await app.open();
  const opened = await app.state();
  await app.search.pressSequentially('cuba');
  await expect.poll(() => app.parameter('q')).toBe('cuba');
  await page.keyboard.press('Control+z');
  // Whatever the browser takes back of the typing, the step is not undone under the hands.
  await expect(app.search).toBeFocused();
  await app.search.fill('cuban');
  await expect.poll(() => app.parameter('q')).toBe('cuban');
  await app.headline.click();
  await expect(undo(page)).toHaveAccessibleName('Undo: Search');
  await undo(page).click();
  await expect.poll(() => app.state()).toEqual(opened);
  await expect(app.search).toHaveValue('');
  await expect(undo(page)).toBeDisabled();
  // In an empty field there is nothing of the browser's to undo.
  await app.search.focus();
  await page.keyboard.press('Control+y');
  await expect(app.search).toHaveValue('cuban');
});

test('clearing all is one step, and so is Back', async ({ app, page }) => {
  await app.open('?region=africa&kind=forum&time=2023');
  const asked = await app.state();
  await app.button('Clear all').click();
  await expect(undo(page)).toHaveAccessibleName('Undo: several filters');
  const cleared = await app.state();
  await undo(page).click();
  await expect.poll(() => app.state()).toEqual(asked);
  await page.goBack();
  await expect.poll(() => app.count()).toBe(cleared.count);
  await page.keyboard.press('Control+z');
  await expect.poll(() => app.state()).toEqual(asked);
});

test('the steps survive a change of language and of view', async ({ app, page }) => {
  await app.open();
  await app.lane('Africa').click();
  await app.show('table');
  await app.languageSwitch.click();
  await expect(undo(page)).toHaveAccessibleName('撤销：地区');
  await undo(page).click();
  await expect(redo(page)).toHaveAccessibleName('重做：地区');
  await expect.poll(() => app.parameter('region')).toBeNull();
  await expect.poll(() => app.parameter('view')).toBe('table');
});

test('what pins and asks in one press is taken back in one', async ({ app, page }) => {
  await app.open('?region=africa&time=2023');
  const opened = await app.state();
  const strip = page.getByRole('region', { name: 'Compare' });
  await app.menu('Compare').click();
  await page.getByRole('button', { name: '2023 against 2022' }).click();
  await expect(strip).toBeVisible();
  const compared = await app.state();
  expect(compared.url).toContain('pin.');
  await undo(page).click();
  await expect(strip).toHaveCount(0);
  await expect.poll(() => app.state()).toEqual(opened);
  await redo(page).click();
  await expect(strip).toBeVisible();
  await expect.poll(() => app.state()).toEqual(compared);
  // What only unpins is a step, too, and says so.
  await app.button('Unpin').click();
  await expect(strip).toHaveCount(0);
  await expect(undo(page)).toHaveAccessibleName('Undo: Comparison');
  await page.keyboard.press('Control+z');
  await expect(strip).toBeVisible();
  await expect.poll(() => app.state()).toEqual(compared);
});
