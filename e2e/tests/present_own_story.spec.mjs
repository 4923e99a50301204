// A person's own story on the stage: from a link, from a file, just made; with its notes, in a frame, on paper.

import { fileOf, fragment } from '../pages/own_story.mjs';
import { bare, pagesOf } from '../pages/pdf.mjs';
import { StagePage } from '../pages/stage_page.mjs';
import { expect, test } from '../pages/test.mjs';

test.use({ viewport: { width: 1280, height: 720 }, contextOptions: { reducedMotion: 'reduce' } });

const STOPS = [
  {
    view: '?view=timeline&region=africa&event=2099-withdrawn',
    headline: { en: 'Africa in {n} events', zh: '非洲{n}项' },
    text: { en: 'What the report dates.', zh: '报告写明时间的。' },
    notes: { en: 'Pause here for questions.', zh: '在这里停下来答问。' },
  },
  { view: '?view=charts&chart=kinds&region=africa', headline: { en: 'By kind' }, notes: { en: 'Point at the bars.' } },
  { view: '?view=table&kind=treaty', headline: { zh: '条约' } },
];
const TITLE = { title: { en: 'For my class', zh: '给我的班级' } };

/** What each stop is called where it is told in a language: what is written in one only is told in it. */
const HEADLINES = { en: ['Africa in 19 events', 'By kind', '条约'], zh: ['非洲19项', 'By kind', '条约'] };

/** All of it by a clicker, there and back. */
const runThrough = async (page, stage, lang) => {
  for (const [i, headline] of HEADLINES[lang].entries()) {
    await stage.atStop(i + 1, 3, lang);
    await expect(stage.headline).toHaveText(headline);
    await stage.expectLegible();
    await page.keyboard.press('PageDown');
  }
  await stage.atStop(3, 3, lang);
  await page.keyboard.press('PageUp');
  await stage.atStop(2, 3, lang);
};

for (const lang of ['en', 'zh']) {
  test(`a link to somebody’s story presents it: ${lang}`, async ({ page }) => {
    const stage = new StagePage(page);
    await stage.open(`?mode=present&story=own&lang=${lang}${fragment(STOPS, TITLE)}`);
    const kind = lang === 'en' ? 'which this dataset does not have, or no longer' : '没有或已撤下';
    await expect(stage.stage.locator('.present-missing')).toContainText('2099-withdrawn');
    await expect(stage.stage.locator('.present-missing')).toContainText(kind);
    await runThrough(page, stage, lang);
    // What is told in the other language is marked as such.
    await expect(stage.headline).toHaveAttribute('lang', 'en');
    await expect(stage.stage.locator('.present-missing')).toHaveCount(0);
    await page.reload();
    await stage.atStop(2, 3, lang);
    await page.keyboard.press('Escape');
    await expect(stage.stage).toHaveCount(0);
    await expect.poll(() => page.url()).toContain('#story=');
  });
}

test('a story of a file is presented, with its notes in a second window that a reload does not lose', async ({ page }) => {
  const stage = new StagePage(page);
  await stage.open('?view=story');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file' }).click();
  const buffer = Buffer.from(fileOf(STOPS, TITLE));
  await (await chooser).setFiles({ name: 'for-my-class.json', mimeType: 'application/json', buffer });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('For my class');
  await page.getByRole('article').getByRole('button', { name: 'Present', exact: true }).click();
  const opening = page.waitForEvent('popup');
  await stage.atStop(1, 3);
  await page.keyboard.press('n');
  const notes = await opening;
  await expect(notes.locator('.notes-text')).toHaveText('Pause here for questions.');
  await expect(notes.locator('.notes-why')).toContainText('2099-withdrawn');
  await notes.reload();
  await expect(notes.locator('.notes-text')).toHaveText('Pause here for questions.');
  await notes.keyboard.press('PageDown');
  await stage.atStop(2, 3);
  await expect(notes.locator('.notes-text')).toHaveText('Point at the bars.');
  await page.keyboard.press('PageUp');
  await runThrough(page, stage, 'en');
});

test('views made stops by M are presented from the panel, in another order', async ({ app, page }) => {
  const stage = new StagePage(page);
  await app.open('?region=africa');
  const toast = page.locator('.story-toast');
  await page.keyboard.press('m');
  await expect(toast).toContainText('stop 1 ');
  await app.show('table');
  await page.keyboard.press('m');
  await expect(toast).toContainText('stop 2 ');
  await toast.getByRole('button', { name: 'Edit' }).click();
  const panel = page.getByRole('complementary', { name: 'Your story' });
  await panel.getByRole('button', { name: 'Move stop 2 up' }).click();
  await panel.getByRole('button', { name: 'Present', exact: true }).click();
  await stage.atStop(1, 2);
  await expect(page.locator('.present-row').first()).toBeVisible();
  await page.keyboard.press('PageDown');
  await stage.atStop(2, 2);
  await expect(stage.headline).toContainText('Africa');
  await expect(stage.drawing).toBeVisible();
});

test('the Share dialog carries the story: its link, and its code, which shows it stop by stop', async ({ app, page }) => {
  const story = fragment(STOPS, TITLE);
  await app.open(`?view=story&story=own${story}`);
  await expect(app.headline).toHaveText('For my class');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  const link = dialog.getByRole('textbox', { name: 'Link to what you see' });
  await expect(link).toHaveValue(/\?view=story&story=own#story=z\./);
  const code = await dialog.getByRole('textbox', { name: 'Code to paste' }).inputValue();
  const frame = await page.evaluate((text) => {
    const { src, title } = new DOMParser().parseFromString(text, 'text/html').querySelector('iframe');
    return { src, title };
  }, code);
  expect(frame.title).toBe('For my class');
  await expect(dialog.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText('Africa in 19 events');
  // Another view of the page is no story.
  await dialog.getByLabel('View', { exact: true }).selectOption({ label: 'Table' });
  await expect(dialog.getByRole('textbox', { name: 'Code to paste' })).not.toHaveValue(/#story=/);
  await page.goto(frame.src);
  await expect(page.locator('.story-place')).toHaveText('1 of 3');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('By kind');
  await expect(page.getByRole('link', { name: 'Open full timeline' })).toHaveAttribute('href', /step=2#story=[pz]\./);
});

test('a story too long for a link is said to be so where sharing is asked for', async ({ app, page }) => {
  const long = Array.from({ length: 9000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * i * 7919) % 19997))).join('');
  await app.open('?view=story');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file' }).click();
  const buffer = Buffer.from(fileOf([{ ...STOPS[0], notes: { zh: long } }], TITLE));
  await (await chooser).setFiles({ name: 'long.json', mimeType: 'application/json', buffer });
  await expect(app.headline).toHaveText('For my class');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await expect(dialog).toContainText('Too long for a link');
  await expect(dialog.getByRole('textbox')).toHaveCount(0);
});

for (const lang of ['en', 'zh']) {
  test(`somebody’s own story is a handout, a sheet for every stop, with its notes: ${lang}`, async ({ app, page }) => {
    await app.open(`?view=story&story=own&lang=${lang}${fragment(STOPS, TITLE)}`);
    await expect(app.headline).toHaveText(TITLE.title[lang]);
    await page.locator('html[data-whole]').waitFor({ state: 'attached' });
    const pages = await pagesOf(await page.pdf({ format: 'A4' }));
    for (const [i, headline] of HEADLINES[lang].entries()) {
      expect(pages[i].text).toContain(lang === 'en' ? `${i + 1}of3` : `${i + 1}/3`);
      expect(pages[i].text).toContain(bare(headline));
    }
    expect(pages[0].text).toContain(bare(STOPS[0].notes[lang]));
    expect(pages[1].text).toContain(bare('Point at the bars.'));
  });
}
