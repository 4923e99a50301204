// A story on paper: one stop a sheet, with its words, its notes, its events and its address.

import { expect, test } from '../pages/test.mjs';
import { bare, pagesOf } from '../pages/pdf.mjs';
import { LANGUAGES } from '../pages/timeline_page.mjs';

for (const lang of LANGUAGES) {
  test(`the handout of a story has a sheet for every stop, in ${lang}`, async ({ app, page }) => {
    await app.open(`?view=story&story=mediations&lang=${lang}`);
    const stops = page.locator('.story-stop');
    await expect(stops).toHaveCount(7);
    const said = await stops.evaluateAll((list) =>
      list.map((stop) => ({
        headline: stop.querySelector('h2').textContent,
        text: stop.querySelector('.story-text').textContent,
        titles: [...stop.querySelectorAll('.story-events a')].map((link) => link.textContent),
      })),
    );
    const { stories } = await page.evaluate(() => fetch('stories.json').then((answer) => answer.json()));
    const notes = stories.find(({ id }) => id === 'mediations').stops.map((stop) => stop.notes[lang]);
    await page.waitForFunction(() => document.documentElement.hasAttribute('data-whole'));
    for (const format of ['A4', 'Letter']) {
      const pages = await pagesOf(await page.pdf({ format }));
      expect(pages).toHaveLength(said.length);
      for (const [i, { headline, text, titles }] of said.entries()) {
        const words = [headline, text, ...titles, notes[i].replaceAll('{n}', titles.length)];
        expect(words.filter((part) => !pages[i].text.includes(bare(part))), `sheet ${i + 1}, ${format}`).toEqual([]);
        expect(pages[i].text).toContain(lang === 'en' ? `${i + 1}of${pages.length}` : `${i + 1}/${pages.length}`);
        expect(pages[i].text).toMatch(/\?view=/);
      }
    }
  });

  test(`every stop is one sheet, however many its events: they are listed behind the last, in ${lang}`, async ({ app, page }) => {
    await app.open(`?view=story&story=two-years&lang=${lang}`);
    await expect(page.locator('.story-stop')).toHaveCount(10);
    const headlines = await page.locator('.story-stop h2').allTextContents();
    const titles = await page.locator('.story-stop').first().locator('.story-events a').evaluateAll((all) => all.map((link) => link.textContent));
    expect(titles.length).toBeGreaterThan(100);
    await page.waitForFunction(() => document.documentElement.hasAttribute('data-whole'));
    const pages = await pagesOf(await page.pdf({ format: 'Letter' }));
    for (const [i, headline] of headlines.entries()) {
      expect(pages[i].text).toContain(lang === 'en' ? `${i + 1}of${headlines.length}` : `${i + 1}/${headlines.length}`);
      expect(pages[i].text).toContain(bare(headline));
    }
    const behind = pages.slice(headlines.length).map(({ text }) => text).join('');
    expect(behind).toContain(bare(lang === 'en' ? 'All 167 events of stops 1 and 10' : '第1、10节的全部167项事件'));
    expect(titles.filter((title) => !behind.includes(bare(title)))).toEqual([]);
  });
}
