// A citation is one press away, of an event, a view and the dataset, and copying always ends in a copy.

import { expect, test } from '../pages/test.mjs';

const EVENT = '?event=2023-03-10-saudi-iran-beijing';
const FORMATS = ['Text', 'BibTeX', 'RIS', 'CSL-JSON', 'GB/T 7714'];

/** What the clipboard holds, by pasting it where a person would. */
async function pasted(page) {
  return page.evaluate(() => navigator.clipboard.readText());
}

const cite = (page) => page.getByRole('dialog', { name: /^(Cite|引用)$/ });
// The page's own live region speaks in the dialog too; this is the line one sees.
const told = (page) => cite(page).locator('.cite-told');
const field = (page) => cite(page).getByRole('textbox', { name: /^(Citation|引文)$/ });

test('the card cites its event, in every form', async ({ app, page }) => {
  await app.open(`${EVENT}&lang=en`);
  await app.card.getByRole('button', { name: 'Cite' }).click();
  await expect(cite(page).getByRole('radio', { name: 'This event' })).toBeChecked();
  await expect(field(page)).toHaveValue(/^“Saudi–Iran talks in Beijing: ties to be restored”, 10 March 2023\./);
  const texts = new Set();
  let last = '';
  for (const format of FORMATS) {
    await cite(page).getByRole('radio', { name: format }).check();
    await expect(field(page)).not.toHaveValue(last);
    last = await field(page).inputValue();
    expect(last).toContain('2024.1');
    expect(last).toContain('event=2023-03-10-saudi-iran-beijing');
    texts.add(last);
  }
  expect(texts.size).toBe(FORMATS.length);
});

test('view and dataset are cited from the top of the page, in its language', async ({ app, page }) => {
  await app.open('?region=middle-east&time=2023&lang=zh');
  await app.button('引用').click();
  await expect(cite(page).getByRole('radio', { name: '当前视图' })).toBeChecked();
  await expect(cite(page).getByRole('radio', { name: '本事件' })).toHaveCount(0);
  await expect(field(page)).toHaveValue(/中东\s· 2023年.*中国国际问题研究院/);
  await cite(page).getByRole('radio', { name: '数据集' }).check();
  await cite(page).getByRole('radio', { name: 'GB/T 7714' }).check();
  const today = await page.evaluate(() => new Date().toISOString().slice(0, 10));
  await expect(field(page)).toHaveValue(new RegExp(`全球安全倡议时间线\\[DS/OL\\].*\\[${today}\\]`));
});

test('the chosen form is kept for the next citation', async ({ app, page }) => {
  await app.open(`${EVENT}&lang=en`);
  await app.card.getByRole('button', { name: 'Cite' }).click();
  await cite(page).getByRole('radio', { name: 'RIS' }).check();
  await page.keyboard.press('Escape');
  await expect(cite(page)).toBeHidden();
  await expect(app.card.getByRole('button', { name: 'Cite' })).toBeFocused();
  await app.card.getByRole('button', { name: 'Cite' }).click();
  await expect(cite(page).getByRole('radio', { name: 'RIS' })).toBeChecked();
});

test('a record is saved as a file for a reference manager', async ({ app, page }) => {
  await app.open(`${EVENT}&lang=en`);
  await app.card.getByRole('button', { name: 'Cite' }).click();
  await cite(page).getByRole('radio', { name: 'CSL-JSON' }).check();
  const file = await app.saved(cite(page).getByRole('button', { name: 'Save as a file' }));
  expect(file.name).toBe('gsi-2024-2023-03-10-saudi-iran-beijing.json');
  expect(JSON.parse(file.text)[0]['event-date']['date-parts']).toEqual([[2023, 3, 10]]);
  await cite(page).getByRole('radio', { name: 'Text' }).check();
  await expect(cite(page).getByRole('button', { name: 'Save as a file' })).toHaveCount(0);
});

test('one press copies, and says so', async ({ app, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.open(`${EVENT}&lang=en`);
  await app.card.getByRole('button', { name: 'Cite' }).click();
  await expect(field(page)).toHaveValue(/event=/);
  const text = await field(page).inputValue();
  await cite(page).getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(told(page)).toHaveText('Copied');
  expect(await pasted(page)).toBe(text);
});

test('without a clipboard of its own the page asks the browser to copy', async ({ app, page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await app.open(`${EVENT}&lang=en`);
  await app.card.getByRole('button', { name: 'Copy link' }).click();
  await expect(app.card.locator('.card-told')).toHaveText('Link copied');
  // Pasted where a person would.
  await app.search.focus();
  await page.keyboard.press('Control+V');
  await expect(app.search).toHaveValue(/event=2023-03-10-saudi-iran-beijing/);
});

const FORBIDDEN = {
  'copying is denied': () => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
    document.execCommand = () => false;
  },
  'there is no clipboard at all': () => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => {
      throw new DOMException('no', 'SecurityError');
    };
  },
};

for (const [name, forbid] of Object.entries(FORBIDDEN)) {
  test(`where ${name}, the text is selected and the keys are named`, async ({ app, page }) => {
    await page.addInitScript(forbid);
    await app.open(`${EVENT}&lang=en`);
    await app.card.getByRole('button', { name: 'Cite' }).click();
    await cite(page).getByRole('button', { name: 'Copy', exact: true }).click();
    await expect(told(page)).toContainText('Ctrl+C');
    await expect(field(page)).toBeFocused();
    const isSelected = (area) => area.selectionStart === 0 && area.selectionEnd === area.value.length;
    await expect.poll(() => field(page).evaluate(isSelected)).toBe(true);
    await page.keyboard.press('Escape');

    await app.card.getByRole('button', { name: 'Copy link' }).click();
    await expect(app.card.locator('.card-told')).toContainText('Ctrl+C');
    const link = app.card.getByRole('textbox');
    await expect(link).toBeFocused();
    await expect(link).toHaveValue(/event=2023-03-10-saudi-iran-beijing/);
    await expect.poll(() => link.evaluate(isSelected)).toBe(true);
  });
}
