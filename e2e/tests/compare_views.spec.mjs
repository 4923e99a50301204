// Timeline, charts and table show the same events; the table opens the same card.

import { expect, test } from '../pages/test.mjs';

const EVENT = '2023-03-10-saudi-iran-beijing';
const TITLE = 'Saudi–Iran talks in Beijing: ties to be restored';

for (const query of ['', 'region=middle-east&time=2023', 'kind=joint-statement', 'q=summit', 'background=1']) {
  test(`all views count the same: ${query || 'all'}`, async ({ app, page }) => {
    await app.open(`?${query}`);
    const shown = await app.count();
    await expect(app.timeline).toHaveAccessibleName(`Timeline of ${shown} events`);
    await app.show('charts');
    await expect.poll(() => app.count()).toBe(shown);
    await app.show('table');
    await expect.poll(() => app.count()).toBe(shown);
    await expect(app.rows).toHaveCount(shown);
    await expect(app.table).toHaveAccessibleName(`${shown} events, as shown`);
    // Groups say how many rows follow.
    const counts = await page.locator('.table-group-count').allTextContents();
    expect(counts.reduce((sum, n) => sum + Number(n), 0)).toBe(shown);
  });
}

test('the marks in view stand for exactly the events in the period', async ({ app, page }) => {
  await app.open('?lanes=none&time=2023');
  const shown = await app.count();
  const counts = await page
    .locator('.timeline-drawing [role=button]:not([aria-hidden=true])')
    .evaluateAll((marks) => marks.map((mark) => Number(mark.dataset.count)));
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(shown);
});

const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function byList(compare) {
  return (a, b) => {
    for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
      const order = compare(a[i], b[i]);
      if (order !== 0) return order;
    }
    return a.length - b.length;
  };
}

test('every column sorts both ways', async ({ app, page }) => {
  await app.open('?view=table');
  const data = await page.evaluate(async () => (await fetch('events.json')).json());
  const rank = (list) => (label) => list.findIndex((term) => term.label.en === label);
  const kindRank = rank(data.kinds);
  const regionRank = rank(data.regions);
  const section = (text) => data.source.sections.findIndex((s) => `§ ${s.number}` === text.split(',')[0]);
  const order = await app.rows.evaluateAll((rows) => rows.map((row) => row.querySelector('[data-event]').dataset.event));
  const places = new Map(order.map((id, place) => [id, place]));

  const columns = {
    Event: { key: (row) => row[1].toLowerCase(), compare: byText },
    Kind: { key: (row) => kindRank(row[2]), compare: (a, b) => a - b },
    Region: { key: (row) => row[3].split('\n').map((name) => regionRank(name.trim())), compare: byList((a, b) => a - b) },
    Countries: { key: (row) => (row[4] ? row[4].split(', ') : []), compare: byList(byText) },
    Source: { key: (row) => section(row[5]), compare: (a, b) => a - b },
    Date: { key: (row) => places.get(row.at(-1)), compare: (a, b) => a - b },
  };
  for (const [name, { key, compare }] of Object.entries(columns)) {
    const head = app.table.getByRole('columnheader', { name });
    for (const [direction, sign] of [['ascending', 1], ['descending', -1]]) {
      await head.getByRole('button').click();
      await expect(head).toHaveAttribute('aria-sort', direction);
      const rows = await app.rows.evaluateAll((rows) =>
        rows.map((row) => [
          ...[...row.cells].map((cell) => {
            const names = [...cell.querySelectorAll('.table-region-name')].map((n) => n.textContent.trim());
            return names.length ? names.join('\n') : cell.innerText.trim();
          }),
          row.querySelector('[data-event]').dataset.event,
        ]),
      );
      expect(rows).toHaveLength(order.length);
      const keys = rows.map(key);
      const wrong = keys.findIndex((k, i) => i > 0 && sign * compare(keys[i - 1], k) > 0);
      expect(wrong, `${name} ${direction}: row ${wrong}, ${keys[wrong - 1]} before ${keys[wrong]}`).toBe(-1);
    }
    await expect(app.table.locator('[aria-sort]')).toHaveCount(1);
  }
});

test('a row opens the same card as a mark', async ({ app }) => {
  await app.open();
  await app.clickMark(app.mark(TITLE).first());
  await expect(app.card).toHaveAccessibleName(TITLE);
  // Its summary may still come.
  const awaited = app.card.getByRole('status');
  await expect(awaited).toHaveCount(0);
  const fromMark = await app.card.innerText();
  await app.open('?view=table');
  await app.table.getByRole('button', { name: TITLE }).click();
  await expect(app.card).toHaveAccessibleName(TITLE);
  await expect(awaited).toHaveCount(0);
  expect(await app.card.innerText()).toBe(fromMark);
});

test('a click anywhere on a row opens it', async ({ app }) => {
  await app.open('?view=table');
  await app.rows.filter({ hasText: TITLE }).getByRole('cell').nth(1).click();
  await expect(app.card).toHaveAccessibleName(TITLE);
});

test('previous and next go through the events in order', async ({ app, page }) => {
  await app.open('?view=table&region=middle-east&time=2023');
  const titles = await app.rows.getByRole('button').allTextContents();
  await app.rows.first().getByRole('button').click();
  await expect(app.card.getByText(`1 of ${titles.length}`)).toBeVisible();
  await expect(app.button('Previous event')).toBeDisabled();
  for (const [i, title] of titles.entries()) {
    if (i > 0) await app.button('Next event').click();
    await expect(app.card).toHaveAccessibleName(title);
    await expect(app.card.getByText(`${i + 1} of ${titles.length}`)).toBeVisible();
  }
  await expect(app.button('Next event')).toBeDisabled();
  await app.button('Previous event').click();
  await expect(app.card).toHaveAccessibleName(titles.at(-2));
  // Each was a step a person can go back from.
  await page.goBack();
  await expect(app.card).toHaveAccessibleName(titles.at(-1));
});

test('next keeps the focus, so that it can be pressed again', async ({ app, page }) => {
  await app.open(`?event=${EVENT}`);
  const next = app.button('Next event');
  await next.focus();
  await page.keyboard.press('Enter');
  await expect(app.card).not.toHaveAccessibleName(TITLE);
  await expect(next).toBeFocused();
});

test.describe('closing gives the focus back', () => {
  test('to a row, Escape pressed on the row', async ({ app, page }) => {
    await app.open('?view=table');
    const row = app.table.getByRole('button', { name: TITLE });
    await row.click();
    await expect(app.card).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(app.card).toHaveCount(0);
    await expect(row).toBeFocused();
  });

  test('to a row, Escape pressed in the card', async ({ app, page }) => {
    await app.open('?view=table');
    const row = app.table.getByRole('button', { name: TITLE });
    await row.click();
    await expect(app.card).toBeVisible();
    await app.button('Copy link').focus();
    await page.keyboard.press('Escape');
    await expect(app.card).toHaveCount(0);
    await expect(row).toBeFocused();
    await expect.poll(() => app.parameter('event')).toBeNull();
  });

  test('to a mark, by the button', async ({ app }) => {
    await app.open();
    await app.clickMark(app.mark(TITLE).first());
    await app.button('Close').click();
    await expect(app.card).toHaveCount(0);
    await expect(app.mark(TITLE).first()).toBeFocused();
  });

  test('to the mark in the lane it was opened from', async ({ app, page }) => {
    await app.open('?time=2023-10..2023-12');
    const marks = app.mark('Wuhan: seventh biosafety laboratory course');
    await expect.poll(() => marks.count()).toBeGreaterThan(1);
    await app.clickMark(marks.last());
    await expect(app.card).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(app.card).toHaveCount(0);
    await expect(marks.last()).toBeFocused();
  });

  test('to the cluster that holds the event', async ({ app, page }) => {
    await app.open();
    await app.hoverMark(app.clusters.first());
    const entry = app.entries.nth(1);
    const words = await entry.innerText();
    await entry.click();
    await expect(app.card).toBeVisible();
    await app.button('Close').click();
    await expect(app.card).toHaveCount(0);
    await expect(app.drawing.locator(':focus')).toHaveCount(1);
    const name = await app.drawing.locator(':focus').getAttribute('aria-label');
    expect(/^\d+ events/.test(name) || words.includes(name.split(',')[0]), name).toBe(true);
    await app.settled();
    expect(await page.evaluate(() => document.activeElement.isConnected)).toBe(true);
  });
});

test.describe('a link to the view', () => {
  test('is copied', async ({ app, page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await app.open(`?region=middle-east&event=${EVENT}`);
    await app.button('Copy link').click();
    await expect(app.card.locator('.card-told')).toHaveText('Link copied');
    await expect(app.live, 'and is said, once').toHaveText(/Link copied$/);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  });

  const FORBIDDEN = {
    'the clipboard refuses': () => {
      Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      document.execCommand = () => false;
    },
    'there is no clipboard': () => {
      Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });
      document.execCommand = () => false;
    },
  };
  for (const [name, forbid] of Object.entries(FORBIDDEN)) {
    test(`stands there to be copied by hand where ${name}`, async ({ app, page }) => {
      await page.addInitScript(forbid);
      await app.open(`?region=middle-east&event=${EVENT}`);
      await app.button('Copy link').click();
      const field = app.card.getByRole('textbox', { name: /^Copying is not allowed/ });
      await expect(field).toHaveValue(page.url());
      const selected = () => field.evaluate((f) => f.value.slice(f.selectionStart, f.selectionEnd));
      await expect.poll(selected).toBe(page.url());
    });
  }
});

test('no event passes: the way back is one click', async ({ app }) => {
  for (const view of ['timeline', 'table', 'charts']) {
    await app.open(`?view=${view}&q=nothingcontainsthis&region=pacific`);
    await expect(app.headline).toHaveText(/^0 of \d+ events/);
    await app.page.getByRole('button', { name: /^Remove “nothingcontainsthis” \(\d+ events?\)$/ }).click();
    await expect.poll(() => app.count()).toBeGreaterThan(0);
    await expect.poll(() => app.parameter('region')).toBe('pacific');
  }
});

test('a filter can be removed by its chip, and all at once', async ({ app }) => {
  await app.open();
  const all = await app.count();
  await app.open('?region=middle-east&kind=summit');
  await app.page.getByRole('button', { name: 'Remove the filter Summit' }).click();
  await expect.poll(() => app.parameter('kind')).toBeNull();
  await expect.poll(() => app.parameter('region')).toBe('middle-east');
  await app.button('Clear all').click();
  await expect.poll(() => app.count()).toBe(all);
  await expect.poll(() => new URL(app.page.url()).search).toBe('');
});

test('a choice says how many events it leaves', async ({ app, page }) => {
  await app.open('?time=2023');
  await app.menu('Region').click();
  const choice = page.getByRole('checkbox', { name: /^Africa/ });
  const name = await choice.evaluate((box) => box.labels[0].innerText);
  await choice.click();
  await expect(app.headline).toHaveText(new RegExp(`^${/\d+$/.exec(name.trim())[0]} of`));
});
