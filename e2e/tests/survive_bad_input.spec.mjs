// Broken addresses, broken datasets and a broken browser: the page says what is wrong and goes on.

import { readFileSync } from 'node:fs';
import { expect, test } from '../pages/test.mjs';

const note = (page) => page.getByRole('note').filter({ hasText: 'Not understood in the address' });

test('parts of the address that mean nothing are named, the rest holds', async ({ app, page }) => {
  await app.open('?view=nope&region=middle-east~atlantis&time=soon&event=none&color=red&lang=xx&sort=-size&theme=99');
  for (const part of ['view=nope', 'region=atlantis', 'time=soon', 'event=none', 'color=red', 'lang=xx', 'sort=-size', 'theme=99']) {
    await expect(note(page)).toContainText(part);
  }
  await expect(note(page)).not.toContainText('middle-east');
  await expect(app.headline).toHaveText(/^\d+ of \d+ events\s· Middle East\s· 2022–2024$/);
  await expect(app.timeline).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(note(page)).toHaveCount(0);
  await expect(app.marks).not.toHaveCount(0);
});

test('the note stays dismissed and names nothing in the next address', async ({ app, page }) => {
  await app.open('?colour=red');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await app.show('table');
  await page.goBack();
  await app.settled();
  expect(await page.evaluate(() => document.querySelectorAll('.app').length)).toBe(1);
});

test('in Chinese, too', async ({ app, page }) => {
  await app.open('?lang=zh&kind=dance');
  await expect(page.getByRole('note').filter({ hasText: '网址中有无法识别的部分' })).toContainText('kind=dance');
});

const ODD = [
  '?',
  '?&&&',
  '?=&=x&view',
  '?region=~~~',
  '?time=2023..',
  '?time=9999-99-99..0000-00-00',
  '?time=-99999999',
  '?q=%E0%A4%A&q=%',
  '?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
  '?view=%00&event=%F0%9F%98%80',
  `?q=${'a'.repeat(3000)}`,
  '?time=2023-11-05..2023-11-05',
  '?time=0001..0002',
  '?region=middle-east&region=africa',
  '#?secret=abc',
];
for (const query of ODD) {
  test(`the page answers to ${query.slice(0, 40)}`, async ({ app, page }) => {
    await app.open(query);
    await expect(app.headline).toHaveText(/^\d+ of \d+ events/);
    await expect(page.locator('#failure')).toBeHidden();
    await app.show('table');
    await app.show('charts');
    await app.show('timeline');
    await app.button('Show the whole record').click();
    await app.settled();
    await expect(page.locator('#failure')).toBeHidden();
  });
}

const embedded = JSON.parse(readFileSync(new URL('../../public/data/events.json', import.meta.url), 'utf8'));

function serve(page, name, body) {
  return page.route(`**/${name}`, (route) =>
    route.fulfill({ contentType: 'application/json', body: typeof body === 'string' ? body : JSON.stringify(body) }),
  );
}

/** A dataset of a few events, its parts as in the embedded one. */
function small(change = () => {}) {
  const dataset = structuredClone(embedded);
  dataset.id = 'small';
  dataset.title = { en: 'Small timeline', zh: '小时间线' };
  dataset.events = dataset.events.filter((event) => event.date.startsWith('2023-03'));
  dataset.figures = [];
  change(dataset);
  return dataset;
}

const BROKEN = {
  'a wrong date': [(d) => { d.events[1].date = '2023-02-30'; }, 'date', /2023-02-30/],
  'an unknown region': [(d) => { d.events[1].regions = ['atlantis']; }, 'regions', /atlantis/],
  'a missing translation': [(d) => { d.events[1].title.zh = ''; }, 'title', null],
  'a wrong type': [(d) => { d.events[1].importance = 'high'; }, 'importance', null],
};
for (const [name, [change, field, found]] of Object.entries(BROKEN)) {
  for (const lang of ['en', 'zh']) {
    test(`a dataset with ${name} is refused with event and field: ${lang}`, async ({ page, app }) => {
      const dataset = small(change);
      await serve(page, 'broken.json', dataset);
      await page.goto(`./?data=broken.json&lang=${lang}`);
      const alert = page.getByRole('alert').filter({ visible: true });
      await expect(alert.getByRole('heading', { level: 1 })).toHaveText(
        lang === 'en' ? 'This dataset cannot be shown' : '无法显示这个数据集',
      );
      const item = alert.getByRole('listitem').first();
      await expect(item).toContainText(dataset.events[1].id);
      await expect(item).toContainText(field);
      if (found) await expect(item).toContainText(found);
      if (lang === 'zh') {
        await expect(item).toContainText('字段');
        await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
      }
      const back = alert.getByRole('link');
      await expect(back).toHaveText(lang === 'en' ? 'Show the embedded dataset' : '显示内置数据集');
      await back.click();
      await app.ready();
      await expect.poll(() => app.count()).toBeGreaterThan(100);
    });
  }
}

test('what is no JSON is refused with its line', async ({ page }) => {
  await serve(page, 'broken.json', '{\n  "format": 1,\n  oops\n}');
  await page.goto('./?data=broken.json');
  await expect(page.locator('.dataset-errors').getByRole('listitem')).toContainText(/line 3/);
});

test('a file that is not there is named', async ({ page, faults }) => {
  faults.mayFail = true;
  await page.route('**/gone.json', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('./?data=gone.json');
  await expect(page.locator('.dataset-errors').getByRole('listitem')).toContainText(/gone\.json.*404/);
  await expect(page.getByRole('link', { name: 'Show the embedded dataset' })).toBeVisible();
});

for (const address of [
  'https://example.org/data.json',
  '//example.org/data.json',
  'http://127.0.0.1:1/data.json',
  'javascript:alert(1)',
  'data:application/json,{}',
]) {
  test(`a dataset elsewhere is refused and not asked for: ${address}`, async ({ page, faults, baseURL }) => {
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`./?data=${encodeURIComponent(address)}`);
    await expect(page.locator('.dataset-errors').getByRole('heading', { level: 1 })).toHaveText('This dataset cannot be shown');
    await expect(page.locator('.dataset-errors').getByRole('listitem')).toContainText(address);
    expect(asked.filter((url) => !url.startsWith(baseURL))).toEqual([]);
    expect(faults.foreign).toEqual([]);
  });
}

test('a refusal is in the page’s language', async ({ page }) => {
  await page.goto('./?lang=zh&data=https://example.org/x.json');
  await expect(page.locator('.dataset-errors').getByRole('listitem')).toHaveText(/^无法读取.*本站/);
});

test('a dataset of one’s own is shown in the same widget', async ({ app, page }) => {
  const dataset = small();
  await serve(page, 'small.json', dataset);
  await app.open('?data=small.json&time=2023');
  await expect.poll(() => app.count()).toBe(dataset.events.length);
  await expect(page).toHaveTitle(/Small timeline$/);
  await app.show('table');
  await expect(app.rows).toHaveCount(dataset.events.length);
  await app.rows.first().getByRole('button').click();
  await expect(app.card).toBeVisible();
  await expect.poll(() => app.parameter('data')).toBe('small.json');
  await page.reload();
  await app.ready();
  await expect(app.card).toBeVisible();
  await app.show('charts');
  await expect(app.figures).toHaveCount(6);
});

test('an unknown term of one’s own dataset is only data: nothing is run', async ({ app, page, faults }) => {
  const dataset = small((d) => {
    d.events[0].title.en = '<img src=x onerror="window.hacked = true">';
  });
  await serve(page, 'small.json', dataset);
  await app.open('?data=small.json&view=table');
  await expect(app.rows.filter({ hasText: '<img src=x' })).toHaveCount(1);
  expect(await page.evaluate(() => window.hacked)).toBeUndefined();
  expect(faults.errors).toEqual([]);
});

for (const [name, sabotage] of Object.entries({
  'elements cannot be made': () => {
    for (const method of ['createElement', 'createElementNS']) {
      const original = Document.prototype[method];
      Document.prototype[method] = function make(...args) {
        if (window.sabotaged) throw new Error(`${method} is broken`);
        return original.apply(this, args);
      };
    }
  },
})) {
  test(`if ${name} the page says so and keeps the state`, async ({ app, page, faults }) => {
    faults.mayFail = true;
    await page.addInitScript(sabotage);
    await app.open('?region=middle-east&time=2023');
    const failure = page.getByRole('alert').filter({ hasText: 'The page has stopped' });
    await expect(failure).toBeHidden();
    await page.evaluate(() => { window.sabotaged = true; });
    await app.tab('table').click();
    await expect(failure).toBeVisible();
    await expect(failure).toBeInViewport();
    await expect(failure).toContainText('Nothing of yours is lost');
    await expect(failure).toContainText('页面已停止运行');
    await expect(failure).toBeFocused();
    await page.evaluate(() => { window.sabotaged = false; });
    await failure.getByRole('link', { name: /Load the same view again/ }).click();
    await app.ready();
    await expect.poll(() => app.parameter('region')).toBe('middle-east');
    await expect.poll(() => app.parameter('time')).toBe('2023');
    await expect(app.headline).toContainText('Middle East · 2023');
    await expect(failure).toBeHidden();
  });
}

test('without a history to write to, everything else works', async ({ app, page }) => {
  await page.addInitScript(() => {
    History.prototype.pushState = () => { throw new DOMException('no', 'SecurityError'); };
    History.prototype.replaceState = () => { throw new DOMException('no', 'SecurityError'); };
  });
  await app.open();
  await app.show('table');
  await app.search.fill('summit');
  await expect(app.headline).toContainText('“summit”');
  await expect(app.rows).toHaveCount(await app.count());
});

test('without storage, everything works', async ({ app, page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });
    }
  });
  await app.open();
  await app.schemeSwitch.click();
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'light');
});

test('without JavaScript the file can be had', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto('./');
  await expect(page).toHaveTitle('Global Security Initiative timeline');
  const href = await page.getByRole('link', { name: /All events as a file/ }).getAttribute('href');
  const response = await context.request.get(new URL(href, baseURL).href);
  expect((await response.json()).events.length).toBeGreaterThan(100);
  await context.close();
});
