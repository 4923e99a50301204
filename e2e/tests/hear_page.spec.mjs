// What a screen reader is told: each step says what changed and what it left, in one line, and no more.

import { LANGUAGES, VIEWS } from '../pages/timeline_page.mjs';
import { expect, test } from '../pages/test.mjs';

test('nothing is said on arrival', async ({ app, page }) => {
  await app.open('?region=africa');
  await expect(page.locator('[aria-live]:visible, [role=status]:visible')).toHaveCount(1);
  await expect(app.live).toHaveText('');
});

test('a filter says how many events it leaves', async ({ app }) => {
  await app.open();
  const all = await app.count();
  await app.lane('Africa').click();
  await expect(app.headline).toContainText('Africa');
  await expect(app.live).toHaveText(`${await app.count()} of ${all} events`);
  await app.search.fill('nothingcontainsthis');
  await expect(app.live).toHaveText('No event passes all of these filters');
});

test('the same words twice are said twice', async ({ app }) => {
  await app.open('?lang=zh');
  const all = await app.count();
  await app.search.fill('nothingcontainsthis');
  const none = '没有事件同时符合这些筛选';
  await expect(app.live).toHaveText(none);
  const first = await app.live.evaluate((region) => region.textContent);
  await app.search.fill('nothingcontainsthiseither');
  await expect.poll(() => app.live.evaluate((region) => region.textContent)).not.toBe(first);
  await expect(app.live).toHaveText(none);
  await app.search.fill('');
  await expect(app.live).toHaveText(`${all} / ${all} 项事件`);
});

test('zooming and moving say the period in words, once the hand rests', async ({ app, page }) => {
  await app.open('?time=2023');
  await app.drawing.locator('[tabindex="0"]').focus();
  await page.keyboard.press('PageDown');
  await expect(app.live).toHaveText(/^Period: .*2024.*, \d+ of \d+ events$/);
  await page.keyboard.press('0');
  await expect(app.live).toHaveText(/^Period: .*2022.*, (\d+) of \1 events$/);
  // A gesture says nothing until it ends.
  const before = await app.live.textContent();
  const { x, y } = await app.emptyPlace();
  await page.keyboard.press('+');
  await expect(app.live).not.toHaveText(before);
  await app.settled();
  const zoomed = await app.live.textContent();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 150, y, { steps: 5 });
  await app.settled();
  await expect(app.live).toHaveText(zoomed);
  await page.mouse.up();
  await expect(app.live).not.toHaveText(zoomed);
});

test('another view, other lanes and another order are named', async ({ app, page }) => {
  await app.open();
  const all = await app.count();
  await page.getByRole('combobox', { name: 'Lanes' }).selectOption('kind');
  await expect(app.live).toHaveText('Lanes: Kind');
  await app.show('table');
  await expect(app.live).toHaveText(`Table, ${all} of ${all} events`);
  await page.getByRole('columnheader', { name: 'Event' }).getByRole('button').click();
  await expect(app.live).toHaveText('Sorted by Event');
  await page.getByRole('columnheader', { name: 'Event' }).getByRole('button').click();
  await expect(app.live).toHaveText('Sorted by Event, reversed');
});

test('an opened event is named, and each one that is stepped to', async ({ app, page }) => {
  await app.open();
  await app.mark('First China–Arab States summit').first().focus();
  await page.keyboard.press('Enter');
  await expect(app.live).toHaveText('Opened: First China–Arab States summit');
  const title = app.card.getByRole('heading', { level: 2 });
  await app.button('Next event').click();
  await expect(title).not.toHaveText('First China–Arab States summit');
  await expect(app.live).toHaveText(`Opened: ${await title.textContent()}`);
});

test('another language keeps the region and speaks it', async ({ app, page }) => {
  await app.open();
  const region = await app.live.elementHandle();
  await app.languageSwitch.click();
  await expect(app.languageSwitch).toHaveText('English');
  expect(await region.evaluate((element) => element.isConnected)).toBe(true);
  await expect(app.live).toHaveText('');
  await app.lane('非洲').click();
  await expect(app.live).toHaveText(/^\d+ \/ \d+ 项事件$/);
  await page.goBack();
  await expect(app.live).toHaveText(/^(\d+) \/ \1 项事件$/);
});

/** What assistive technology is given: the browser's own tree, by role and name, in reading order. */
async function tree(page) {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  return nodes.filter((node) => !node.ignored).map((node) => ({
    role: node.role?.value,
    name: node.name?.value ?? '',
    level: node.properties?.find(({ name }) => name === 'level')?.value.value,
    focusable: node.properties?.some(({ name, value }) => name === 'focusable' && value.value),
  }));
}

const CONTROLS = ['button', 'link', 'textbox', 'checkbox', 'switch', 'slider', 'combobox', 'radio'];
const LANDMARKS = ['banner', 'main', 'contentinfo', 'navigation', 'complementary', 'search', 'region'];

for (const view of VIEWS) {
  for (const lang of LANGUAGES) {
    test(`the tree of ${view}, ${lang}: everything that acts has a name, headings and landmarks are in order`, async ({ app, page }) => {
      await app.open(`?view=${view}&lang=${lang}&event=2023-03-10-saudi-iran-beijing`);
      const nodes = await tree(page);
      expect(nodes.filter(({ role, name }) => CONTROLS.includes(role) && !name.trim())).toEqual([]);

      const levels = nodes.filter(({ role }) => role === 'heading').map(({ level }) => level);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0), `heading ${i}`).toBeLessThanOrEqual(1));

      const landmarks = nodes.filter(({ role }) => LANDMARKS.includes(role));
      for (const once of ['banner', 'main', 'contentinfo', 'search', 'complementary']) {
        expect(landmarks.filter(({ role }) => role === once), once).toHaveLength(1);
      }
      const named = landmarks.filter(({ role }) => ['navigation', 'complementary', 'region'].includes(role));
      expect(named.filter(({ name }) => !name)).toEqual([]);
      expect(new Set(named.map(({ role, name }) => `${role} ${name}`)).size).toBe(named.length);
    });
  }
}

test('each stop of the timeline is called by title, date, region and place, in either language', async ({ app, page }) => {
  for (const [lang, whole] of [
    ['en', /^.+, .*\d{4}.*, .+, \d+ of \d+$|^\d+ events, .*\d{4}/],
    ['zh', /^.+，.*\d{4}年.*，.+，第\d+项，共\d+项$|^\d+项事件，.*\d{4}年/],
  ]) {
    await app.open(`?lang=${lang}`);
    const names = (await app.marks.evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label'))));
    const spoken = new Set((await tree(page)).filter(({ role }) => role === 'button').map(({ name }) => name));
    expect(names.length).toBeGreaterThan(50);
    for (const name of names) {
      expect(spoken).toContain(name);
      expect(name).toMatch(whole);
    }
  }
});

test('skip links lead to the events, the filters and the opened event', async ({ app, page }) => {
  await app.open('?event=2023-03-10-saudi-iran-beijing');
  for (const [name, target] of [
    ['Skip to the events', '#events'], ['Skip to the filters', '#filters'], ['Skip to the opened event', '#card'],
  ]) {
    const link = page.getByRole('link', { name });
    await link.focus();
    await expect(link).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.locator(target)).toBeFocused();
  }
});
