// Making a story: a key makes stops, the panel puts them in order and gives them words, a link or a file holds it all.

import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { fileOf, fragment } from '../pages/own_story.mjs';
import { expect, test } from '../pages/test.mjs';

const panel = (page) => page.getByRole('complementary', { name: /^(Your story|您的讲解)$/ });
const items = (page) => panel(page).locator('.story-item');
const titles = (page) => items(page).locator('.story-item-title > :last-child').allTextContents();
const toast = (page) => page.locator('.story-toast');
const stops = (page) => page.locator('.story-stop');
/** The address holds the story, and another one than `before`. */
const stored = (page, before = '') =>
  page.waitForFunction((old) => location.hash.includes('story=') && location.hash !== old, before);

async function add(page, n) {
  await page.keyboard.press('m');
  await expect(toast(page)).toContainText(`stop ${n} `);
}

/** A story of three views, the panel open. */
async function make(app, page) {
  let hash = '';
  for (const [i, query] of ['?region=africa', '?view=charts&chart=heat', '?view=table&kind=treaty'].entries()) {
    if (i === 0) await app.open(query);
    else {
      await stored(page, hash);
      // As a person who goes on with the same story by links.
      ({ hash } = new URL(page.url()));
      await page.goto('about:blank');
      await app.open(query + hash);
      await page.waitForFunction(() => document.querySelector('.app'));
    }
    await add(page, i + 1);
  }
  await toast(page).getByRole('button', { name: 'Edit' }).click();
  await expect(items(page)).toHaveCount(3);
}

/** The same three stops, opened by a link: what is proven of making them is not proven again. */
async function opened(app, page) {
  const views = ['?region=africa', '?view=charts&chart=heat', '?view=table&kind=treaty'];
  await app.open(`?view=story&story=own${fragment(views.map((view) => ({ view })))}`);
  await app.button('Edit').click();
  await expect(items(page)).toHaveCount(3);
  await app.show('table');
}

async function write(page, i, headline) {
  const item = items(page).nth(i);
  if ((await item.locator('.story-item-title').getAttribute('aria-expanded')) === 'false') await item.locator('.story-item-title').click();
  await item.getByLabel('Headline').pressSequentially(headline);
}

test('a story is made, put in order, undone, reloaded, and opened by its link on another page', async ({ app, page, context }) => {
  await make(app, page);
  await write(page, 0, 'In Africa');
  await write(page, 2, 'Treaties');
  await expect.poll(() => titles(page)).toEqual(['In Africa', expect.stringMatching(/^167 of 167/), 'Treaties']);
  // By a key, and by a button; the focus goes with the stop.
  await items(page).nth(2).locator('.story-item-title').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(items(page).nth(1)).toContainText('Treaties');
  await expect(items(page).nth(1).locator('[data-move=up]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(items(page).nth(0)).toContainText('Treaties');
  await panel(page).getByRole('button', { name: 'Undo' }).click();
  await expect(items(page).nth(1)).toContainText('Treaties');
  await panel(page).getByRole('button', { name: 'Redo' }).click();
  await expect(items(page).nth(0)).toContainText('Treaties');
  // Letters typed into one text are one step.
  for (let i = 0; i < 3; i += 1) await panel(page).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await titles(page))[2]).toMatch(/ of 167 events/);
  for (let i = 0; i < 3; i += 1) await panel(page).getByRole('button', { name: 'Redo' }).click();
  await expect.poll(() => titles(page)).toEqual(['Treaties', 'In Africa', expect.stringMatching(/^167 of 167/)]);
  const order = await titles(page);

  await panel(page).getByLabel('Title', { exact: true }).fill('Three views');
  await expect(panel(page).getByText('The link holds the whole story')).toBeVisible();
  await panel(page).getByRole('button', { name: 'Read' }).click();
  await expect(app.headline).toHaveText('Three views');
  await stored(page);
  await page.reload();
  await app.ready();
  await expect(app.headline).toHaveText('Three views');
  await expect(stops(page).getByRole('heading', { level: 2 })).toHaveText(order);

  const link = page.url();
  expect(link).toContain('#story=z.');
  const other = await (await context.browser().newContext()).newPage();
  await other.goto(link);
  await expect(other.locator('.story-stop h2')).toHaveText(order);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Three views');
  await other.context().close();
});

test('the key adds a stop wherever one is, but types a letter in a field', async ({ app, page }) => {
  await app.open();
  await app.search.click();
  await page.keyboard.type('m');
  await expect(app.search).toHaveValue('m');
  await expect(toast(page)).toHaveCount(0);
  await app.search.fill('');
  await app.tab('charts').click();
  await page.keyboard.press('M');
  await expect(toast(page)).toContainText('Added as stop 1 of “My story”.');
  await expect(app.live).toContainText('Added as stop 1');
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(toast(page)).toContainText('Undone.');
  await expect.poll(() => new URL(page.url()).hash).toBe('');
  // A story cannot be a stop.
  await app.show('story');
  await page.keyboard.press('m');
  await expect(toast(page)).toContainText('A stop is a view');
});

test('Back never takes away what was made since', async ({ app, page }) => {
  await app.open();
  await add(page, 1);
  await stored(page);
  await app.show('table');
  await add(page, 2);
  await expect.poll(() => page.url()).toContain('view=table#story=');
  await page.goBack();
  await expect(app.drawing).toBeVisible();
  await app.show('story');
  await app.button('Edit').click();
  await expect(items(page)).toHaveCount(2);
});

test('a stop is duplicated, deleted with a way back, and shows another view', async ({ app, page }) => {
  await opened(app, page);
  await items(page).nth(0).locator('.story-item-title').click();
  await items(page).nth(0).getByRole('button', { name: 'Duplicate' }).click();
  await expect(items(page)).toHaveCount(4);
  await items(page).nth(0).getByRole('button', { name: 'Use the present view' }).click();
  await expect(items(page).nth(0)).toContainText(await app.headline.textContent());
  await items(page).nth(0).getByRole('button', { name: 'Delete' }).click();
  await expect(items(page)).toHaveCount(3);
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(items(page)).toHaveCount(4);
  await items(page).nth(1).locator('.story-item-title').click();
  await items(page).nth(1).getByRole('button', { name: 'Show' }).click();
  await expect.poll(() => app.parameter('region')).toBe('africa');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(app.button('Add to story')).toBeFocused();
});

test('undo in the panel is of the story and leaves the filters alone', async ({ app, page }) => {
  await opened(app, page);
  const url = new URL(page.url()).search;
  await items(page).nth(0).locator('.story-item-title').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(items(page).nth(1)).toContainText('Africa');
  // The focus goes with the stop.
  await expect(items(page).nth(1).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(items(page).nth(0)).toContainText('Africa');
  await page.keyboard.press('Control+Shift+z');
  await expect(items(page).nth(1)).toContainText('Africa');
  await expect.poll(() => new URL(page.url()).search).toBe(url);
});

test('a text may be in one language, and the other is written beside it', async ({ app, page }) => {
  await opened(app, page);
  await write(page, 0, 'In Africa');
  await panel(page).getByRole('button', { name: '中文' }).click();
  await expect(items(page).nth(0).getByLabel('Headline')).toHaveAttribute('placeholder', 'In Africa');
  await items(page).nth(0).getByLabel('Headline').fill('非洲{n}项');
  await panel(page).getByRole('button', { name: 'Read' }).click();
  await expect(stops(page).first().getByRole('heading', { level: 2 })).toHaveText('In Africa');
  await app.languageSwitch.click();
  await expect(stops(page).first().getByRole('heading', { level: 2 })).toHaveText('非洲19项');
});

test('a story too long for a link says so, is saved as a file, and opens from it', async ({ app, page, context }) => {
  await opened(app, page);
  // Words that do not compress.
  const noise = (seed) => Array.from({ length: 2000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * i * seed) % 19997))).join('');
  await write(page, 0, 'Long');
  await items(page).nth(0).getByLabel('Text').fill(noise(7919));
  await items(page).nth(0).getByLabel('Notes').fill(noise(104_729));
  await expect(panel(page).getByText('Too long for a link')).toBeVisible();
  await expect(panel(page).getByRole('button', { name: 'Copy link' })).toHaveCount(0);
  await expect.poll(() => new URL(page.url()).hash).toBe('');
  const leave = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  expect(await leave(), 'leaving asks first').toBe(true);
  const file = await app.saved(panel(page).getByRole('button', { name: 'Save file' }));
  expect(file.name).toBe('sent-by-a-friend.json');
  await expect(panel(page).getByText('Saved as a file')).toBeVisible();
  expect(await leave(), 'what is in a file is not lost').toBe(false);
  // Undone until it fits, the link holds it again.
  for (let i = 0; i < 2; i += 1) await panel(page).getByRole('button', { name: 'Undo' }).click();
  await stored(page);

  const other = await (await context.browser().newContext()).newPage();
  await other.goto(`${new URL('./', page.url())}?view=story`);
  const chooser = other.waitForEvent('filechooser');
  await other.getByRole('button', { name: 'Open a file' }).click();
  await (await chooser).setFiles({ name: file.name, mimeType: 'application/json', buffer: file.bytes });
  await expect(other.locator('.story-stop')).toHaveCount(3);
  await expect(other.locator('.story-text').first()).toHaveText(noise(7919));
  await other.context().close();
});

test('a file is dropped on the page; one that is no story says what is wrong with it', async ({ app, page }) => {
  await app.open();
  const drop = (text) =>
    page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'story.json', { type: 'application/json' }));
      document.querySelector('main').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, text);
  await drop('{"format": 1, "stories": [{"id": "x", "stops": [{"view": 7}]}]}');
  await expect(page.getByRole('alert')).toContainText('Story “x”, stop 1, field “view”');
  const shipped = await readFile(new URL('../../public/data/stories.json', import.meta.url), 'utf8');
  await drop(shipped);
  await expect(app.headline).toHaveText('Two years in five minutes');
  await expect(stops(page)).toHaveCount(10);
});

test('a shipped story is copied and made one’s own', async ({ app, page }) => {
  await app.open('?view=story&story=mediations');
  await app.button('Make a copy to edit').click();
  await expect(items(page)).toHaveCount(7);
  await panel(page).getByLabel('Title', { exact: true }).fill('For my class');
  await panel(page).getByRole('button', { name: 'Read' }).click();
  await expect(app.headline).toHaveText('For my class');
  await expect.poll(() => app.parameter('story')).toBe('own');
});

test('without compression, and without storage, the link still holds the story', async ({ app, page }) => {
  await page.addInitScript(() => {
    delete globalThis.CompressionStream;
    Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
  });
  await app.open('?region=pacific');
  await add(page, 1);
  await stored(page);
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#story=p\./);
  await page.reload();
  await app.ready();
  await add(page, 2);
});

test('a stop that is added while the story of the link is still on its way belongs to that story', async ({ app, page }) => {
  await page.addInitScript(() => {
    const Real = globalThis.DecompressionStream;
    const free = new Promise((done) => { window.letGo = done; });
    globalThis.DecompressionStream = class {
      constructor(kind) {
        const held = new TransformStream({ transform: async (chunk, to) => { await free; to.enqueue(chunk); } });
        this.writable = held.writable;
        this.readable = held.readable.pipeThrough(new Real(kind));
      }
    };
  });
  const text = fileOf([{ view: '?view=table' }], { title: { en: 'Theirs' } });
  await app.open(`?region=africa#story=z.${deflateRawSync(text).toString('base64url')}`);
  await page.keyboard.press('m');
  await app.settled();
  await expect(toast(page)).toHaveCount(0);
  await page.evaluate(() => window.letGo());
  await expect(toast(page)).toContainText('stop 2 of “Theirs”');
});

test('a story that only this browser kept is on the shelf, and one of a link stands before it without loss', async ({ app, page }) => {
  await app.open('?region=africa');
  await add(page, 1);
  await stored(page);
  await page.goto('about:blank');
  await app.open('?view=story');
  await expect(page.locator('.story-card').filter({ hasText: 'Your story' })).toContainText('1 stop');
  const text = JSON.stringify({ format: 1, stories: [{ id: 'theirs', title: { en: 'Theirs' }, stops: [{ view: '?view=table' }] }] });
  await page.goto('about:blank');
  await app.open(`?region=europe#story=p.${Buffer.from(text).toString('base64url')}`);
  await page.keyboard.press('m');
  await expect(toast(page)).toContainText('“Theirs”');
  await app.show('story');
  const earlier = page.locator('.story-card').filter({ hasText: 'An earlier story' });
  await earlier.getByRole('button', { name: 'Open' }).click();
  await expect(app.headline).toHaveText('My story');
});

test('link and embed code are copied, and the code shows the story', async ({ app, page }) => {
  await app.open('?view=story&story=mediations');
  await page.getByText('Link and embed', { exact: true }).click();
  const code = await page.getByLabel('Embed code').inputValue();
  expect(code).toMatch(/^<iframe src="[^"]+" title="Mediations and position papers" loading="lazy" style="width: 100%;/);
  const src = await page.evaluate((code) => new DOMParser().parseFromString(code, 'text/html').querySelector('iframe').src, code);
  expect(await page.getByLabel('Link', { exact: true }).inputValue()).toMatch(/\?view=story&story=mediations$/);
  await page.goto(src);
  await expect(page.locator('.story-place')).toHaveText('1 of 7');
});
