// The dialog of sharing: the link, the choices, the preview, the code.

import { expectClean } from '../pages/axe.mjs';
import { expect, test } from '../pages/test.mjs';

const dialog = (page) => page.getByRole('dialog', { name: 'Share' });
const code = (page) => dialog(page).getByRole('textbox', { name: 'Code to paste' });
const choose = (page, field, answer) => dialog(page).getByLabel(field, { exact: true }).selectOption({ label: answer });

async function open(app, page, query) {
  await app.open(query);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog(page)).toBeVisible();
}

test('the link is the view, and one press copies it', async ({ app, page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(app, page, '?region=africa&time=2023');
  const address = `${baseURL}?region=africa&time=2023`;
  await expect(dialog(page).getByRole('textbox', { name: 'Link to what you see' })).toHaveValue(address);
  await dialog(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(dialog(page).locator('.share-told').first()).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
});

test('every choice is in the code and in the preview', async ({ app, page, baseURL }) => {
  await open(app, page, '?view=charts&region=africa');
  const frame = dialog(page).getByTitle('Preview of the embedded view');
  await expect(frame).toHaveAttribute('src', `${baseURL}embed.html?view=charts&region=africa`);

  await choose(page, 'View', 'Table');
  await choose(page, 'Language', '中文');
  await choose(page, 'Colours', 'Dark');
  await choose(page, 'Data', 'Frozen: stays at version 2024.1');
  const query = '?view=table&region=africa&lang=zh&scheme=dark&v=2024.1';
  await expect(frame).toHaveAttribute('src', `${baseURL}embed.html${query}`);
  const text = await code(page).inputValue();
  expect(text).toContain(`src="${baseURL}embed.html${query.replaceAll('&', '&amp;')}"`);
  expect(text).toMatch(/^<iframe [^>]*title="19 \/ 167\s*项事件 ·\s非洲 · [^"]+"/);

  await choose(page, 'Events', 'All 167 events');
  await expect(frame).toHaveAttribute('src', `${baseURL}embed.html${query.replace('&region=africa', '')}`);
});

test('the size is the person’s, within reason', async ({ app, page }) => {
  await open(app, page, '');
  await expect(code(page)).toHaveValue(/width="100%" height="560"/);
  await dialog(page).getByLabel('Width, px').fill('480');
  await dialog(page).getByLabel('Height, px').fill('9999');
  await dialog(page).getByLabel('Height, px').blur();
  await expect(code(page)).toHaveValue(/width="480" height="4000"/);
  await dialog(page).getByLabel('Height, px').fill('');
  await dialog(page).getByLabel('Height, px').blur();
  await expect(code(page)).toHaveValue(/width="480" height="560"/);
});

test('the preview has the width that is looked at', async ({ app, page }) => {
  await open(app, page, '?view=table');
  const width = () => dialog(page).locator('iframe').evaluate((frame) => frame.clientWidth);
  await dialog(page).getByRole('radio', { name: 'Phone' }).check();
  await expect.poll(width).toBe(320);
  await dialog(page).getByRole('radio', { name: 'Column' }).check();
  await expect.poll(width).toBe(640);
  await dialog(page).getByRole('radio', { name: 'Full width' }).check();
  await expect.poll(width).toBeGreaterThan(800);
});

test('choosing leaves no steps in the history of the page', async ({ app, page }) => {
  await open(app, page, '?view=charts');
  const before = await page.evaluate(() => history.length);
  for (const view of ['Timeline', 'Table', 'Charts']) {
    await choose(page, 'View', view);
    await expect(dialog(page).locator('iframe')).toHaveAttribute('src', new RegExp(`view=${view.toLowerCase()}`));
    await expect(dialog(page).frameLocator('iframe').locator('[data-ready]')).toBeAttached();
  }
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test('each place has its code, and what to do there in words', async ({ app, page }) => {
  await open(app, page, '?view=charts&region=africa');
  const has = {
    'Any page (HTML)': /^<iframe src=/,
    'HTML with script': /^<script async src=[^>]+><\/script>\n<gsi-timeline view="charts" region="africa"/,
    WordPress: /^<!-- wp:html -->\n<iframe /,
    Moodle: /^<iframe (?!.*style=).*<\/iframe>\n<p><a href=/,
    Markdown: /^\[!\[19 of 167 events/,
    'Plain link': /^http[^\s]*\?view=charts&region=africa$/,
  };
  const told = new Set();
  for (const [name, shape] of Object.entries(has)) {
    await dialog(page).getByRole('radio', { name, exact: true }).check();
    await expect(code(page)).toHaveValue(shape);
    told.add(await dialog(page).locator('.share-codes .share-what').innerText());
  }
  expect(told.size).toBe(6);
});

for (const [colorScheme, width] of [['light', 1280], ['dark', 320]]) {
  test(`the page on embedding shows each host: ${colorScheme}, ${width} px`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.goto('./embedding.html');
    for (const [host, drawing] of [['WordPress', /WordPress's editor/], ['Moodle', /Moodle's editor/], ['Google Sites', /Google Sites/]]) {
      await expect(page.getByRole('heading', { name: host, exact: true }).first()).toBeVisible();
      await expect(page.getByRole('img', { name: drawing }).first()).toBeVisible();
    }
    const photographs = page.locator('picture img');
    await expect(photographs).toHaveCount(6);
    for (const photograph of await photographs.all()) {
      await photograph.scrollIntoViewIfNeeded();
      await expect.poll(() => photograph.evaluate((image) => image.naturalWidth)).toBeGreaterThan(709);
      expect(await photograph.evaluate((image) => image.currentSrc.includes('.dark.'))).toBe(colorScheme === 'dark');
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await expectClean(page);
  });
}
