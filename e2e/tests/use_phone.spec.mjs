// On a phone: a swipe scrolls, a tap opens the sheet, a drag opens it in full, the strip jumps, the drawer filters,
// and turning the phone keeps what one was at.

import { expectClean } from '../pages/axe.mjs';
import { fingers } from '../pages/fingers.mjs';
import { LANGUAGES, atRest } from '../pages/timeline_page.mjs';
import { expect, test } from '../pages/test.mjs';

const EVENT = '2023-03-10-saudi-iran-beijing';
const SIZES = [
  { width: 360, height: 740 },
  { width: 390, height: 844 },
];

const scrolled = (page) => page.evaluate(() => scrollY);
const heightOf = async (locator) => (await locator.boundingBox()).height;
const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];

/** Lines that are wholly on the screen, from top to bottom, once nothing moves any more. */
async function linesOnScreen(app, { bottom = 1 } = {}) {
  await atRest(app.page);
  const lines = await app.lines.evaluateAll((lines) =>
    lines.map((line) => {
      const { x, y, width, height } = line.getBoundingClientRect();
      return { slug: line.dataset.event, label: line.getAttribute('aria-label'), box: { x, y, width, height } };
    }));
  const { height } = app.page.viewportSize();
  return lines.filter(({ box }) => box.y > 70 && box.y + box.height < height * bottom).sort((a, b) => a.box.y - b.box.y);
}

for (const viewport of SIZES) {
  test.describe(`${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport, hasTouch: true, isMobile: true });

    test('a swipe over the spine scrolls the page and is never held back', async ({ app, page }) => {
      await app.open('?time=2023');
      await page.evaluate(() => {
        window.held = 0;
        window.moves = 0;
        addEventListener('touchmove', (event) => {
          window.moves += 1;
          if (event.defaultPrevented) window.held += 1;
        });
      });
      const touch = await fingers(page);
      const [x, y] = [viewport.width / 2, viewport.height * 0.8];
      await touch([[x, y]], [[x + 5, y - 300]]);
      await expect.poll(() => scrolled(page)).toBeGreaterThan(150);
      expect(await page.evaluate(() => window.held)).toBe(0);
      expect(await page.evaluate(() => window.moves)).toBeGreaterThan(0);
      await expect(app.card).toHaveCount(0);
      await expect.poll(() => app.parameter('time'), 'scrolling asks for no other period').toBe('2023');
    });

    test('whatever part one scrolls to, its lines are there, and few others', async ({ app, page }) => {
      await app.open();
      const height = await page.evaluate(() => document.querySelector('.spine-time').getBoundingClientRect().height);
      for (const share of [0.3, 0.6, 0.75, 0.5]) {
        await page.evaluate((top) => scrollTo(0, top), height * share);
        await expect.poll(async () => (await linesOnScreen(app)).length).toBeGreaterThan(2);
        expect(await app.lines.count()).toBeLessThan((4 * viewport.height) / 42 + 30);
      }
    });

    test('two fingers change the scale and leave the page as large as it was', async ({ app, page }) => {
      await app.open('?time=2023');
      const time = page.locator('.spine-time');
      const before = await heightOf(time);
      const touch = await fingers(page);
      const [x, y] = [viewport.width / 2, viewport.height * 0.6];
      await touch([[x, y - 40], [x, y + 40]], [[x, y - 100], [x, y + 100]]);
      await expect.poll(() => heightOf(time)).toBeGreaterThan(before * 1.8);
      expect(await page.evaluate(() => visualViewport.scale)).toBe(1);
      await app.settled();
      const larger = await heightOf(time);
      await app.button('Zoom out').tap();
      await expect.poll(() => heightOf(time)).toBeLessThan(larger * 0.8);
      await expect(app.card).toHaveCount(0);
    });

    test('a tap opens the sheet to two fifths, and the list goes on working behind it', async ({ app, page }) => {
      await app.open('?time=2023');
      await expect.poll(async () => (await linesOnScreen(app)).length).toBeGreaterThan(1);
      const first = (await linesOnScreen(app))[1];
      await page.touchscreen.tap(...middle(first.box));
      await expect(app.card).toBeVisible();
      expect(first.label).toContain(await app.card.getByRole('heading', { level: 2 }).innerText());
      await expect.poll(() => heightOf(app.card)).toBeCloseTo(viewport.height * 0.4, -1);

      await app.atRest();
      const before = await scrolled(page);
      const touch = await fingers(page);
      await touch([[150, viewport.height * 0.5]], [[150, viewport.height * 0.5 - 200]]);
      await expect.poll(() => scrolled(page)).toBeGreaterThan(before + 80);
      await expect(app.card).toBeVisible();

      await expect.poll(async () => (await linesOnScreen(app, { bottom: 0.55 })).length).toBeGreaterThan(1);
      const next = (await linesOnScreen(app, { bottom: 0.55 }))[1];
      await page.touchscreen.tap(...middle(next.box));
      await expect.poll(async () => next.label.includes(await app.card.getByRole('heading', { level: 2 }).innerText())).toBe(true);
    });

    test('an event opened by its link, or stepped to, stands above the sheet', async ({ app, page }) => {
      await app.open(`?event=${EVENT}`);
      const selected = page.locator('.spine-row[aria-current=true]');
      const isClear = async () => {
        const [box, sheet] = [await selected.boundingBox(), await app.card.boundingBox()];
        return box && box.y > 0 && box.y + box.height < sheet.y;
      };
      await expect.poll(isClear).toBe(true);
      for (let i = 0; i < 4; i += 1) {
        const title = await app.card.getByRole('heading', { level: 2 }).innerText();
        await app.button('Next event').tap();
        await expect(app.card.getByRole('heading', { level: 2 })).not.toHaveText(title);
        await expect.poll(isClear).toBe(true);
      }
      for (const name of ['Previous event', 'Next event']) {
        const box = await app.boxOf(app.button(name));
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
        expect(box.y, 'in reach of the thumb').toBeGreaterThan(viewport.height / 2);
      }
    });

    test('a drag opens the sheet in full, lets it down, and closes it', async ({ app, page }) => {
      await app.open(`?event=${EVENT}`);
      await expect(app.card).toBeVisible();
      const touch = await fingers(page);
      const pull = async (by) => {
        const [x, y] = middle(await app.boxOf(app.handle));
        await touch([[x, y]], [[x, y + by]]);
      };
      await pull(-200);
      await expect(app.handle).toHaveAttribute('aria-expanded', 'true');
      await expect.poll(() => heightOf(app.card)).toBeGreaterThan(viewport.height * 0.85);
      await pull(200);
      await expect(app.handle).toHaveAttribute('aria-expanded', 'false');
      await expect.poll(() => heightOf(app.card)).toBeLessThan(viewport.height * 0.45);
      await pull(150);
      await expect(app.card).toHaveCount(0);
      await expect.poll(() => app.parameter('event')).toBeNull();
    });

    test('the handle works by tap and by key, Escape and Back close, the focus returns', async ({ app, page }) => {
      await app.open('?time=2023');
      const { slug } = (await linesOnScreen(app))[0];
      await page.locator(`.spine-row[data-event="${slug}"]`).focus();
      await page.keyboard.press('Enter');
      await expect(app.card).toBeVisible();
      await app.handle.tap();
      await expect(app.handle).toHaveAttribute('aria-expanded', 'true');
      await app.handle.focus();
      await page.keyboard.press('Enter');
      await expect(app.handle).toHaveAttribute('aria-expanded', 'false');
      await page.keyboard.press('Escape');
      await expect(app.card).toHaveCount(0);
      await expect(page.locator(`.spine-row[data-event="${slug}"]`)).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(app.card).toBeVisible();
      await page.goBack();
      await expect(app.card).toHaveCount(0);
    });

    test('the strip jumps, scrubs, and answers keys', async ({ app, page }) => {
      await app.open();
      const day = async () => Number(await app.strip.getAttribute('aria-valuenow'));
      const box = await app.strip.boundingBox();
      expect(box.width).toBeGreaterThanOrEqual(44);
      const first = await day();
      await page.touchscreen.tap(box.x + 30, box.y + box.height * 0.7);
      await expect.poll(day).toBeGreaterThan(first + 500);
      await app.atRest();
      const there = await day();
      const moved = await app.strip.boundingBox();
      const touch = await fingers(page);
      const x = moved.x + 30;
      await touch([[x, moved.y + moved.height * 0.7]], [[x, moved.y + moved.height * 0.3]]);
      await expect.poll(day).toBeLessThan(there - 200);
      await app.strip.focus();
      await page.keyboard.press('Home');
      await expect.poll(day).toBeLessThan(first + 40);
      await page.keyboard.press('End');
      await expect.poll(day).toBeGreaterThan(first + 700);
      await expect(app.strip).toHaveAttribute('aria-valuetext', /2024 on the screen$/);
    });

    test('the drawer filters: counts, what is left, and all of it again', async ({ app, page }) => {
      await app.open();
      const all = await app.count();
      await app.filters.getByRole('button', { name: /^Region/ }).tap();
      await expect(app.drawer).toBeVisible();
      const choice = app.drawer.getByRole('checkbox', { name: /^Middle East/ });
      await expect(choice).toBeVisible();
      await choice.check();
      const show = app.drawer.getByRole('button', { name: /^Show \d+ events?$/ });
      await expect.poll(async () => Number.parseInt((await show.innerText()).slice(5), 10)).toBeLessThan(all);
      const left = Number.parseInt((await show.innerText()).slice(5), 10);
      await show.tap();
      await expect(app.drawer).toHaveCount(0);
      await expect.poll(() => app.count()).toBe(left);
      await expect.poll(() => app.parameter('region')).toBe('middle-east');
      const chip = app.filters.getByRole('button', { name: 'Region: Middle East' });
      await expect(chip).toBeFocused();
      await chip.tap();
      await app.drawer.getByRole('button', { name: 'Clear all' }).tap();
      await expect(app.drawer.getByRole('button', { name: `Show ${all} events` })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(app.drawer).toHaveCount(0);
      await expect.poll(() => app.count()).toBe(all);

      await app.searchButton.tap();
      await expect(app.search).toBeFocused();
      await app.search.fill('Iran');
      await expect.poll(() => app.count()).toBeLessThan(all);
    });

    test('turning the phone keeps the period, the event and the focus', async ({ app, page }) => {
      await app.open('?time=2023');
      await page.getByRole('button', { name: /^Russia: joint statement, / }).focus();
      await page.keyboard.press('Enter');
      await expect(app.card).toBeVisible();
      await expect.poll(() => app.parameter('event')).not.toBeNull();
      const slug = app.parameter('event');
      await page.locator(`.spine-row[data-event="${slug}"]`).focus();
      await page.setViewportSize({ width: viewport.height, height: viewport.width });
      const mark = page.locator(`.timeline-drawing [data-event="${slug}"]`).first();
      await expect(mark).toBeFocused();
      await expect(app.card.getByRole('heading', { level: 2 })).toHaveText('Russia: joint statement');
      await expect.poll(() => [app.parameter('time'), app.parameter('event')]).toEqual(['2023', slug]);
      await page.setViewportSize(viewport);
      await expect(page.locator(`.spine-row[data-event="${slug}"]`)).toBeFocused();
      await expect.poll(() => [app.parameter('time'), app.parameter('event')]).toEqual(['2023', slug]);
    });

    test('arrow keys move the focus down and up, one tab stop for all lines', async ({ app, page }) => {
      await app.open('?time=2023');
      await expect(page.locator('.spine-row[tabindex="0"]')).toHaveCount(1);
      await page.locator('.spine-row[tabindex="0"]').focus();
      const focused = () => page.evaluate(() => document.activeElement.getBoundingClientRect().top + scrollY);
      let last = await focused();
      for (let i = 0; i < 12; i += 1) {
        await page.keyboard.press('ArrowDown');
        await expect.poll(focused).toBeGreaterThan(last + 40);
        last = await focused();
      }
      await page.keyboard.press('ArrowUp');
      await expect.poll(focused).toBeLessThan(last - 40);
      await page.keyboard.press('End');
      await expect.poll(focused).toBeGreaterThan(last + 1000);
      await expect(page.locator('.spine-row:focus')).toBeInViewport();
      await page.keyboard.press('Home');
      await expect.poll(focused).toBeLessThan(last);
      await expect(page.locator('.spine-row[tabindex="0"]')).toHaveCount(1);
    });

    test('a count opens into its events', async ({ app }) => {
      await app.open('?time=2023-11');
      await expect(app.counts.first()).toBeVisible();
      const shown = async () => {
        const counts = await app.lines.evaluateAll((lines) => lines.map((line) => Number(line.dataset.count)));
        return counts.reduce((a, b) => a + b, 0);
      };
      await expect.poll(shown, 'every event is in a line or in a count').toBe(await app.count());
      const before = await app.lines.count();
      await app.tap(app.counts.first());
      await expect.poll(() => app.lines.count()).toBeGreaterThan(before);
      await expect(app.counts).toHaveCount(0);
    });

    test('years without an event are a break that names its days', async ({ app, page }) => {
      await app.open('?background=1&time=1963..2024');
      const words = page.locator('.spine-break').first();
      await expect
        .poll(async () => {
          await page.evaluate(() => scrollBy(0, innerHeight));
          return words.count();
        })
        .toBeGreaterThan(0);
      await expect(words).toHaveText(/^\d+ days without an event$/);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(40_000);
    });

    for (const lang of LANGUAGES) {
      for (const [part, query, open] of [
        ['spine', '', null],
        ['sheet', `&event=${EVENT}`, null],
        ['views', '', (app) => app.viewButton.tap()],
        ['tools', '', (app) => app.moreButton.tap()],
        ['drawer', '', (app) => app.filtersButton.tap()],
        ['comparison', '&pin.time=2022', null],
        ['search', '&q=Iran', null],
      ]) {
        test(`axe finds nothing: ${part}, ${lang}`, async ({ app, page }) => {
          await app.open(`?lang=${lang}&time=2023${query}`);
          if (open) {
            await open(app);
            await expect(page.locator('.bar-panel:not([hidden]), dialog[open]')).toBeVisible();
          }
          await expectClean(page);
        });
      }
    }
  });
}

test.describe('large text', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

  for (const lang of LANGUAGES) {
    for (const view of ['timeline', 'charts', 'table']) {
      test(`twice as large, nothing is cut and nothing scrolls sideways: ${view}, ${lang}`, async ({ app, page }) => {
        await page.addInitScript(() => {
          addEventListener('DOMContentLoaded', () => document.documentElement.style.setProperty('font-size', '200%'));
        });
        await app.open(`?lang=${lang}&view=${view}&time=2023&event=${EVENT}`);
        const [inner, outer] = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return [scrollWidth, clientWidth];
        });
        expect(inner).toBeLessThanOrEqual(outer);
        if (view === 'timeline') {
          const cut = await page.locator('.spine-row').evaluateAll((rows) =>
            rows.flatMap((row) =>
              [...row.children].filter((part) => {
                const [inner, outer] = [part.getBoundingClientRect(), row.getBoundingClientRect()];
                return inner.bottom > outer.bottom + 1 || inner.top < outer.top - 1;
              }).map((part) => part.textContent)));
          expect(cut).toEqual([]);
          const narrowest = await page.locator('.spine-title').evaluateAll((all) => Math.min(...all.map((e) => e.parentElement.getBoundingClientRect().right - e.getBoundingClientRect().left)));
          expect(narrowest, 'a title has room for a word or two').toBeGreaterThan(140);
        }
      });
    }
  }
});
