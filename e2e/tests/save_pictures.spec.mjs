// Pictures of charts: PNG as sharp as asked for, framed like the SVG, and a kind word where the browser cannot.

import { readFile } from 'node:fs/promises';
import { expect, test } from '../pages/test.mjs';

const SIGNATURE = '89504e470d0a1a0a';

const png = (figure) => figure.getByRole('button', { name: /^PNG/ });

/** Width and height from the head of a PNG file. */
function sizeOf(bytes) {
  expect(bytes.subarray(0, 8).toString('hex')).toBe(SIGNATURE);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

async function saved(page, control) {
  const [download] = await Promise.all([page.waitForEvent('download'), control.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('PNG gives the framed chart at twice its size', async ({ app, page }) => {
  await app.open('?view=charts');
  for (const figure of await app.figures.all()) {
    const svg = (await saved(page, figure.getByRole('link', { name: /^SVG/ }))).bytes.toString('utf8');
    const { name, bytes } = await saved(page, png(figure));
    expect(name).toMatch(/^[\w-]+@2x\.png$/);
    const [, width, height] = svg.match(/viewBox="0 0 (\d+) (\d+)"/);
    expect(sizeOf(bytes)).toEqual({ width: 2 * width, height: 2 * height });
    // Ink and ground, at least: an empty canvas has neither.
    const colors = await page.evaluate(async (data) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context.drawImage(image, 0, 0);
      const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
      return new Set(pixels).size;
    }, bytes.toString('base64'));
    expect(colors).toBeGreaterThan(20);
  }
});

test('a picture says what it is, whose account, and where it is from', async ({ app, page }) => {
  await app.open('?view=charts&region=africa&lang=zh');
  const headline = await app.headlineWords();
  const svg = (await saved(page, app.figures.first().getByRole('link', { name: /^SVG/ }))).bytes.toString('utf8');
  const said = await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'image/svg+xml');
    return [...document.querySelectorAll('text')].map((element) => element.textContent).join('');
  }, svg);
  const info = await page.evaluate(() => fetch('events.json').then((answer) => answer.json()));
  for (const words of [info.title.zh, info.version, headline, info.source.publisher.zh, 'region=africa']) {
    expect(said.replaceAll(' ', '')).toContain(words.replaceAll(' ', ''));
  }
});

test('a browser that makes no picture is told of kindly, and the next try may work', async ({ app, page }) => {
  await app.open('?view=charts');
  const figure = app.figures.first();
  await page.evaluate(() => {
    const { toBlob } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.toBlob = function once(done) {
      HTMLCanvasElement.prototype.toBlob = toBlob;
      done(null);
    };
  });
  await png(figure).click();
  await expect(figure.locator('.figure-told')).toHaveText(/could not make the picture.*SVG/);
  const { bytes } = await saved(page, png(figure));
  expect(sizeOf(bytes).width).toBeGreaterThan(1000);
  await expect(figure.locator('.figure-told')).toBeEmpty();
});

test('the downloads offer each drawing as SVG and as PNG in three sizes', async ({ app, page }) => {
  await app.open('?time=2023&region=africa');
  await app.button('Download').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('combobox')).toBeVisible();
  const names = await dialog.getByRole('combobox').locator('option').allTextContents();
  expect(names).toHaveLength(7);
  for (const name of [names[0], names[5]]) {
    await dialog.getByRole('combobox').selectOption(name);
    const vector = await saved(page, dialog.getByRole('button', { name: 'SVG', exact: true }));
    expect(vector.name).toMatch(/^[\w-]+\.svg$/);
    const [, width, height] = vector.bytes.toString('utf8').match(/viewBox="0 0 (\d+) (\d+)"/).map(Number);
    const sizes = { PNG: 1, 'PNG 2×': 2, 'PNG 4K': 3840 / Math.max(width, height) };
    for (const [label, scale] of Object.entries(sizes)) {
      const { bytes } = await saved(page, dialog.getByRole('button', { name: label, exact: true }));
      expect(sizeOf(bytes), `${name}, ${label}`).toEqual({
        width: Math.round(width * scale),
        height: Math.round(height * scale),
      });
    }
  }
  const light = await saved(page, dialog.getByRole('button', { name: 'SVG', exact: true }));
  await dialog.getByRole('checkbox', { name: 'Dark' }).check();
  const dark = await saved(page, dialog.getByRole('button', { name: 'SVG', exact: true }));
  expect(dark.bytes.equals(light.bytes)).toBe(false);
});
