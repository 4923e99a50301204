// Two windows of one talk stay in step; where there can be only one, the notes are in it.

import { StagePage } from '../pages/stage_page.mjs';
import { expect, test } from '../pages/test.mjs';

const STORY = '?mode=present&story=two-years';
const N = 10;

test.use({ viewport: { width: 1280, height: 720 }, contextOptions: { reducedMotion: 'reduce' } });

const withNotes = async (page, query = STORY) => {
  const stage = new StagePage(page);
  await stage.open(query);
  const opening = page.waitForEvent('popup');
  await page.keyboard.press('n');
  const notes = await opening;
  await notes.locator('.notes-page').waitFor();
  await expect(notes.locator('.notes-status')).toContainText(/In step with|与演示窗口同步/);
  return { stage, notes };
};

test('the second window has the notes, the next stop, timer and clock, and follows', async ({ page }) => {
  const { stage, notes } = await withNotes(page);
  await expect(notes.locator('.notes-text')).toContainText('Begin with whose account this is');
  await expect(notes.locator('.notes-next')).toContainText('April 2022');
  await expect(notes.locator('.notes-count')).toHaveText(`1 of ${N}`);
  await expect(notes.locator('.notes-time').last()).toHaveText(/^\d\d:\d\d$/);
  await page.keyboard.press('PageDown');
  await expect(notes.locator('.notes-count')).toHaveText(`2 of ${N}`);
  await expect(notes.getByRole('heading', { level: 1 })).toHaveText('April 2022: the Initiative is proposed');
  // And the other way.
  await notes.getByRole('button', { name: 'Next stop' }).click();
  await stage.atStop(3, N);
  await expect(notes.locator('.notes-count')).toHaveText(`3 of ${N}`);
  await notes.keyboard.press('PageUp');
  await stage.atStop(2, N);
  await notes.getByRole('button', { name: 'Black' }).click();
  await expect(page.locator('.present-black')).toBeVisible();
  await expect(notes.getByRole('button', { name: 'Black' })).toHaveAttribute('aria-pressed', 'true');
  await notes.getByRole('button', { name: 'Black' }).click();
  await expect(page.locator('.present-black')).toHaveCount(0);
  await page.keyboard.press('+');
  await expect(notes.getByText('The audience sees something else')).toBeVisible();
});

test('the timer starts, pauses and begins anew', async ({ page, context }) => {
  await context.clock.install({ time: new Date('2024-07-01T10:00:00') });
  const { notes } = await withNotes(page);
  const timer = notes.getByRole('timer');
  await expect(timer).toHaveText(/^0:\d\d$/);
  // From here on no more time passes than is asked for, however long the test takes.
  await context.clock.pauseAt(new Date('2024-07-01T10:30:00'));
  await expect(timer).toHaveText(/^(29:\d\d|30:00)$/);
  await notes.getByRole('button', { name: 'Reset' }).click();
  await expect(timer).toHaveText('0:00');
  await context.clock.runFor(65_000);
  await expect(timer).toHaveText('1:05');
  await notes.getByRole('button', { name: 'Pause' }).click();
  await context.clock.runFor(30_000);
  await expect(timer).toHaveText('1:05');
  await notes.getByRole('button', { name: 'Start' }).click();
  await context.clock.runFor(60_000);
  await expect(timer).toHaveText('2:05');
  await notes.getByRole('button', { name: 'Reset' }).click();
  await expect(timer).toHaveText('0:00');
});

test('a window that comes late asks; one that reloads is found again; one that goes is missed', async ({ page }) => {
  const { stage, notes } = await withNotes(page);
  await page.keyboard.press('End');
  await notes.reload();
  await expect(notes.locator('.notes-count')).toHaveText(`${N} of ${N}`);
  await page.reload();
  await stage.ready();
  await stage.atStop(N, N);
  await notes.getByRole('button', { name: 'Previous stop' }).click();
  await stage.atStop(N - 1, N);
  await page.keyboard.press('Escape');
  await expect(notes.locator('.notes-status')).toContainText('Waiting for the window');
  // The one region of the page says it.
  await expect(notes.getByRole('status')).toContainText('Waiting for the window');
});

test('two talks on one machine do not mix', async ({ page, context }) => {
  const first = await withNotes(page);
  const other = await context.newPage();
  const second = await withNotes(other, '?mode=present&story=mediations');
  await page.keyboard.press('PageDown');
  await expect(first.notes.locator('.notes-count')).toHaveText(`2 of ${N}`);
  await expect(second.notes.locator('.notes-count')).toHaveText(/^1 of/);
  await second.notes.getByRole('button', { name: 'Next stop' }).click();
  await second.stage.atStop(2, 7);
  await first.stage.atStop(2, N);
});

test('without a channel the notes are beside the stage, and say why', async ({ page }) => {
  await page.addInitScript(() => {
    window.BroadcastChannel = class {
      constructor() {
        throw new DOMException('no', 'SecurityError');
      }
    };
  });
  const stage = new StagePage(page);
  await stage.open(STORY);
  await page.keyboard.press('n');
  const panel = page.getByRole('region', { name: 'Notes' });
  await expect(panel.getByText('cannot be kept in step')).toBeVisible();
  await expect(panel).toContainText('Begin with whose account this is');
  await page.keyboard.press('PageDown');
  await stage.atStop(2, N);
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('April 2022: the Initiative is proposed');
  await panel.getByRole('button', { name: 'Next stop' }).click();
  await stage.atStop(3, N);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(stage.stage).toBeVisible();
});

test('where the second window is blocked the notes are beside the stage, and say why', async ({ page }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  const stage = new StagePage(page);
  await stage.open(`${STORY}&lang=zh`);
  await page.keyboard.press('n');
  await expect(page.getByRole('region', { name: '备注' })).toContainText('浏览器没有打开第二个窗口');
  await page.keyboard.press('PageDown');
  await stage.atStop(2, N, 'zh');
});
