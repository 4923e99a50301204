// Printing: the whole selection on paper, whatever the window shows, with every event in words.

import { expect, test } from '../pages/test.mjs';
import { bare, pagesOf } from '../pages/pdf.mjs';
import { LANGUAGES, wholeOf } from '../pages/timeline_page.mjs';

const PAPERS = ['A4', 'Letter'];
const SELECTIONS = { everything: '', 'a selection': 'region=middle-east~africa&time=2023&' };
const FOOT = { en: (i, n) => `${i}of${n}`, zh: (i, n) => `${i}/${n}` };

/** The titles of all events shown, as the table lists them. */
async function titlesOf(app, query) {
  await app.open(`?view=table&${query}`);
  const titles = await app.rows.getByRole('rowheader').allTextContents();
  expect(titles).toHaveLength(await app.count());
  return titles;
}

async function print(page, format) {
  await wholeOf(page);
  return pagesOf(await page.pdf({ format }));
}

for (const [name, filter] of Object.entries(SELECTIONS)) {
  for (const lang of LANGUAGES) {
    test(`the print of ${name} in ${lang} has every event's title, on A4 and on Letter`, async ({ app, page }) => {
      const titles = await titlesOf(app, `${filter}lang=${lang}`);
      await app.open(`?${filter}lang=${lang}`);
      const headline = bare(await app.headline.textContent());
      for (const format of PAPERS) {
        const pages = await print(page, format);
        const text = pages.map((sheet) => sheet.text).join('');
        const missing = titles.filter((title) => !text.includes(bare(title)));
        expect(missing, `titles that are not on ${format}`).toEqual([]);
        expect(pages[0].text).toContain(headline);
        // One sheet holds the drawing; a sheet of the list has room for about fifty events.
        expect(pages.length).toBeGreaterThanOrEqual(Math.ceil(titles.length / 80));
        expect(pages.length).toBeLessThanOrEqual(2 + Math.ceil(titles.length / 35));
        pages.forEach((sheet, i) => {
          expect(sheet.text, `foot of sheet ${i + 1}`).toContain(FOOT[lang](i + 1, pages.length));
          expect(sheet.runs.length, `words on sheet ${i + 1}`).toBeGreaterThan(8);
        });
      }
    });
  }
}

for (const lang of LANGUAGES) {
  test(`every sheet with lanes has the axis above them, and no lane is cut, in ${lang}`, async ({ app, page }) => {
    await app.open(`?lanes=theme&lang=${lang}`);
    const { themes } = await page.evaluate(() => fetch('events.json').then((answer) => answer.json()));
    const names = themes.map((theme, i) => bare(`${i + 1} ${theme.label[lang]}`));
    const years = [2022, 2023, 2024].map((year) => (lang === 'zh' ? `${year}年` : `${year}`));
    for (const format of PAPERS) {
      const pages = await print(page, format);
      for (const name of names) {
        expect(pages.filter((sheet) => sheet.text.includes(name)).length, `sheets with ${name}`).toBe(1);
      }
      const drawn = pages.filter((sheet) => names.some((name) => sheet.text.includes(name)));
      expect(drawn.length, 'sheets with lanes').toBeGreaterThan(1);
      for (const sheet of drawn) {
        const first = names.find((name) => sheet.text.includes(name));
        const lane = sheet.runs.find(({ text }) => first.startsWith(text) && /^\d+\D/.test(text));
        for (const year of years) {
          const above = sheet.runs.filter(({ text, y }) => text === year && y > lane.y);
          expect(above.length, `${year} above ${first}`).toBeGreaterThan(0);
        }
      }
    }
  });
}

test('the whole range is printed, not the days in the window', async ({ app, page }) => {
  const titles = await titlesOf(app, 'time=2023');
  await page.setViewportSize({ width: 420, height: 500 });
  await app.open('?time=2023&scheme=dark');
  const text = (await print(page, 'A4')).map((sheet) => sheet.text).join('');
  expect(titles.filter((title) => !text.includes(bare(title)))).toEqual([]);
});

test('the charts are printed with the charts view, each whole on one sheet', async ({ app, page }) => {
  await app.open('?view=charts');
  await wholeOf(page);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.print-figure')).toHaveCount(6);
  const figures = await page.locator('.print-figure').evaluateAll((list) =>
    list.map((figure) => [...figure.querySelectorAll('h2, p, text')].map((element) => element.textContent)),
  );
  for (const format of PAPERS) {
    const pages = await print(page, format);
    for (const words of figures) {
      const sheet = pages.find(({ text }) => text.includes(bare(words[0])));
      expect(words.filter((part) => !sheet?.text.includes(bare(part))), words[0]).toEqual([]);
    }
  }
});

test('a selection of nothing prints its question and no drawing', async ({ app, page }) => {
  await app.open('?q=zzzzzz');
  const pages = await print(page, 'A4');
  expect(pages).toHaveLength(1);
  expect(pages[0].text).toContain(bare(await app.headline.textContent()));
});

for (const [lang, download, name, close] of [['en', 'Download', 'Print', 'Close'], ['zh', '下载', '打印', '关闭']]) {
  test(`the button prints, and the page is as it was afterwards, in ${lang}`, async ({ app, page }) => {
    await page.addInitScript(() => {
      window.print = () => {
        dispatchEvent(new Event('beforeprint'));
        window.printed = document.querySelector('.print').textContent.length;
        dispatchEvent(new Event('afterprint'));
      };
    });
    await app.open(`?lang=${lang}`);
    const before = await app.state();
    await app.button(download).click();
    await app.button(name).click();
    await expect.poll(() => page.evaluate(() => window.printed)).toBeGreaterThan(1000);
    await expect(page.locator('.print')).toBeEmpty();
    await expect(page.locator('.print')).toBeHidden();
    await page.getByRole('dialog').getByRole('button', { name: close }).click();
    await expect.poll(() => app.state()).toEqual(before);
  });
}
