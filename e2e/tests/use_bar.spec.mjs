// On a phone, everything one does with the page is under the thumb: a bar at the foot of the screen, and what it opens
// stands above it. Nothing is hidden behind it, neither what has the focus nor the end of the page, and it is not printed.

import { expectClean } from '../pages/axe.mjs';
import { LANGUAGES } from '../pages/timeline_page.mjs';
import { expect, test } from '../pages/test.mjs';

const VIEWPORT = { width: 360, height: 740 };

test.use({ viewport: VIEWPORT, hasTouch: true, isMobile: true });

/** What has the focus, and whether anything that floats at the foot covers it. */
const isCovered = (page) =>
  page.evaluate(() => {
    const { top, bottom } = document.activeElement.getBoundingClientRect();
    const bar = document.querySelector('.bar').getBoundingClientRect();
    // Behind the last thing the focus is the browser's own.
    if (document.activeElement === document.body) return false;
    return !document.activeElement.closest('.bar') && top < bar.bottom && bottom > bar.top + 1;
  });

for (const lang of LANGUAGES) {
  test(`the bar is at the foot, in reach, and each button is as large as a thumb, ${lang}`, async ({ app, page }) => {
    await app.open(`?lang=${lang}`);
    const bar = await app.boxOf(app.bar);
    expect(Math.round(bar.y + bar.height)).toBe(VIEWPORT.height);
    expect(bar.height).toBeLessThanOrEqual(64);
    const buttons = await app.bar.getByRole('button').all();
    expect(buttons).toHaveLength(5);
    for (const button of buttons) {
      const { width, height } = await button.boundingBox();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
      const label = button.locator('.bar-label');
      expect(await label.evaluate((e) => e.scrollWidth <= e.clientWidth), await label.innerText()).toBe(true);
    }
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await app.settled();
    const last = () => page.locator('.source').evaluate((e) => e.getBoundingClientRect().bottom);
    await expect.poll(last, 'the end of the page stands above it').toBeLessThanOrEqual(bar.y);
  });
}

test('a view is two taps away, and the focus comes back to the button', async ({ app }) => {
  await app.open();
  for (const view of ['charts', 'table', 'outline', 'all', 'timeline']) {
    await app.viewButton.tap();
    await expect(app.viewButton).toHaveAttribute('aria-expanded', 'true');
    const panel = await app.boxOf(app.page.locator('.bar-panel:not([hidden])'));
    expect(panel.y + panel.height).toBeLessThanOrEqual((await app.boxOf(app.bar)).y + 1);
    await app.tab(view).tap();
    await expect(app.viewButton).toHaveAttribute('aria-expanded', 'false');
    await expect(app.viewButton).toBeFocused();
    await expect.poll(() => app.parameter('view')).toBe(view === 'timeline' ? null : view);
  }
});

test('a press elsewhere, Escape, or leaving by Tab closes a panel', async ({ app, page }) => {
  await app.open();
  // The click of a tap comes after the driver has done with it.
  const tapped = async (button) => {
    await button.tap();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
  };
  await tapped(app.moreButton);
  await page.touchscreen.tap(180, 120);
  await expect(app.moreButton).toHaveAttribute('aria-expanded', 'false');
  await tapped(app.moreButton);
  await page.keyboard.press('Escape');
  await expect(app.moreButton).toHaveAttribute('aria-expanded', 'false');
  await expect(app.moreButton).toBeFocused();
  await tapped(app.viewButton);
  await app.searchButton.focus();
  await expect(app.viewButton).toHaveAttribute('aria-expanded', 'true');
  await page.locator('#events').focus();
  await expect(app.viewButton).toHaveAttribute('aria-expanded', 'false');
  await expect(app.card).toHaveCount(0);
});

test('what stands behind More works, and a dialog gives the focus back to it', async ({ app, page }) => {
  await app.open();
  await app.moreButton.tap();
  await page.getByRole('button', { name: 'Download' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Download' });
  await expect(dialog.getByRole('button').nth(2)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Download' })).toBeFocused();
  await app.schemeSwitch.tap();
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'light');
});

test('the number on Filters is how many are active', async ({ app }) => {
  await app.open('?region=africa~europe&kind=aid');
  await expect(app.filtersButton).toHaveAccessibleName('Filters, 3 active');
  await expect(app.filtersButton.locator('.bar-badge')).toHaveText('3');
  await app.filtersButton.tap();
  await app.drawer.getByRole('button', { name: 'Clear all' }).tap();
  await app.drawer.getByRole('button', { name: /^Show/ }).tap();
  await expect(app.filtersButton).toHaveAccessibleName('Filters');
  await expect(app.filtersButton).toBeFocused();
});

test('one types, presses Enter, and sees what was found', async ({ app, page }) => {
  await app.open();
  await app.searchButton.tap();
  await expect(app.search).toBeFocused();
  await page.keyboard.type('iran');
  await page.keyboard.press('Enter');
  await expect(app.drawer).toBeHidden();
  await expect.poll(() => app.parameter('q')).toBe('iran');
  await expect(app.lines.locator('mark').first()).toHaveText(/^iran$/i);
});

test('another language is one tap away and keeps the state', async ({ app }) => {
  await app.open('?time=2023');
  await app.languageSwitch.tap();
  await expect(app.headline).toContainText('2023年');
  await expect.poll(() => [app.parameter('lang'), app.parameter('time')]).toEqual(['zh', '2023']);
  await expect(app.languageSwitch).toBeFocused();
});

test('what has the focus is never behind the bar', async ({ app, page }) => {
  for (const query of ['', '?view=table', '?view=outline']) {
    await app.open(query);
    await page.locator('#events').focus();
    for (let i = 0; i < 25; i += 1) {
      await page.keyboard.press('Tab');
      await expect.poll(() => isCovered(page), await page.evaluate(() => document.activeElement.outerHTML.slice(0, 120))).toBe(false);
    }
  }
  await app.open('?view=outline');
  await page.locator('.outline-open[tabindex="0"]').focus();
  for (let i = 0; i < 25; i += 1) {
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => isCovered(page)).toBe(false);
  }
});

test('the sheet stands on the bar, with the citation at its foot', async ({ app, page }) => {
  await app.open('?event=2023-03-10-saudi-iran-beijing');
  const [card, bar] = [await app.boxOf(app.card), await app.boxOf(app.bar)];
  expect(card.y + card.height).toBeLessThanOrEqual(bar.y + 1);
  const cite = app.card.getByRole('button', { name: 'Cite' });
  await expect(cite).toHaveCount(1);
  const foot = await app.boxOf(cite);
  expect(foot.y, 'in reach of the thumb').toBeGreaterThan(VIEWPORT.height / 2);
  expect(foot.y + foot.height).toBeLessThanOrEqual(bar.y);
  await cite.tap();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('the bar is not printed', async ({ app, page }) => {
  await app.open();
  await page.emulateMedia({ media: 'print' });
  await expect(app.page.locator('.bar')).toBeHidden();
});

test('a participant’s page is reached from the drawer, which closes', async ({ app, page }) => {
  await app.open();
  await app.filters.getByRole('button', { name: /^Country/ }).tap();
  await app.drawer.getByRole('link', { name: /Iran/ }).first().tap();
  await expect(app.drawer).toBeHidden();
  await expect.poll(() => app.parameter('who')).not.toBeNull();
  await expect(app.headline).toBeFocused();
  await expect(app.headline).toContainText('Iran');
});

test('single letters of the spine heed the switch that turns them off', async ({ app, page }) => {
  await app.open('?time=2023');
  const height = () => page.locator('.spine-time').evaluate((e) => e.getBoundingClientRect().height);
  const before = await height();
  await page.locator('.spine-row[tabindex="0"]').focus();
  await page.keyboard.press('w');
  await expect.poll(height).toBeGreaterThan(before * 1.3);
  await page.keyboard.press('s');
  await expect.poll(height).toBeCloseTo(before, -1);
  await page.evaluate(() => localStorage.setItem('gsi-timeline.single-keys-off', '1'));
  await page.reload();
  await app.ready();
  await page.locator('.spine-row[tabindex="0"]').focus();
  for (const key of ['w', '+', 's']) await page.keyboard.press(key);
  await page.keyboard.press('ArrowDown');
  await expect.poll(height).toBeCloseTo(before, -1);
});

for (const lang of LANGUAGES) {
  for (const width of [320, 360, 390]) {
    test(`no line begins with a mark that belongs to the one before, ${lang}, ${width}`, async ({ app, page }) => {
      await page.setViewportSize({ width, height: 740 });
      for (const query of ['region=middle-east&kind=summit&time=2023', 'q=iran&region=middle-east', 'region=africa~europe&pin.kind=summit&pin.region=africa', 'view=outline&region=africa', 'view=all']) {
        await app.open(`?lang=${lang}&${query}`);
        const wrong = await page.evaluate(() => {
          const out = [];
          const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          while (walker.nextNode()) {
            const { data, parentElement } = walker.currentNode;
            for (const { index } of data.matchAll(/[·，。）》、；：]/g)) {
              range.setStart(walker.currentNode, index);
              range.setEnd(walker.currentNode, index + 1);
              const sign = range.getBoundingClientRect();
              if (sign.width === 0) continue;
              // Its line begins where it does: the text before it, in the block around, ends on a line above.
              const block = parentElement.closest('p, h1, h2, h3, li, summary, td, th, figcaption') ?? parentElement;
              const edge = block.getBoundingClientRect().left + Number.parseFloat(getComputedStyle(block).paddingLeft);
              const isFirst = block.textContent.trim().indexOf(data.trim()) === 0 && index === 0;
              if (!isFirst && sign.left < edge + 2) out.push(`${data.slice(Math.max(0, index - 8), index + 8)} in ${block.tagName}.${block.className}`);
            }
          }
          return out;
        });
        expect(wrong, query).toEqual([]);
      }
    });
  }

  for (const scheme of ['light', 'dark']) {
    test(`everything on a phone: sections below one another, and axe finds nothing, ${lang}, ${scheme}`, async ({ app, page }) => {
      // Every chart and every row of the table is looked at.
      test.slow();
      await app.open(`?lang=${lang}&view=all&time=2023&scheme=${scheme}`);
      await expect(app.figures.first()).toBeVisible();
      const tops = [];
      for (const view of ['timeline', 'charts', 'table']) {
        const heading = page.locator(`#together-${view}`);
        await expect(heading).toBeVisible();
        tops.push(await heading.evaluate((e) => e.getBoundingClientRect().top + scrollY));
      }
      expect(tops).toEqual([...tops].sort((a, b) => a - b));
      expect(tops[1] - tops[0], 'the record on two or three screens').toBeLessThan(3 * VIEWPORT.height);
      const counts = await app.lines.evaluateAll((lines) => lines.map((line) => Number(line.dataset.count)));
      expect(counts.length).toBeGreaterThan(5);
      await expectClean(page);
    });
  }
}

test('in everything, a count asks for its days, and headline, charts and table follow', async ({ app, page }) => {
  await app.open('?view=all');
  const all = await app.count();
  await app.tap(app.counts.first());
  await expect.poll(() => app.count()).toBeLessThan(all);
  await expect.poll(() => app.parameter('time')).not.toBeNull();
  await expect.poll(() => app.parameter('view')).toBe('all');
  await expect.poll(async () => (await app.rows.count()) - (await app.count())).toBe(0);
  await app.tap(page.getByRole('button', { name: 'Open Table' }));
  await expect.poll(() => app.parameter('view')).toBe('table');
  await expect(app.headline).toBeFocused();
});
