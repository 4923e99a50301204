// The screen itself: all of it where that is given, and awake as long as the stage stands; nothing is amiss without.

import { StagePage } from '../pages/stage_page.mjs';
import { expect, test } from '../pages/test.mjs';

const STORY = '?mode=present&story=two-years';
const N = 10;

test.use({ viewport: { width: 1280, height: 720 }, contextOptions: { reducedMotion: 'reduce' } });

/**
 * A screen and a lamp of the test's own. `full` and `wake` say what the browser does when asked: `given`, `refused`,
 * `missing`, or `late`, which waits for `screen.answer()`.
 */
const withScreen = async (page, { full = 'given', wake = 'given' }) => {
  await page.addInitScript(({ full, wake }) => {
    const pending = [];
    const answer = (how, given) => {
      if (how === 'refused') return Promise.reject(new DOMException('no', 'NotAllowedError'));
      if (how === 'late') return new Promise((resolve) => pending.push(() => resolve(given())));
      return Promise.resolve(given());
    };
    const screen = { asked: 0, exits: 0, element: null, locks: [], asked_awake: 0 };
    const turn = (element) => {
      screen.element = element;
      document.dispatchEvent(new Event('fullscreenchange', { bubbles: true }));
    };
    Object.defineProperty(Document.prototype, 'fullscreenElement', { get: () => screen.element });
    Document.prototype.exitFullscreen = () => {
      screen.exits += 1;
      turn(null);
      return Promise.resolve();
    };
    Element.prototype.requestFullscreen = full === 'missing' ? undefined : function request() {
      screen.asked += 1;
      return answer(full, () => turn(this));
    };
    const request = (kind) => {
      screen.asked_awake += 1;
      return answer(wake, () => {
        const lock = { kind, is_held: true, release: async () => { lock.is_held = false; } };
        screen.locks.push(lock);
        return lock;
      });
    };
    Object.defineProperty(navigator, 'wakeLock', { value: wake === 'missing' ? undefined : { request } });
    let is_hidden = false;
    Object.defineProperty(Document.prototype, 'hidden', { get: () => is_hidden });
    window.screen_of_test = {
      state: () => ({
        asked: screen.asked, exits: screen.exits, is_full: screen.element === document.documentElement,
        asked_awake: screen.asked_awake, held: screen.locks.filter((lock) => lock.is_held).map((lock) => lock.kind),
      }),
      answer: () => pending.splice(0).forEach((resolve) => resolve()),
      // The browser's own Esc, which no page hears.
      shrink: () => turn(null),
      hide: (hidden) => {
        is_hidden = hidden;
        if (hidden) screen.locks.forEach((lock) => { lock.is_held = false; });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      },
    };
  }, { full, wake });
  const call = (name, argument) => page.evaluate(([name, argument]) => window.screen_of_test[name](argument), [name, argument]);
  return {
    answer: () => call('answer'),
    shrink: () => call('shrink'),
    hide: (hidden) => call('hide', hidden),
    has: (expected) => expect.poll(() => call('state')).toMatchObject(expected),
  };
};

test('presenting asks for the whole screen; the browser’s own Esc closes what is open, and then leaves', async ({ page }) => {
  const screen = await withScreen(page, {});
  const stage = new StagePage(page);
  await stage.open('?view=story&story=two-years');
  await page.getByRole('button', { name: 'Present', exact: true }).last().click();
  await stage.atStop(1, N);
  await screen.has({ asked: 1, is_full: true });
  await page.keyboard.press('l');
  const list = page.getByRole('region', { name: 'Stops' });
  await expect(list).toBeVisible();
  await screen.shrink();
  await expect(list).toHaveCount(0);
  await expect(stage.stage).toBeVisible();
  // The next key has it again.
  await page.keyboard.press('PageDown');
  await stage.atStop(2, N);
  await screen.has({ asked: 2, is_full: true });
  await screen.shrink();
  await expect(stage.stage).toHaveCount(0);
  // It is gone already: nothing is given back twice.
  await screen.has({ asked: 2, exits: 0, is_full: false });
  await page.keyboard.press('p');
  await stage.atStop(2, N);
  await screen.has({ asked: 3, is_full: true });
  await page.keyboard.press('Escape');
  await expect(stage.stage).toHaveCount(0);
  await screen.has({ asked: 3, exits: 1, is_full: false });
});

test('a second window takes the whole screen away and ends nothing; the next key asks again', async ({ page }) => {
  const screen = await withScreen(page, {});
  const stage = new StagePage(page);
  await stage.open('?view=timeline');
  await page.keyboard.press('p');
  await expect(stage.stage).toBeVisible();
  await screen.has({ is_full: true });
  const opening = page.waitForEvent('popup');
  await page.keyboard.press('n');
  await (await opening).locator('.notes-page').waitFor();
  await screen.shrink();
  await page.keyboard.press('+');
  await screen.has({ asked: 2, is_full: true });
  await expect(stage.stage).toBeVisible();
});

test('also where the whole screen is still on its way when the second window opens', async ({ page }) => {
  const screen = await withScreen(page, { full: 'late' });
  const stage = new StagePage(page);
  await stage.open('?view=timeline');
  await page.keyboard.press('p');
  await expect(stage.stage).toBeVisible();
  await screen.has({ asked: 1, is_full: false });
  const opening = page.waitForEvent('popup');
  await page.keyboard.press('n');
  const notes = await opening;
  await notes.locator('.notes-page').waitFor();
  await screen.answer();
  await screen.has({ is_full: true, exits: 0 });
  await screen.shrink();
  await page.keyboard.press('+');
  await screen.answer();
  await screen.has({ asked: 2, is_full: true });
  await expect(stage.stage).toBeVisible();
});

for (const full of ['refused', 'missing']) {
  test(`where the whole screen is ${full} the talk goes on in the window, and nothing is said of it`, async ({ page }) => {
    const screen = await withScreen(page, { full });
    const stage = new StagePage(page);
    await stage.open('?view=story&story=two-years');
    await page.keyboard.press('p');
    await stage.atStop(1, N);
    const said = page.locator('.visually-hidden[role="status"]').last();
    await expect(said).toContainText('Presenting');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.keyboard.press('PageDown');
    await stage.atStop(2, N);
    await expect(said).toContainText('Stop 2 of 10');
    await screen.has({ asked: full === 'refused' ? 1 : 0, is_full: false });
    await page.keyboard.press('Escape');
    await expect(stage.stage).toHaveCount(0);
    await screen.has({ exits: 0 });
  });
}

test('a screen and a lamp that come after the stage was left are given back', async ({ page }) => {
  const screen = await withScreen(page, { full: 'late', wake: 'late' });
  const stage = new StagePage(page);
  await stage.open('?view=timeline');
  await page.keyboard.press('p');
  await expect(stage.stage).toBeVisible();
  await screen.has({ asked: 1, asked_awake: 1 });
  await page.keyboard.press('Escape');
  await expect(stage.stage).toHaveCount(0);
  await screen.answer();
  await screen.has({ is_full: false, exits: 1, held: [] });
});

test('the screen stays awake while the stage stands, and again when the page comes back into sight', async ({ page }) => {
  const screen = await withScreen(page, {});
  const stage = new StagePage(page);
  await stage.open('?view=timeline');
  await screen.has({ asked_awake: 0, held: [] });
  await page.keyboard.press('p');
  await screen.has({ asked_awake: 1, held: ['screen'] });
  await screen.hide(true);
  await screen.has({ asked_awake: 1, held: [] });
  await screen.hide(false);
  await screen.has({ asked_awake: 2, held: ['screen'] });
  await page.keyboard.press('Escape');
  await screen.has({ asked_awake: 2, held: [] });
  // Out of the talk nobody keeps it awake.
  await screen.hide(true);
  await screen.hide(false);
  await screen.has({ asked_awake: 2, held: [] });
});

for (const wake of ['refused', 'missing']) {
  test(`where keeping awake is ${wake}, a link to a stage works all the same`, async ({ page }) => {
    const screen = await withScreen(page, { wake });
    const stage = new StagePage(page);
    await stage.open(STORY);
    await page.keyboard.press('PageDown');
    await stage.atStop(2, N);
    await screen.hide(true);
    await screen.hide(false);
    await expect(page.getByRole('alert')).toHaveCount(0);
    // A page that opens as a stage has had no press that allows the whole screen: it is not asked for.
    await screen.has({ asked: 0, asked_awake: wake === 'refused' ? 2 : 0, held: [] });
    await page.keyboard.press('Escape');
    await expect(stage.stage).toHaveCount(0);
  });
}
