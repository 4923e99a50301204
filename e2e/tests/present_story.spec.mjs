// A whole story by a clicker, offline, without motion: every stop, in both languages, schemes and sizes, is legible.

import { expectClean } from '../pages/axe.mjs';
import { StagePage } from '../pages/stage_page.mjs';
import { fragment } from '../pages/own_story.mjs';
import { expect, test } from '../pages/test.mjs';

const STORY = 'two-years';
const N = 10;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const RUNS = [
  { lang: 'en', scheme: 'light', width: 1280, height: 720 },
  { lang: 'zh', scheme: 'dark', width: 1920, height: 1080 },
  { lang: 'zh', scheme: 'light', width: 1280, height: 720 },
  { lang: 'en', scheme: 'dark', width: 1920, height: 1080 },
];
for (const { lang, scheme, width, height } of RUNS) {
  test(`a story runs by a clicker, offline: ${lang}, ${scheme}, ${width} × ${height}`, async ({ page, context }) => {
    await page.setViewportSize({ width, height });
    const stage = new StagePage(page);
    await stage.open(`?mode=present&story=${STORY}&lang=${lang}&scheme=${scheme}`);
    // The page says when it has all it may need.
    await page.locator('html[data-whole]').waitFor({ state: 'attached' });
    await context.setOffline(true);
    const [headlines, axes] = [new Set(), new Set()];
    for (let at = 1; at <= N; at += 1) {
      await stage.atStop(at, N, lang);
      await expect(page).toHaveURL(new RegExp(`step=${at}(&|$)`));
      headlines.add(await stage.headline.textContent());
      // The line says how far it is.
      await expect(page.locator('.present-step')).toHaveCount(N);
      await expect(page.locator('.present-step--done')).toHaveCount(at - 1);
      await expect(page.locator('.present-step--now')).toHaveCount(1);
      await stage.expectLegible();
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
      // The axis stays where it is, whatever number of lines a stop says.
      if (await stage.drawing.count()) axes.add(Math.round((await stage.drawing.boundingBox()).y));
      // Nothing is cut off.
      const box = await stage.drawing.or(page.locator('.present-chart')).or(page.locator('.present-rows')).boundingBox();
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.keyboard.press(at % 2 ? 'PageDown' : 'ArrowRight');
    }
    expect(headlines.size).toBe(N);
    expect([...axes]).toHaveLength(1);
    await stage.atStop(N, N, lang);
    for (let at = N - 1; at >= 1; at -= 1) {
      await page.keyboard.press(at % 2 ? 'PageUp' : 'ArrowLeft');
      await stage.atStop(at, N, lang);
    }
    await page.keyboard.press('End');
    await stage.atStop(N, N, lang);
    await page.keyboard.press('Home');
    await stage.atStop(1, N, lang);
    await page.keyboard.press(' ');
    await stage.atStop(2, N, lang);
    await page.keyboard.press('Shift+ ');
    await stage.atStop(1, N, lang);
    await context.setOffline(false);
  });
}

// On a wide stage, and on a phone held upright.
for (const { lang, scheme, width, height } of [
  { lang: 'en', scheme: 'light', width: 1280, height: 720 },
  { lang: 'zh', scheme: 'dark', width: 390, height: 844 },
]) {
  test(`every stop of the other stories is legible: ${lang}, ${scheme}, ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const stage = new StagePage(page);
    for (const [id, n] of [['joint-statements', 8], ['mediations', 7]]) {
      await stage.open(`?mode=present&story=${id}&lang=${lang}&scheme=${scheme}`);
      for (let at = 1; at <= n; at += 1) {
        await stage.atStop(at, n, lang);
        await stage.expectLegible();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await page.keyboard.press('PageDown');
      }
    }
  });
}

const CHARTS = ['trend', 'cumulative', 'multiples', 'heat', 'stances', 'kinds'];

/** The words of the chart that are not inside it. */
const outside = (page) => page.locator('.present-chart').evaluate((svg) => {
  const box = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].filter((text) => {
    const at = text.getBoundingClientRect();
    return at.x < box.x - 1 || at.right > box.right + 1 || at.bottom > box.bottom + 1 || at.y < box.y - 8;
  }).map((text) => text.textContent);
});

for (const { lang, scheme, width, height } of [
  { lang: 'en', scheme: 'light', width: 1280, height: 720 },
  { lang: 'zh', scheme: 'dark', width: 1280, height: 720 },
  { lang: 'en', scheme: 'dark', width: 390, height: 844 },
]) {
  test(`every chart is drawn in large type: ${lang}, ${scheme}, ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const stage = new StagePage(page);
    const stops = CHARTS.map((chart) => ({ view: `?view=charts&chart=${chart}`, headline: { en: chart, zh: chart } }));
    await stage.open(`?mode=present&story=own&lang=${lang}&scheme=${scheme}${fragment(stops)}`);
    for (const [i, chart] of CHARTS.entries()) {
      await stage.atStop(i + 1, CHARTS.length, lang);
      await expect(stage.headline).toHaveText(chart);
      await expect(page.locator('.present-chart')).toBeVisible();
      await stage.expectLegible();
      await expect.poll(() => outside(page), chart).toEqual([]);
      await page.keyboard.press('PageDown');
    }
  });
}

test('a chart by itself says its finding, in large type', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const stage = new StagePage(page);
  await stage.open('?mode=present&view=charts&chart=kinds');
  await expect(page.locator('.present-finding')).toBeVisible();
  await stage.expectLegible();
  expect(await outside(page)).toEqual([]);
});

test('a table is large rows, a page at a time', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const stage = new StagePage(page);
  await stage.open('?mode=present&view=table&time=2023');
  const rows = page.locator('.present-row');
  const first = await rows.first().textContent();
  await stage.expectLegible();
  await page.keyboard.press('ArrowDown');
  await expect(rows.first()).not.toHaveText(first);
  await expect(stage.stage.getByText('Page 2 of')).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(rows.first()).toHaveText(first);
});

test('each step is announced, and axe finds nothing in any state', async ({ page }) => {
  const stage = new StagePage(page);
  const spoken = page.locator('.visually-hidden[role="status"]').last();
  await stage.open(`?mode=present&story=${STORY}`);
  await expect(stage.stage).toBeFocused();
  await expectClean(page);
  await page.keyboard.press('ArrowRight');
  await expect(spoken).toContainText('Stop 2 of 10: April 2022: the Initiative is proposed');
  await expectClean(page);
  await page.keyboard.press('l');
  await expect(page.getByRole('region', { name: 'Stops' })).toBeVisible();
  await expectClean(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(page.getByRole('textbox', { name: 'Search events' })).toBeFocused();
  await expectClean(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  await stage.atStop(N, N);
  await expectClean(page);
  await page.keyboard.press('b');
  await expect(spoken).toContainText('black');
  await expectClean(page);
});

test('upright, a Chinese title is broken after a mark, not within a word', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const stage = new StagePage(page);
  for (const [story, step] of [['two-years', 5], ['joint-statements', 6], ['mediations', 4]]) {
    await stage.open(`?mode=present&story=${story}&step=${step}&lang=zh`);
    const lines = await stage.headline.evaluate((headline) => {
      const lines = [];
      let top = -Infinity;
      const words = document.createTreeWalker(headline, NodeFilter.SHOW_TEXT);
      for (let text = words.nextNode(); text; text = words.nextNode()) {
        for (let i = 0; i < text.length; i += 1) {
          const range = new Range();
          range.setStart(text, i);
          range.setEnd(text, i + 1);
          const box = range.getBoundingClientRect();
          // Boxes of letters are higher than their lines.
          if (box.top > top + 5) lines.push('');
          top = box.top;
          lines[lines.length - 1] += text.data[i];
        }
      }
      return lines;
    });
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/[：，、]$/);
  }
});
