// Six figures, each with a finding, its counting rule, values on hover, and the numbers behind it.

import { expect, test } from '../pages/test.mjs';

const zones = (figure) => figure.locator('rect.figure-zone[role=button]');

test('six figures state a finding and how they count', async ({ app }) => {
  await app.open('?view=charts');
  await expect(app.figures).toHaveCount(6);
  const headings = new Set();
  for (const figure of await app.figures.all()) {
    const heading = figure.getByRole('heading', { level: 2 });
    await expect(heading).toHaveText(/\S+ \S+/);
    headings.add(await heading.textContent());
    await expect(figure).toHaveAccessibleName(await heading.textContent());
    await expect(figure.locator('.figure-rule')).toHaveText(/\S+ \S+ \S+/);
    expect(await zones(figure).count()).toBeGreaterThan(0);
    await expect(figure.locator('svg text').first()).toBeAttached();
  }
  expect(headings.size).toBe(6);
});

test('the findings are in Chinese, too', async ({ app }) => {
  await app.open('?view=charts&lang=zh');
  for (const figure of await app.figures.all()) {
    await expect(figure.getByRole('heading', { level: 2 })).toHaveText(/[一-鿿]{3}/);
    await expect(figure.locator('.figure-rule')).toHaveText(/[一-鿿]{3}/);
    for (const label of await zones(figure).evaluateAll((all) => all.map((z) => z.getAttribute('aria-label')))) {
      expect(label).toMatch(/[一-鿿]/);
    }
  }
});

test('every value has a name, and shows on hover and on focus', async ({ app, page }) => {
  await app.open('?view=charts');
  for (const figure of await app.figures.all()) {
    const all = zones(figure);
    for (const label of await all.evaluateAll((list) => list.map((z) => z.getAttribute('aria-label')))) {
      expect(label?.trim().length).toBeGreaterThan(2);
    }
    const zone = all.first();
    const label = await zone.getAttribute('aria-label');
    const tip = figure.locator('.figure-tip');
    await zone.scrollIntoViewIfNeeded();
    await zone.hover();
    await expect(tip).toContainText(label);
    // Wholly, though the drawing scrolls to the side and its first zone stands at its upper edge.
    const isWhole = () => tip.evaluate((element) => {
      const [box, clip] = [element, element.closest('.figure-scroll')].map((e) => e.getBoundingClientRect());
      return clip.top <= box.top && clip.left <= box.left && box.right <= clip.right && box.bottom <= clip.bottom;
    });
    await expect.poll(isWhole).toBe(true);
    await page.mouse.move(2, 2);
    await expect(tip).toHaveCount(0);
    await zone.focus();
    await expect(tip).toContainText(label);
    await page.keyboard.press('Escape');
    await expect(tip).toHaveCount(0);
    await expect(zone).toBeFocused();
  }
});

test('a chart is one tab stop with arrows inside', async ({ app, page }) => {
  await app.open('?view=charts');
  for (const figure of await app.figures.all()) {
    await expect(figure.locator('.figure-zone[tabindex="0"]')).toHaveCount(1);
    const first = zones(figure).first();
    await first.focus();
    if ((await zones(figure).count()) > 1) {
      await page.keyboard.press('ArrowRight');
      await expect(zones(figure).nth(1)).toBeFocused();
      await page.keyboard.press('End');
      await expect(zones(figure).last()).toBeFocused();
      await page.keyboard.press('Home');
    }
    await expect(first).toBeFocused();
  }
});

for (let i = 0; i < 6; i += 1) {
  test(`a click in figure ${i + 1} filters everything, and can be taken back`, async ({ app, page }) => {
    await app.open('?view=charts');
    const all = await app.count();
    const zone = zones(app.figures.nth(i)).first();
    await zone.scrollIntoViewIfNeeded();
    await zone.click();
    // What stands for one event opens it; what is counted filters.
    await expect.poll(async () => (await app.count()) < all || (await app.card.count()) === 1).toBe(true);
    if ((await app.card.count()) === 1) {
      await app.button('Close').click();
      await expect(app.card).toHaveCount(0);
      await expect.poll(() => app.count()).toBe(all);
      return;
    }
    await app.settled();
    const shown = await app.count();
    expect(shown).toBeGreaterThan(0);
    await app.show('table');
    await expect(app.rows).toHaveCount(shown);
    await page.goBack();
    await page.goBack();
    await expect.poll(() => app.count()).toBe(all);
  });
}

for (const [figure, name] of [
  ['multiples', /^Middle East: \d+ events/],
  ['heat', /^Africa: \d+ events/],
  ['stances', /^Supports/],
  ['kinds', /^Summit: \d+ events/],
]) {
  test(`the same click again takes the filter back: ${figure}`, async ({ app, page }) => {
    await app.open('?view=charts');
    const all = await app.count();
    const zone = page.locator(`[id="chart-${figure}"]`).getByRole('button', { name }).first();
    await zone.click();
    await expect.poll(() => app.count()).toBeLessThan(all);
    await expect(zone).toHaveAttribute('aria-pressed', 'true');
    await zone.click();
    await expect.poll(() => app.count()).toBe(all);
    await expect.poll(() => new URL(page.url()).search).toBe('?view=charts');
  });
}

test('a chart’s event opens its card, and Escape comes back to it', async ({ app, page }) => {
  await app.open('?view=charts');
  const zone = page.locator('[id="chart-stances"]').getByRole('button', { name: /Saudi Arabia/ }).first();
  await zone.focus();
  await page.keyboard.press('Enter');
  await expect(app.card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.card).toHaveCount(0);
  await expect(zone).toBeFocused();
});

test('a chart’s zone keeps the focus when it filters', async ({ app, page }) => {
  await app.open('?view=charts');
  await zones(app.figures.first()).first().focus();
  const before = page.url();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).not.toBe(before);
  await app.settled();
  await expect(app.figures.first().locator(':focus')).toHaveCount(1);
});

test('an entry that is clicked keeps the focus wherever it stands, and after an undo', async ({ app, page }) => {
  await app.open('?view=charts');
  const entry = page.locator('[id="chart-trend"]').getByRole('button', { name: /^Africa: \d+ events$/ });
  const place = await entry.getAttribute('data-zone');
  await entry.click();
  await expect(app.headline).toContainText('Africa');
  await app.settled();
  await expect(entry).toHaveAttribute('aria-pressed', 'true');
  await expect(entry).toBeFocused();
  await expect(entry).toHaveAttribute('tabindex', '0');
  expect(await entry.getAttribute('data-zone')).not.toBe(place);
  await page.keyboard.press('Control+z');
  await expect(entry).toHaveAttribute('data-zone', place);
  await expect(entry).toBeFocused();
  // The arrows go on from it, and every place is there once.
  await page.keyboard.press('ArrowRight');
  await expect(zones(app.figures.first()).nth(Number(place) + 1)).toBeFocused();
  const places = await zones(app.figures.first()).evaluateAll((all) => all.map((zone) => Number(zone.dataset.zone)));
  expect(places).toEqual(places.map((_, i) => i));
});

test('Data shows the numbers as a table', async ({ app, page }) => {
  await app.open('?view=charts');
  for (const figure of await app.figures.all()) {
    const data = figure.getByRole('button', { name: /^Data/ });
    await expect(data).toHaveAttribute('aria-expanded', 'false');
    await data.click();
    await expect(data).toHaveAttribute('aria-expanded', 'true');
    const table = figure.getByRole('table');
    await expect(table).toBeVisible();
    await expect(table.getByRole('columnheader').first()).toBeVisible();
    expect(await table.getByRole('row').count()).toBeGreaterThan(1);
    await data.click();
    await expect(table).toHaveCount(0);
  }
  await page.close();
});

test('the trend’s numbers add up to what is shown', async ({ app }) => {
  await app.open('?view=charts&region=middle-east');
  const shown = await app.count();
  const figure = app.figures.first();
  await figure.getByRole('button', { name: /^Data/ }).click();
  await expect(figure.getByRole('columnheader').first()).toBeVisible();
  const rows = await figure.getByRole('table').locator('tbody tr').evaluateAll((list) =>
    list.map((row) => [...row.cells].map((cell) => cell.textContent)),
  );
  const heads = await figure.getByRole('columnheader').allTextContents();
  const column = heads.findIndex((head) => /total|all|middle east|events/i.test(head));
  expect(column, heads.join(', ')).toBeGreaterThan(0);
  const numbers = rows.filter((row) => !/total|all/i.test(row[0])).map((row) => Number(row[column]));
  expect(numbers.every(Number.isFinite)).toBe(true);
  expect(numbers.reduce((sum, n) => sum + n, 0)).toBe(shown);
});

test('SVG gives an SVG document', async ({ app, page }) => {
  await app.open('?view=charts');
  for (const figure of await app.figures.all()) {
    const link = figure.getByRole('link', { name: /^SVG/ });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^[\w-]+\.svg$/);
    const stream = await download.createReadStream();
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    const check = await page.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, 'image/svg+xml');
      return {
        root: document.documentElement.localName,
        space: document.documentElement.namespaceURI,
        errors: document.querySelectorAll('parsererror').length,
        texts: document.querySelectorAll('text').length,
        variables: text.includes('var(--'),
        title: document.querySelector('title')?.textContent,
      };
    }, text);
    expect(check).toMatchObject({ root: 'svg', space: 'http://www.w3.org/2000/svg', errors: 0, variables: false });
    expect(check.texts).toBeGreaterThan(0);
    expect(check.title).toBe(await figure.getByRole('heading', { level: 2 }).textContent());
  }
});

test('a chart named in the address is brought into view', async ({ app, page }) => {
  await app.open('?view=charts');
  const ids = await app.figures.evaluateAll((figures) => figures.map((figure) => figure.id));
  await app.open(`?view=charts&chart=${ids.at(-1).replace(/^chart-/, '')}`);
  await expect(page.locator(`[id="${ids.at(-1)}"]`)).toBeInViewport();
  await expect(app.figures.last().getByRole('heading')).toBeInViewport();
});

test('too few events are said to be too few, not drawn wrongly', async ({ app }) => {
  await app.open('?view=charts&time=2024-05&region=pacific');
  await expect(app.headline).toHaveText(/^\d+ of/);
  await app.open('?view=charts&event=2023-03-10-saudi-iran-beijing&q=saudi-iran');
  await expect(app.figures).toHaveCount(6);
});
