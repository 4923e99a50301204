// The address is the state: it survives the other language, the history and a reload.

import { VIEWS } from '../pages/timeline_page.mjs';
import { expect, test } from '../pages/test.mjs';

const EVENT = '2023-03-10-saudi-iran-beijing';
const TITLE = 'Saudi–Iran talks in Beijing: ties to be restored';

for (const view of VIEWS) {
  test(`the other language keeps everything else: ${view}`, async ({ app, page }) => {
    await app.open(`?${view === 'timeline' ? '' : `view=${view}&`}lanes=kind&region=middle-east~europe&time=2023-02..2023-11&sort=-title&event=${EVENT}`);
    const before = new URL(page.url()).searchParams;
    await expect(app.card.getByRole('heading', { level: 2 })).toHaveText(TITLE);
    const [count, period] = [await app.count(), view === 'timeline' ? await app.period() : null];
    await app.languageSwitch.click();

    await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
    await expect(app.card.getByRole('heading', { level: 2 })).toHaveText(/[一-鿿]/);
    await expect(app.card).toContainText(TITLE);
    await expect(app.headline).toHaveText(/项事件/);
    await expect.poll(() => app.parameter('lang')).toBe('zh');
    await app.settled();
    expect(await app.count()).toBe(count);
    if (period) expect(await app.period()).toEqual(period);
    const after = new URL(page.url()).searchParams;
    after.delete('lang');
    before.delete('lang');
    expect(after.toString()).toBe(before.toString());

    await app.languageSwitch.click();
    await expect(app.card.getByRole('heading', { level: 2 })).toHaveText(TITLE);
  });
}

test('Back and Forward restore filter, period, event and view', async ({ app, page }) => {
  await app.open();
  const states = [await app.state()];
  const step = async (act) => {
    const before = page.url();
    await act();
    await expect.poll(() => page.url()).not.toBe(before);
    states.push(await app.state());
  };
  await step(() => app.lane('Middle East').click());
  await step(async () => {
    await app.menu('Time').click();
    await page.getByRole('radio', { name: /^2023/ }).click();
    await page.keyboard.press('Escape');
  });
  await step(async () => app.clickMark(app.mark(TITLE).first()));
  await step(() => app.show('table'));
  await step(() => app.show('charts'));

  for (const state of states.slice(0, -1).reverse()) {
    await page.goBack();
    await expect(page).toHaveURL(state.url);
    await expect.poll(() => app.state()).toEqual(state);
  }
  for (const state of states.slice(1)) {
    await page.goForward();
    await expect(page).toHaveURL(state.url);
    await expect.poll(() => app.state()).toEqual(state);
  }
});

test('a gesture changes the address and adds no step', async ({ app, page }) => {
  await app.open('?time=2023');
  const steps = await page.evaluate(() => history.length);
  const { x, y } = await app.emptyPlace();
  await app.drag({ x, y }, { x: x - 150, y });
  await expect.poll(() => app.parameter('time')).not.toBe('2023');
  const dragged = app.parameter('time');
  await app.button('Zoom in').click();
  await expect.poll(() => app.parameter('time')).not.toBe(dragged);
  expect(await page.evaluate(() => history.length)).toBe(steps);
});

test('typing in the search does not fill the history', async ({ app, page }) => {
  await app.open();
  const steps = await page.evaluate(() => history.length);
  await app.search.click();
  await page.keyboard.type('joint statement', { delay: 20 });
  await expect.poll(() => app.parameter('q')).toBe('joint statement');
  await expect(app.headline).toContainText('“joint statement”');
  expect(await page.evaluate(() => history.length)).toBe(steps);
  const shown = await app.count();
  await app.show('table');
  await expect(app.rows).toHaveCount(shown);
});

test('clearing the search shows everything again and keeps the focus there', async ({ app }) => {
  await app.open('?q=summit');
  const shown = await app.count();
  await app.button('Clear the search').click();
  await expect.poll(() => app.count()).toBeGreaterThan(shown);
  await expect(app.search).toBeFocused();
  await expect(app.search).toHaveValue('');
  await expect.poll(() => app.parameter('q')).toBeNull();
});

const ADDRESSES = [
  '',
  '?view=charts',
  '?view=table&sort=-title',
  '?lanes=theme&theme=1~8&time=2023-03..2023-06',
  `?region=middle-east~africa&time=2023&event=${EVENT}&lang=zh&scheme=dark`,
  '?country=SA~IR&q=joint',
  '?kind=summit~forum&time=2022-06-15..2022-12-03',
  '?background=1',
  '?lanes=none&time=2023-11',
  '?view=table&q=%E8%81%94%E5%90%88%E5%A3%B0%E6%98%8E',
];

for (const query of ADDRESSES) {
  test(`a reload changes nothing: ${query || 'as it opens'}`, async ({ app, page }) => {
    await app.open(query);
    const before = await app.state();
    expect(new URL(before.url).search, 'opening an address does not rewrite it').toBe(query);
    await page.reload();
    await app.ready();
    await expect.poll(() => app.state()).toEqual(before);
  });
}

test('states reached by hand survive a reload', async ({ app, page }) => {
  await app.open();
  const survives = async () => {
    const before = await app.state();
    await page.reload();
    await app.ready();
    await expect.poll(() => app.state()).toEqual(before);
  };
  const { x, y } = await app.emptyPlace();
  await app.button('Zoom in').click();
  await app.drag({ x, y }, { x: x + 137, y });
  await expect.poll(() => app.parameter('time')).not.toBeNull();
  await survives();
  await app.menu('Kind').click();
  await page.getByRole('checkbox', { name: /Summit/ }).click();
  await expect.poll(() => app.parameter('kind')).toBe('summit');
  await survives();
  await app.search.fill('china');
  await expect.poll(() => app.parameter('q')).toBe('china');
  await survives();
  await page.getByRole('combobox', { name: 'Lanes' }).selectOption('kind');
  await expect.poll(() => app.parameter('lanes')).toBe('kind');
  await survives();
  await app.show('table');
  await app.table.getByRole('button', { name: 'Event' }).click();
  await expect.poll(() => app.parameter('sort')).toBe('title');
  await survives();
});

test('a foreign fragment stays', async ({ app, page }) => {
  await app.open('#?secret=abc');
  await app.show('table');
  await expect.poll(() => new URL(page.url()).hash).toBe('#?secret=abc');
});
