// Stories: found, read stop by stop, linked, explored, embedded; and kind words where one is broken.

import { expect, test } from '../pages/test.mjs';
import { fragment } from '../pages/own_story.mjs';
import { LANGUAGES } from '../pages/timeline_page.mjs';

const shipped = (page) => page.evaluate(() => fetch('stories.json').then((answer) => answer.json()));
const stops = (page) => page.locator('.story-stop');

for (const lang of LANGUAGES) {
  test(`the shelf leads to every story, and every stop says what its view holds, in ${lang}`, async ({ app, page }) => {
    await app.open(`?lang=${lang}`);
    const { stories } = await shipped(page);
    for (const story of stories) {
      await app.show('story');
      if (new URL(page.url()).searchParams.get('story')) await page.locator('.story-all a').click();
      await page.getByRole('link', { name: story.title[lang], exact: true }).click();
      await expect(app.headline).toHaveText(story.title[lang]);
      await expect(stops(page)).toHaveCount(story.stops.length);
      for (const [i, stop] of story.stops.entries()) {
        const section = stops(page).nth(i);
        const n = await section.locator('.story-events li').count();
        await expect(section.getByRole('heading', { level: 2 })).toHaveText(stop.headline[lang].replace('{n}', n));
        await expect(section.locator('.story-text')).toHaveText(stop.text[lang].replaceAll('{n}', n));
      }
    }
  });
}

test('a stop opens its view with as many events as it lists, and Back returns to the stop', async ({ app, page }) => {
  await app.open('?view=story&story=mediations');
  const n = 7;
  await expect(stops(page)).toHaveCount(n);
  for (let i = 0; i < n; i += 1) {
    const events = await stops(page).nth(i).locator('.story-events li').count();
    await stops(page).nth(i).getByRole('link', { name: 'Explore this view' }).click();
    await expect(app.filters).toBeVisible();
    await expect.poll(() => app.count(), `stop ${i + 1}`).toBe(events);
    await page.goBack();
    await expect(stops(page)).toHaveCount(n);
    await expect.poll(() => app.parameter('step')).toBe(`${i + 1}`);
    await expect(stops(page).nth(i).getByRole('heading', { level: 2 })).toBeInViewport();
  }
});

test('an event of a stop opens with its card, in the view of the stop', async ({ app, page }) => {
  await app.open('?view=story&story=mediations&step=2');
  await stops(page).nth(1).locator('summary').click();
  await stops(page).nth(1).getByRole('link', { name: 'Iran: joint statement' }).click();
  await expect(app.card.getByRole('heading', { level: 2 })).toHaveText('Iran: joint statement');
  await expect.poll(() => app.parameter('country')).toBe('IR~SA');
});

test('each stop has an address of its own, and a press of its link gives it', async ({ app, page }) => {
  await app.open('?view=story&story=two-years');
  await stops(page).nth(6).getByRole('link', { name: 'Link to this stop' }).click();
  await expect.poll(() => app.parameter('step')).toBe('7');
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await app.ready();
  await expect(stops(page).nth(6).getByRole('heading', { level: 2 })).toBeInViewport();
  await expect(stops(page).first().getByRole('heading', { level: 2 })).not.toBeInViewport();
});

test('a step that the story does not have is set aside, and says so', async ({ app, page }) => {
  await app.open('?view=story&story=mediations&step=12');
  await expect(page.locator('.note').filter({ hasText: 'step=12' })).toBeVisible();
  await expect(stops(page)).toHaveCount(7);
});

test('an event that was withdrawn is named, and the story goes on', async ({ app, page }) => {
  const withdrawn = { view: '?view=timeline&region=africa&event=2023-13-withdrawn', headline: { en: 'Gone' } };
  await app.open(`?view=story&story=own${fragment([withdrawn, { view: '?view=table&kind=treaty', headline: { zh: '条约' } }])}`);
  await expect(app.headline).toHaveText('Sent by a friend');
  await expect(stops(page).first().locator('.story-missing')).toContainText('“2023-13-withdrawn”');
  await expect(stops(page).first().locator('.story-events li')).not.toHaveCount(0);
  // What there is in the other language only is read in it.
  await expect(stops(page).nth(1).getByRole('heading', { level: 2 })).toHaveAttribute('lang', 'zh-Hans');
});

for (const [name, hash] of Object.entries({
  'cut in the middle': fragment([{ view: '?view=table' }]).slice(0, 60),
  'compressed nonsense': '#story=z.AAAA_-',
  'of no packing': '#story=hello',
  'no story inside': `#story=p.${Buffer.from('{"format": 1}').toString('base64url')}`,
})) {
  test(`a link whose story is ${name} says so kindly, and the page works`, async ({ app, page }) => {
    await app.open(`?view=story&story=own${hash}`);
    await expect(page.getByRole('alert').getByRole('heading')).toHaveText('The story could not be read');
    await app.show('timeline');
    await expect.poll(() => app.count()).toBeGreaterThan(100);
  });
}

test('a link that lost its story says what is missing', async ({ app, page }) => {
  await app.open('?view=story&story=own&lang=zh');
  await expect(page.getByRole('alert').getByRole('heading')).toHaveText('链接中没有讲解');
});

test('a foreign fragment is kept, beside a story and without one', async ({ app, page }) => {
  await app.open('?view=story#?secret=abc');
  await app.show('timeline');
  await expect.poll(() => new URL(page.url()).hash).toBe('#?secret=abc');
  const story = fragment([{ view: '?view=table' }]).slice(1);
  await page.goto('about:blank');
  await app.open(`?view=story&story=own#?secret=abc&${story}`);
  await expect(app.headline).toHaveText('Sent by a friend');
  await app.show('charts');
  await expect.poll(() => new URL(page.url()).hash).toBe(`#?secret=abc&${story}`);
});

test('in a frame a story shows one stop at a time, and leaves no trail in the history', async ({ app, page }) => {
  await app.open('?mode=embed&story=mediations');
  const { stories } = await shipped(page);
  const { stops: all } = stories.find(({ id }) => id === 'mediations');
  const length = await page.evaluate(() => history.length);
  for (const [i, stop] of all.entries()) {
    await expect(app.headline).toHaveText(new RegExp(stop.headline.en.replace('{n}', '\\d+')));
    await expect(page.locator('.story-place')).toHaveText(`${i + 1} of ${all.length}`);
    const next = app.button('Next');
    if (i + 1 === all.length) await expect(next).toHaveAttribute('aria-disabled', 'true');
    await next.focus();
    await page.keyboard.press('Enter');
  }
  await expect(page.locator('.story-place')).toHaveText(`${all.length} of ${all.length}`);
  expect(await page.evaluate(() => history.length)).toBe(length);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Open full timeline' })).toHaveAttribute('href', /story=mediations&step=7/);
});

for (const lang of LANGUAGES) {
  test(`stories fit windows from 320 to 1280 wide, in ${lang}`, async ({ app, page }) => {
    for (const query of ['?view=story', '?view=story&story=joint-statements', '?mode=embed&story=two-years&step=10']) {
      await app.open(`${query}&lang=${lang}`);
      for (const width of [1280, 768, 360, 320]) {
        await page.setViewportSize({ width, height: 740 });
        // Drawings follow the window in the frame after.
        const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        await expect.poll(over, `${query} ${width}`).toBeLessThanOrEqual(0);
      }
    }
  });
}
