// axe-core finds nothing: every view, language and scheme, and every state a person can bring about.

import { expectClean } from '../pages/axe.mjs';
import { LANGUAGES, VIEWS } from '../pages/timeline_page.mjs';
import { expect, test } from '../pages/test.mjs';

// What axe reads of a page of drawings takes a busy machine a while.
test.slow();
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const view of VIEWS) {
  for (const lang of LANGUAGES) {
    for (const scheme of ['light', 'dark']) {
      test(`${view}, ${lang}, ${scheme}`, async ({ app, page }) => {
        await app.open(`?view=${view}&lang=${lang}&scheme=${scheme}`);
        await expectClean(page);
      });
    }
  }
}

/** A stop is made and its fields are open; the word of it stands in the page. */
async function makeStop(app, page, query) {
  await app.open(query);
  await page.keyboard.press('m');
  await expect(page.locator('.story-toast')).toBeVisible();
  await expectClean(page);
  await page.locator('.story-toast .button').last().click();
  await page.locator('.story-item-title').click();
  await expect(page.locator('.story-item-fields')).toBeVisible();
}

const STATES = {
  'the shelf of stories': async ({ app }) => app.open('?view=story'),
  'the shelf of stories, Chinese, dark': async ({ app }) => app.open('?view=story&lang=zh&scheme=dark'),
  'a story to read': async ({ app }) => app.open('?view=story&story=two-years'),
  'a story to read, dark': async ({ app }) => app.open('?view=story&story=joint-statements&scheme=dark'),
  'a story to read, Chinese': async ({ app }) => app.open('?view=story&story=mediations&lang=zh'),
  'a story in a frame': async ({ app }) => app.open('?mode=embed&story=two-years&step=10'),
  'a story in a frame, Chinese, dark': async ({ app }) => app.open('?mode=embed&story=mediations&lang=zh&scheme=dark'),
  'a story that cannot be read': async ({ app, page }) => {
    await app.open('?view=story&story=own#story=z.AAAA');
    await expect(page.getByRole('alert').getByRole('heading')).toBeVisible();
  },
  'a story in the making': async ({ app, page }) => makeStop(app, page, '?region=africa'),
  'a story in the making, Chinese, dark': async ({ app, page }) => makeStop(app, page, '?lang=zh&scheme=dark'),
  'a story in the making, phone': async ({ app, page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await makeStop(app, page, '?scheme=dark');
  },
  'a menu of choices': async ({ app }) => {
    await app.open();
    await app.menu('Region').click();
    await expect(app.menu('Region')).toHaveAttribute('aria-expanded', 'true');
  },
  'a long menu': async ({ app }) => {
    await app.open();
    await app.menu('Country').click();
    await expect(app.menu('Country')).toHaveAttribute('aria-expanded', 'true');
  },
  'the time menu, dark': async ({ app }) => {
    await app.open('?scheme=dark');
    await app.menu('Time').click();
    await expect(app.menu('Time')).toHaveAttribute('aria-expanded', 'true');
  },
  'two selections, timeline': async ({ app }) => app.open('?region=africa&time=2023&pin.time=2023'),
  'two selections, charts, dark': async ({ app }) =>
    app.open('?view=charts&region=africa&time=2023&pin.region=africa&pin.time=2022&scheme=dark'),
  'two selections, table, Chinese': async ({ app }) =>
    app.open('?view=table&region=africa&pin.region=pacific&lang=zh'),
  'the menu of comparisons': async ({ app }) => {
    await app.open();
    await app.menu('Compare').click();
    await expect(app.menu('Compare')).toHaveAttribute('aria-expanded', 'true');
  },
  'one participant': async ({ app }) => app.open('?who=RU'),
  'one participant, Chinese, dark': async ({ app }) => app.open('?who=brics&lang=zh&scheme=dark'),
  'a card beside the timeline': async ({ app }) => app.open('?event=2023-03-10-saudi-iran-beijing'),
  'a card beside the table, Chinese, dark': async ({ app }) =>
    app.open('?view=table&event=2023-03-10-saudi-iran-beijing&lang=zh&scheme=dark'),
  'a link to copy by hand': async ({ app, page }) => {
    await page.addInitScript(() => {
      Clipboard.prototype.writeText = () => Promise.reject(new Error('no'));
      document.execCommand = () => false;
    });
    await app.open('?event=2023-03-10-saudi-iran-beijing');
    await app.button('Copy link').click();
    await expect(app.card.getByRole('textbox')).toBeVisible();
  },
  'the downloads': async ({ app, page }) => {
    await app.open('?region=middle-east');
    await app.button('Download').click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'the downloads, Chinese, dark': async ({ app, page }) => {
    await app.open('?lang=zh&scheme=dark');
    await app.button('下载').click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'a citation': async ({ app, page }) => {
    await app.open('?event=2023-03-10-saudi-iran-beijing');
    await app.card.getByRole('button', { name: 'Cite' }).click();
    await page.getByRole('radio', { name: 'BibTeX' }).check();
  },
  'a citation, Chinese, dark': async ({ app, page }) => {
    await app.open('?lang=zh&scheme=dark');
    await app.button('引用').click();
    await page.getByRole('radio', { name: 'GB/T 7714' }).check();
  },
  'a tooltip': async ({ app }) => {
    await app.open();
    await app.mark('First China–Arab States summit').first().focus();
    await expect(app.tooltip).toBeVisible();
  },
  'a cluster’s tooltip': async ({ app }) => {
    await app.open('?scheme=dark');
    await app.hoverMark(app.clusters.first());
    await expect(app.clusterList).toBeVisible();
  },
  'active filters and an ignored part': async ({ app }) =>
    app.open('?region=middle-east&kind=summit&time=2022..2023&q=arab&nothing=1'),
  'the numbers of the charts': async ({ app }) => {
    await app.open('?view=charts');
    for (const figure of await app.figures.all()) await figure.getByRole('button', { name: /^Data/ }).click();
  },
  'the numbers of the charts, Chinese, dark': async ({ app }) => {
    await app.open('?view=charts&lang=zh&scheme=dark');
    for (const figure of await app.figures.all()) await figure.getByRole('button', { name: /^数据/ }).click();
  },
  'a chart’s value': async ({ app, page }) => {
    await app.open('?view=charts');
    await page.locator('.figure-zone').first().focus();
    await expect(page.locator('.figure-tip')).toBeVisible();
  },
  'charts with a filter chosen': async ({ app }) => app.open('?view=charts&region=europe&time=2023-01..2023-03'),
  'no event on the timeline': async ({ app }) => app.open('?q=nothingcontainsthis'),
  'no event in the charts': async ({ app }) => app.open('?view=charts&q=nothingcontainsthis&scheme=dark'),
  'no event in the table': async ({ app }) => app.open('?view=table&q=nothingcontainsthis&lang=zh'),
  'the list of keys': async ({ app, page }) => {
    await app.open();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'the list of keys, letters off, Chinese, dark': async ({ app, page }) => {
    await app.open('?lang=zh&scheme=dark');
    await page.keyboard.press('?');
    await page.getByRole('switch').click();
    await expect(page.getByRole('switch')).not.toBeChecked();
  },
  'the help': async ({ app, page }) => {
    await app.open();
    await page.locator('.help-button').click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'the help, Chinese, dark': async ({ app, page }) => {
    await app.open('?lang=zh&scheme=dark');
    await page.locator('.help-button').click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'a card beside the outline, dark': async ({ app }) =>
    app.open('?view=outline&event=2023-03-10-saudi-iran-beijing&scheme=dark'),
  'no event in the outline': async ({ app }) => app.open('?view=outline&q=nothingcontainsthis'),
  'forced colours': async ({ app, page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await app.open('?event=2023-03-10-saudi-iran-beijing');
  },
  'print': async ({ app, page }) => {
    await app.open('?region=middle-east');
    await page.emulateMedia({ media: 'print' });
  },
  'no lanes': async ({ app }) => app.open('?lanes=none'),
  'the contents and figures of the source': async ({ app, page }) => {
    await app.open('?view=table&region=pacific');
    for (const summary of await page.getByRole('contentinfo').locator('summary').all()) await summary.click();
  },
  'the error of a dataset': async ({ page }) => {
    await page.route('**/broken.json', (route) => route.fulfill({ body: '{"format": 1}' }));
    await page.goto('./?data=broken.json');
    await page.getByRole('alert').filter({ visible: true }).waitFor();
  },
  'the error of a dataset, Chinese, dark': async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.route('**/broken.json', (route) => route.fulfill({ body: '{"format": 1}' }));
    await page.goto('./?data=broken.json&lang=zh');
    await page.getByRole('alert').filter({ visible: true }).waitFor();
  },
  'a failure': async ({ app, page, faults }) => {
    faults.mayFail = true;
    await app.open('?view=table');
    // As the panic hook shows it.
    await page.evaluate(() => document.getElementById('failure').removeAttribute('hidden'));
  },
};
for (const [name, reach] of Object.entries(STATES)) {
  test(`with ${name}`, async ({ app, page, faults }) => {
    await reach({ app, page, faults });
    await expectClean(page);
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  for (const view of VIEWS) {
    test(`${view} with a card, Chinese`, async ({ app, page }) => {
      await app.open(`?view=${view}&lang=zh&event=2023-03-10-saudi-iran-beijing`);
      await expectClean(page);
    });
    test(`${view}`, async ({ app, page }) => {
      await app.open(`?view=${view}`);
      await expectClean(page);
    });
  }
});

test('controls are named once and for all: no two neighbours alike', async ({ app, page }) => {
  await app.open('?event=2023-03-10-saudi-iran-beijing');
  for (const name of ['Zoom in', 'Zoom out', 'Show the whole record', 'Previous event', 'Next event', 'Close', 'Copy link']) {
    await expect(app.button(name)).toHaveCount(1);
  }
  await expect(page.getByRole('banner')).toHaveCount(1);
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('contentinfo')).toHaveCount(1);
  await expect(page.getByRole('search')).toHaveCount(1);
  await expect(page.getByRole('navigation', { name: 'Views' })).toHaveCount(1);
});

test('a mark is named by its event, date, region and place', async ({ app }) => {
  await app.open();
  const shown = await app.count();
  await expect(app.mark('Saudi–Iran talks in Beijing: ties to be restored').first()).toHaveAccessibleName(
    new RegExp(`^Saudi–Iran talks in Beijing: ties to be restored, 6–10 March 2023|10 March 2023, Middle East, \\d+ of ${shown}$`),
  );
  for (const name of await app.marks.evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label')))) {
    expect(name).toMatch(new RegExp(`, \\d+ of ${shown}$|^\\d+ events, `));
    expect(name).not.toMatch(/, 0 of/);
  }
});
