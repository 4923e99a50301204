// Files are real: saved through the browser and read back.

import ICAL from 'ical.js';
import { expect, test } from '../pages/test.mjs';

const BOM = [0xef, 0xbb, 0xbf];

/** The rows of a CSV, each as an object by the names of its columns. */
function readCsv(text) {
  const rows = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') cell += text[(i += 1)];
      else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === ',' || c === '\r') {
      rows.at(-1).push(cell);
      cell = '';
      if (c === '\r') {
        expect(text[(i += 1)], 'lines end by CRLF').toBe('\n');
        rows.push([]);
      }
    } else cell += c;
  }
  expect(rows.pop(), 'the last line is ended too').toEqual([]);
  const [head, ...records] = rows;
  return records.map((record) => {
    expect(record).toHaveLength(head.length);
    return Object.fromEntries(head.map((name, i) => [name, record[i]]));
  });
}

test.beforeEach(async ({ app }) => {
  await app.open('?region=middle-east&time=2023&lang=en');
});

test('the table as shown has the rows the headline counts', async ({ app }) => {
  const file = await app.download('CSV', 'As shown');
  expect(file.name).toBe('gsi-2024.filtered.csv');
  expect([...file.bytes.subarray(0, 3)]).toEqual(BOM);
  const rows = readCsv(file.text.slice(1));
  expect(rows).toHaveLength(await app.count());
  expect(rows.every((row) => row.regions.split('; ').includes('middle-east'))).toBe(true);
  expect(rows.every((row) => row.selection_en === rows[0].selection_en)).toBe(true);
  expect(rows[0].selection_en).toBe(await app.headlineWords());
  expect(rows.some((row) => /\p{Script=Han}/u.test(row.title_zh))).toBe(true);

  // Its address shows the same events.
  const link = new URL(rows[0].selection_permalink);
  await app.open(link.search);
  expect(await app.count()).toBe(rows.length);
});

test('all means every event of the dataset', async ({ app, page }) => {
  const data = await page.evaluate(async () => (await fetch('events.json')).json());
  const file = await app.download('CSV', 'All');
  expect(file.name).toBe('gsi-2024.csv');
  expect(readCsv(file.text.slice(1)).map((row) => row.id).sort()).toEqual(data.events.map((e) => e.id).sort());
});

test('the saved dataset opens in the page again with the same events', async ({ app, page }) => {
  const n = await app.count();
  const file = await app.download('JSON', 'As shown');
  const data = JSON.parse(file.text);
  expect(data.events).toHaveLength(n);
  expect(data.excerpt.selection.en).toBe(await app.headlineWords());
  await page.route('**/mine.json', (route) => route.fulfill({ body: file.text, contentType: 'application/json' }));
  await app.open('?data=mine.json&lang=en');
  expect(await app.count()).toBe(n);
  await expect(app.headline).toHaveText(new RegExp(`^${n} of ${n} events`));
});

test('a calendar reads every entry, and none claims a day that is not stated', async ({ app, page }) => {
  const data = await page.evaluate(async () => (await fetch('events.json')).json());
  const dates = new Map(data.events.map((event) => [event.id, event.date]));
  const file = await app.download('ICS', 'All');
  const calendar = new ICAL.Component(ICAL.parse(file.text));
  const entries = calendar.getAllSubcomponents('vevent').map((entry) => new ICAL.Event(entry));
  expect(entries).toHaveLength(data.events.length);
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toContain('Global Security Initiative timeline');
  for (const entry of entries) {
    const date = dates.get(entry.uid.split('@')[0]);
    expect(entry.startDate.isDate && entry.endDate.isDate).toBe(true);
    const days = entry.endDate.subtractDate(entry.startDate).toSeconds() / 86400;
    if (/^\d{4}-\d{2}-\d{2}$/.test(date)) expect(days, date).toBe(1);
    if (/^\d{4}-\d{2}~?$/.test(date)) expect(days, date).toBeGreaterThan(27);
    if (/^\d{4}$/.test(date)) expect(days, date).toBeGreaterThan(364);
  }
});

test('an opened event goes into a calendar by itself, and is told where no day is stated', async ({ app }) => {
  await app.open('?event=2023-03-10-saudi-iran-beijing&lang=en');
  const exact = await app.saved(app.card.getByRole('button', { name: 'Calendar' }));
  expect(exact.name).toBe('2023-03-10-saudi-iran-beijing.ics');
  await expect(app.card.locator('.card-told')).toHaveText('Calendar entry saved');
  const read = (text) => new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent'));
  expect(read(exact.text).startDate.toString()).toBe('2023-03-10');
  expect(read(exact.text).endDate.toString()).toBe('2023-03-11');

  await app.open('?event=2023-03-vanuatu-cyclone-relief&lang=en');
  const vague = await app.saved(app.card.getByRole('button', { name: 'Calendar' }));
  await expect(app.card.locator('.card-told')).toContainText('states no day');
  const entry = read(vague.text);
  expect([entry.startDate, entry.endDate].map(String)).toEqual(['2023-03-01', '2023-04-01']);
  expect(entry.summary).toContain('March 2023, day not stated');
});

test('nothing shown leaves nothing to save, and the dialog gives the focus back', async ({ app, page }) => {
  await app.open('?q=nothing+is+called+this&lang=en');
  await app.button('Download').click();
  const dialog = page.getByRole('dialog', { name: 'Download' });
  for (const format of ['CSV', 'JSON', 'ICS']) {
    await expect(dialog.getByRole('button', { name: `${format}: As shown (0 events)` })).toBeDisabled();
    await expect(dialog.getByRole('button', { name: `${format}: All (181 events)` })).toBeEnabled();
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(app.button('Download')).toBeFocused();
});
