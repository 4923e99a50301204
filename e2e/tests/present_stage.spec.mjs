// What a speaker does on the stage: enters and leaves, jumps, blackens, marks, explores and comes back.

import { StagePage } from '../pages/stage_page.mjs';
import { expect, test } from '../pages/test.mjs';
import { fingers } from '../pages/fingers.mjs';

const STORY = '?mode=present&story=two-years';
const N = 10;

test.use({ viewport: { width: 1280, height: 720 }, contextOptions: { reducedMotion: 'reduce' } });

const stageOf = async (page, query) => {
  const stage = new StagePage(page);
  await stage.open(query);
  return stage;
};

test('a key and a button present what is shown; Escape leaves it as it is, and Back returns', async ({ page }) => {
  const stage = await stageOf(page, '?region=middle-east&time=2023');
  const headline = (await page.getByRole('heading', { level: 1 }).first().textContent()).trim();
  await page.keyboard.press('p');
  await expect(stage.stage).toBeFocused();
  await expect(page).toHaveURL(/mode=present/);
  await expect(stage.count).toHaveCount(0);
  expect((await stage.headline.textContent()).trim().slice(0, 6)).toBe(headline.slice(0, 6));
  await page.keyboard.press('Escape');
  await expect(stage.stage).toHaveCount(0);
  await expect(page).toHaveURL(/region=middle-east&time=2023$/);
  await expect(page.getByRole('button', { name: 'Present', exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(stage.stage).toBeVisible();
  await page.goBack();
  await expect(stage.stage).toHaveCount(0);
});

test('leaving keeps the view of the stop; presenting again goes on there', async ({ page }) => {
  const stage = await stageOf(page, STORY);
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('PageDown');
  await stage.atStop(5, N);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\?view=timeline&region=middle-east&time=2023-01\.\.2023-06&event=2023-03-10-saudi-iran-beijing/);
  await expect(page.locator('.card')).toBeVisible();
  await page.keyboard.press('p');
  await stage.atStop(5, N);
});

test('a story is presented from its page, whatever was presented before', async ({ page }) => {
  const stage = await stageOf(page, STORY);
  await stage.atStop(1, N);
  await page.keyboard.press('Escape');
  // One view, which is no story.
  await stage.app.show('table');
  await page.keyboard.press('p');
  await expect(stage.stage).toBeVisible();
  await expect(stage.count).toHaveCount(0);
  await page.keyboard.press('Escape');
  await stage.app.show('story');
  await page.getByRole('link', { name: 'Mediations and position papers', exact: true }).click();
  await page.getByRole('article').getByRole('button', { name: 'Present', exact: true }).click();
  await stage.atStop(1, 7);
  await expect(stage.headline).toContainText('mediations');
});

test('steps fill no history', async ({ page }) => {
  const stage = await stageOf(page, '?view=table');
  await page.goto('./?view=table');
  await stage.ready();
  await page.keyboard.press('p');
  await expect(stage.stage).toBeVisible();
  const before = await page.evaluate(() => history.length);
  await page.goto(`./${STORY}`);
  await stage.ready();
  const length = await page.evaluate(() => history.length);
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('PageDown');
  await stage.atStop(6, N);
  expect(await page.evaluate(() => history.length)).toBe(length);
  expect(length).toBe(before + 1);
});

test('a link leads to its stop, and to what was explored there', async ({ page }) => {
  const stage = await stageOf(page, `${STORY}&step=4`);
  await stage.atStop(4, N);
  const named = await stage.named();
  expect(named.length).toBeGreaterThan(0);
  await page.keyboard.press('+');
  await expect(page.getByRole('button', { name: 'Back to stop 4' })).toBeVisible();
  await stage.app.settled();
  const url = page.url();
  await page.reload();
  await stage.ready();
  await expect.poll(() => page.url()).toBe(url);
  await expect(page.getByRole('button', { name: 'Back to stop 4' })).toBeVisible();
  await page.keyboard.press('Backspace');
  await stage.atStop(4, N);
  await expect.poll(() => stage.named()).toEqual(named);
});

test('a number and Enter jump, and so does the list of stops', async ({ page }) => {
  const stage = await stageOf(page, STORY);
  await page.keyboard.type('7');
  await expect(page.getByText('Go to 7: Enter')).toBeVisible();
  await page.keyboard.press('Enter');
  await stage.atStop(7, N);
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await stage.atStop(10, N);
  await page.keyboard.type('99');
  await page.keyboard.press('Enter');
  await stage.atStop(10, N);
  await page.keyboard.type('3');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await stage.atStop(10, N);
  await page.keyboard.press('l');
  const stops = page.getByRole('region', { name: 'Stops' }).getByRole('listitem');
  await expect(stops).toHaveCount(N);
  await expect(stops.nth(9).getByRole('button')).toBeFocused();
  await stops.nth(2).getByRole('button').click();
  await stage.atStop(3, N);
  await expect(page.getByRole('region', { name: 'Stops' })).toHaveCount(0);
});

test('B and the full stop blacken the screen, a step brings it back', async ({ page }) => {
  const stage = await stageOf(page, STORY);
  const black = page.locator('.present-black');
  for (const key of ['b', '.']) {
    await page.keyboard.press(key);
    await expect(black).toBeVisible();
    expect(await black.evaluate((e) => getComputedStyle(e).backgroundColor)).toBe('rgb(0, 0, 0)');
    const box = await black.boundingBox();
    expect([box.x, box.y, box.width, box.height]).toEqual([0, 0, 1280, 720]);
    await page.keyboard.press(key);
    await expect(black).toHaveCount(0);
  }
  await page.keyboard.press('b');
  await page.keyboard.press('PageDown');
  await expect(black).toHaveCount(0);
  await stage.atStop(2, N);
  await page.keyboard.press('b');
  await page.keyboard.press('Escape');
  await expect(black).toHaveCount(0);
  await expect(stage.stage).toBeVisible();
});

test('the pen marks by mouse and by finger, and moving on clears', async ({ page }) => {
  const stage = await stageOf(page, STORY);
  await page.keyboard.press('i');
  const box = await stage.app.boxOf(stage.drawing);
  const at = (x, y) => [box.x + box.width * x, box.y + box.height * y];
  await page.mouse.move(...at(0.3, 0.3));
  await page.mouse.down();
  await page.mouse.move(...at(0.5, 0.5), { steps: 8 });
  await page.mouse.up();
  const ink = page.locator('.present-ink path:not(.present-halo)');
  await expect(ink).toHaveCount(1);
  const drawn = await stage.app.boxOf(ink.first());
  expect(Math.abs(drawn.x - at(0.3, 0)[0])).toBeLessThan(6);
  expect(Math.abs(drawn.y + drawn.height - at(0, 0.5)[1])).toBeLessThan(8);
  // 7:1 against the ground.
  const colors = await ink.first().evaluate((e) => [getComputedStyle(e).stroke, getComputedStyle(document.querySelector('.present')).backgroundColor]);
  expect(colors).toEqual(['rgb(11, 61, 145)', 'rgb(255, 255, 255)']);
  const touch = await fingers(page);
  await touch([at(0.6, 0.3)], [at(0.8, 0.6)]);
  await expect(ink).toHaveCount(2);
  await stage.atStop(1, N);
  await page.keyboard.press('c');
  await expect(ink).toHaveCount(0);
  await page.mouse.down();
  await page.mouse.move(...at(0.6, 0.5), { steps: 4 });
  await page.mouse.up();
  await expect(ink).toHaveCount(1);
  await page.keyboard.press('PageDown');
  await expect(ink).toHaveCount(0);
});

test('the spotlight follows the pointer', async ({ page }) => {
  await stageOf(page, STORY);
  await page.keyboard.press('s');
  const light = page.locator('.present-spotlight');
  await page.mouse.move(400, 300);
  await expect.poll(async () => {
    const { x, y, width, height } = await light.boundingBox();
    return [Math.round(x + width / 2), Math.round(y + height / 2)];
  }).toEqual([400, 300]);
  await page.keyboard.press('s');
  await expect(light).toHaveCount(0);
});

test('events are named and named no longer, by mouse and by keys', async ({ page }) => {
  const stage = await stageOf(page, `${STORY}&step=2`);
  const before = await stage.named();
  const other = page.locator('.present-mark[aria-pressed="false"]').first();
  const name = await other.getAttribute('aria-label');
  await other.click();
  await expect.poll(() => stage.named()).toContain(name);
  await page.getByRole('button', { name, exact: true }).click();
  await expect.poll(() => stage.named()).toEqual(before);
  await stage.atStop(2, N);
  await page.keyboard.press('ArrowDown');
  const focused = page.locator('.present-mark:focus');
  await expect(focused).toHaveCount(1);
  const was = await focused.getAttribute('aria-pressed');
  await page.keyboard.press('Enter');
  await expect(focused).toHaveAttribute('aria-pressed', was === 'true' ? 'false' : 'true');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageUp');
  await expect.poll(() => stage.named()).toEqual(before);
});

test('exploring in the middle of a story, and one key back', async ({ page }) => {
  const stage = await stageOf(page, `${STORY}&step=5`);
  const [headline, axis] = [await stage.headline.textContent(), await stage.axis()];
  const back = page.getByRole('button', { name: 'Back to stop 5' });
  const ways = {
    zoom: () => page.keyboard.press('-'),
    pan: () => page.keyboard.press('d'),
    all: () => page.keyboard.press('f'),
    wheel: async () => {
      await page.mouse.move(640, 400);
      await page.keyboard.down('Control');
      await page.mouse.wheel(0, 300);
      await page.keyboard.up('Control');
    },
    drag: async () => {
      await page.mouse.move(900, 500);
      await page.mouse.down();
      await page.mouse.move(600, 500, { steps: 5 });
      await page.mouse.up();
    },
    filter: async () => {
      await page.keyboard.press('/');
      await page.getByRole('button', { name: /^Africa/ }).click();
      await page.keyboard.press('Escape');
    },
  };
  for (const [way, explore] of Object.entries(ways)) {
    await explore();
    await expect(back, way).toBeVisible();
    await page.keyboard.press(way === 'pan' ? 'PageUp' : 'Backspace');
    await expect(back, way).toHaveCount(0);
    await stage.atStop(5, N);
    await expect(stage.headline).toHaveText(headline);
    await expect.poll(() => stage.axis()).toEqual(axis);
  }
  // An opened event is spoken of: its title is the headline.
  await page.locator('.present-mark[aria-pressed="false"]').first().focus();
  const title = (await page.locator('.present-mark:focus').getAttribute('aria-label')).split(',')[0];
  await page.keyboard.press('o');
  await expect(stage.headline).toContainText(title);
  await page.keyboard.press('PageDown');
  await stage.atStop(6, N);
});

test('it plays by itself, at three speeds, stops at a key and at the end', async ({ page }) => {
  await page.clock.install();
  const stage = await stageOf(page, STORY);
  await page.keyboard.press(']');
  await page.keyboard.press('k');
  await expect(page.getByText('Play · 6 s a stop')).toBeVisible();
  await page.clock.runFor(6000);
  await stage.atStop(2, N);
  await page.keyboard.press('[');
  await page.keyboard.press('[');
  await expect(page.getByText('Play · 20 s a stop')).toBeVisible();
  await page.clock.runFor(20_000);
  await stage.atStop(3, N);
  await page.keyboard.press('q');
  await expect(page.getByText(/^Play · /)).toHaveCount(0);
  await page.clock.runFor(60_000);
  await stage.atStop(3, N);
  await page.keyboard.press('End');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('k');
  await page.clock.runFor(20_000);
  await stage.atStop(10, N);
  await expect(page.getByText(/^Play · /)).toHaveCount(0);
});

test('for who has no keys: the edges, the controls, a swipe', async ({ page }) => {
  const stage = await stageOf(page, STORY);
  await page.mouse.click(1270, 360);
  await stage.atStop(2, N);
  await page.mouse.click(10, 360);
  await stage.atStop(1, N);
  const controls = page.getByRole('toolbar', { name: 'Presentation controls' });
  await controls.getByRole('button', { name: 'Next stop' }).focus();
  await expect(controls).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await stage.atStop(2, N);
  await stage.stage.focus();
  await expect(controls).toHaveCSS('opacity', '0');
  const touch = await fingers(page);
  await touch([[900, 560]], [[500, 570]]);
  await stage.atStop(3, N);
  await touch([[500, 560]], [[900, 570]]);
  await stage.atStop(2, N);
  await touch([[640, 635]], [[641, 635]]);
  await expect(controls).toHaveCSS('opacity', '1');
});

test('the days travel from one stop to the next, and only then; not for who wants no motion', async ({ page }) => {
  await page.clock.install();
  const stage = await stageOf(page, STORY);
  await stage.atStop(1, N);
  await page.clock.pauseAt(Date.now() + 60_000);
  // Where the first periods of the axis stand.
  const place = () => stage.drawing.locator('text').evaluateAll((all) => all.slice(0, 3).map((text) => `${text.textContent} ${text.getAttribute('x')}`).join());
  const moving = page.locator('.present-drawing--moving');
  const first = await place();
  await page.keyboard.press('PageDown');
  await stage.atStop(2, N);
  await expect(moving).toHaveCount(0);
  const second = await place();
  expect(second).not.toBe(first);
  await page.clock.runFor(1000);
  expect(await place()).toBe(second);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.keyboard.press('PageUp');
  await stage.atStop(1, N);
  // The first frame begins at the stop before, those after are between the two.
  await page.clock.runFor(100);
  await expect(moving).toHaveCount(1);
  const between = await place();
  expect([first, second]).not.toContain(between);
  await page.clock.runFor(400);
  await expect(moving).toHaveCount(0);
  expect(await place()).toBe(first);
  await page.clock.runFor(1000);
  expect(await place()).toBe(first);
});
