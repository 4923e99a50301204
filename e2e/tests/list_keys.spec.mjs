// The list of keys: `?` shows it, every key in it does what it says, and single letters can be switched off for good.

import { expect, test } from '../pages/test.mjs';

const list = (page) => page.getByRole('dialog', { name: /^(Keys|按键)$/ });
const singles = (page) => page.getByRole('switch');

test('a question mark lists the keys from any view, and Escape goes back to where one was', async ({ app, page }) => {
  for (const view of ['timeline', 'charts', 'table']) {
    await app.open(`?view=${view}`);
    await app.tab(view).focus();
    await page.keyboard.press('?');
    await expect(list(page)).toBeVisible();
    await expect(list(page).getByRole('heading', { level: 3 }).first()).toHaveText('Anywhere');
    await page.keyboard.press('Escape');
    await expect(list(page)).toBeHidden();
    await expect(app.tab(view)).toBeFocused();
  }
});

test('in a field a question mark is a question mark', async ({ app, page }) => {
  await app.open();
  await app.search.click();
  await page.keyboard.type('why?');
  await expect(app.search).toHaveValue('why?');
  await expect(list(page)).toBeHidden();
});

test('Escape closes one layer at a time: the list, then the card', async ({ app, page }) => {
  await app.open();
  const mark = app.mark('First China–Arab States summit').first();
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(app.card).toBeVisible();
  await page.keyboard.press('?');
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();
  await expect(app.card).toBeVisible();
  await expect(mark).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(app.card).toHaveCount(0);
  await expect(mark).toBeFocused();
});

test('the page behind the list does not answer keys', async ({ app, page }) => {
  await app.open('?time=2023');
  await app.drawing.locator('[tabindex="0"]').focus();
  await page.keyboard.press('?');
  await expect(list(page)).toBeVisible();
  const before = page.url();
  for (const key of ['w', 'd', '0', 'f', '/', 'PageDown']) await page.keyboard.press(key);
  await app.settled();
  await expect.poll(() => page.url()).toBe(before);
  await expect(list(page)).toBeVisible();
});

test('each line has its keys and what they do, in either language', async ({ app, page }) => {
  for (const [lang, some] of [['en', 'Zoom in'], ['zh', '放大']]) {
    await app.open(`?lang=${lang}`);
    await page.keyboard.press('?');
    await expect(list(page).getByText(some, { exact: true }).first()).toBeVisible();
    const lines = await list(page).locator('dl > div').evaluateAll((all) =>
      all.map((line) => [line.querySelector('dt').textContent, line.querySelector('dd').textContent]));
    expect(lines.length).toBeGreaterThan(25);
    for (const [keys, words] of lines) {
      expect(keys).not.toBe('');
      expect(/[一-龥]/.test(words)).toBe(lang === 'zh');
    }
  }
});

/** What each key of the timeline's list changes. */
const EFFECTS = {
  'Zoom in': 'fewer days', 'Zoom out': 'more days', 'Show the whole record': 'more days',
  'One screen later': 'later', 'Move towards later days': 'later',
  'One screen earlier': 'earlier', 'Move towards earlier days': 'earlier',
  'Show just the days of the events found': 'more days',
};
const NAMES = { '−': '-', PgDn: 'PageDown', PgUp: 'PageUp' };

test('every key that moves the timeline moves it as the list says', async ({ app, page }) => {
  await app.open();
  await page.keyboard.press('?');
  const section = list(page).getByRole('region', { name: 'In the timeline' });
  // What is in the dialog may come a moment after it.
  await expect(section).toBeVisible();
  const lines = await section.locator('dl > div').evaluateAll((all) =>
    all.map((line) => ({
      caps: [...line.querySelectorAll('kbd')].map((cap) => (cap.querySelector('[aria-hidden]') ?? cap).textContent),
      words: line.querySelector('dd').textContent,
    })));
  const moving = lines.filter(({ words }) => words in EFFECTS);
  expect(moving.map(({ words }) => words).sort()).toEqual(Object.keys(EFFECTS).sort());
  for (const { caps, words } of moving) {
    for (const cap of caps) {
      await app.open('?time=2023-03..2023-09');
      const before = await app.period();
      await app.drawing.locator('[tabindex="0"]').focus();
      await page.keyboard.press(NAMES[cap] ?? (/^[A-Z]$/.test(cap) ? cap.toLowerCase() : cap));
      const after = async () => {
        const { first, days } = await app.period();
        if (Math.abs(days - before.days) > 2) return days < before.days ? 'fewer days' : 'more days';
        return Math.abs(first - before.first) < 2 ? 'nothing' : first < before.first ? 'earlier' : 'later';
      };
      await expect.poll(after, `${cap}: ${words}`).toBe(EFFECTS[words]);
    }
  }
});

test('single letters and signs are switched off, and stay off', async ({ app, page }) => {
  await app.open('?time=2023');
  await page.keyboard.press('?');
  await expect(singles(page)).toBeChecked();
  await singles(page).focus();
  await page.keyboard.press(' ');
  await expect(singles(page)).not.toBeChecked();
  await page.keyboard.press('Escape');
  // The page behind it takes no focus before it is closed.
  await expect(list(page)).toBeHidden();

  const stays = async () => {
    const before = await app.period();
    await app.drawing.locator('[tabindex="0"]').focus();
    for (const key of ['w', 'd', '0', '+', 'f', '?', '/']) await page.keyboard.press(key);
    await app.settled();
    expect(await app.period()).toEqual(before);
    await expect(list(page)).toBeHidden();
    await expect(app.search).not.toBeFocused();
    // What is no letter goes on acting.
    await page.keyboard.press('PageDown');
    await expect.poll(async () => (await app.period()).first).toBeGreaterThan(before.first);
  };
  await stays();
  await page.reload();
  await app.ready();
  await stays();

  // The list is found without its key, and the letters come back.
  await app.button('How to read this').last().click();
  await app.button('Keys').click();
  await expect(list(page)).toBeVisible();
  await singles(page).focus();
  await page.keyboard.press(' ');
  await expect(singles(page)).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();
  await app.tab('timeline').focus();
  await page.keyboard.press('/');
  await expect(app.search).toBeFocused();
});

test('where nothing can be stored the switch acts all the same', async ({ app, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
  });
  await app.open('?time=2023');
  await page.keyboard.press('?');
  await singles(page).click();
  await expect(singles(page)).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();
  await app.drawing.locator('[tabindex="0"]').focus();
  await page.keyboard.press('?');
  await app.settled();
  await expect(list(page)).toBeHidden();
  await page.reload();
  await app.ready();
  await page.keyboard.press('?');
  await expect(singles(page)).toBeChecked();
});
