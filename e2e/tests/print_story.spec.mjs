// A story on paper: one stop a sheet, with its words, its notes, its events and its address.

import { expect, test } from '../pages/test.mjs';
import { bare, pagesOf } from '../pages/pdf.mjs';
import { LANGUAGES } from '../pages/timeline_page.mjs';

for (const lang of LANGUAGES) {
  test(`the handout of a story has a sheet for every stop, in ${lang}`, async ({ app, page }) => {
    await app.open(`?view=story&story=mediations&lang=${lang}`);
    const stops = page.locator('.story-stop');
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
}
