// What is not seen at first has a style sheet of its own. It comes with what it styles, and nothing of that is shown before.

import { expect, test } from '../pages/test.mjs';
import { elsewhere } from '../pages/elsewhere.mjs';

/** The sheet's name, and the classes that it styles and the page's first sheet does not. */
async function laterSheet(request) {
  const page = await (await request.get('./')).text();
  const [, first] = /<link rel="stylesheet" href="\.\/([^"]+)">/.exec(page);
  const [, later] = /"later": "\.\/([^"]+)"/.exec(page);
  const classes = async (name) => {
    const css = (await (await request.get(`./${name}`)).text()).replace(/\/\*[^]*?\*\//g, '');
    return [...css.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name);
  };
  const known = new Set(await classes(first));
  return { name: later, ownClasses: [...new Set(await classes(later))].filter((name) => !known.has(name)) };
}

/** A browser that is asked to save data: nothing is fetched that nobody asked for. */
const savesData = (page) => page.addInitScript(() => {
  Object.defineProperty(navigator, 'connection', { configurable: true, get: () => ({ saveData: true }) });
});

/** Holds the sheet back until it is let go. */
async function held(page, name) {
  let release;
  const free = new Promise((done) => { release = done; });
  await page.route(`**/${name}`, async (route) => {
    await free;
    await route.continue();
  });
  return release;
}

/** Keeps the names of all classes that stand in the page as long as the sheet is not there, in `window.bare`. */
const keepsClasses = (page) => page.addInitScript(() => {
  window.bare = new Set();
  const isStyled = () => getComputedStyle(document.documentElement).getPropertyValue('--styled') !== '';
  const keep = (element) => {
    // A dialog names what will stand in it.
    if (element.parentElement?.matches('.dialog-frame')) return;
    element.classList.forEach((name) => window.bare.add(name));
  };
  new MutationObserver((changes) => {
    if (isStyled()) return;
    for (const { target, addedNodes } of changes) {
      for (const node of [target, ...addedNodes]) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        keep(node);
        node.querySelectorAll('[class]').forEach(keep);
      }
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
});

const FRAMES = {
  'the page': { src: 'index.html?view=timeline&lang=en' },
  'the page for frames': { src: 'embed.html' },
  'the page for frames, without an origin': { src: 'embed.html', sandbox: 'allow-scripts' },
};
for (const [name, frame] of Object.entries(FRAMES)) {
  test(`in a frame it is asked for with the first thing that needs it: ${name}`, async ({ baseURL, page, request, faults }) => {
    const { name: sheet } = await laterSheet(request);
    const host = await elsewhere(baseURL, { frames: [{ width: 1000, height: 700, ...frame }] });
    try {
      await page.goto(host.url);
      const inside = page.frameLocator('iframe');
      await inside.locator('.app[data-ready]').waitFor();
      await expect(inside.locator('#served')).toHaveCount(0);
      const asked = () => host.asked.filter((url) => url.includes(sheet)).length;
      expect(asked()).toBe(0);
      await inside.locator('.timeline-mark[data-event]').first().press('Enter');
      await expect(inside.locator('.facts')).toHaveCSS('display', 'grid');
      expect(asked()).toBe(1);
    } finally {
      host.stop();
      // What the page around and its frame asked for is all of other origins.
      faults.foreign.length = 0;
    }
  });
}

test('a view waits for its styles, says so, and never stands there without them', async ({ app, page, request }) => {
  const { name, ownClasses } = await laterSheet(request);
  await savesData(page);
  await keepsClasses(page);
  const release = await held(page, name);
  await app.open('?view=timeline');
  const asked = page.waitForRequest(`**/${name}`);
  await app.tab('table').click();
  await asked;
  await expect(page.getByRole('status').filter({ hasText: 'Loading this part of the page…' })).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  release();
  const table = page.getByRole('table');
  await expect(table).toHaveCSS('border-collapse', 'collapse');
  const bare = await page.evaluate(() => [...window.bare]);
  expect(bare).toContain('timeline');
  expect(bare.filter((name) => ownClasses.includes(name))).toEqual([]);
});

const GONE = {
  'no answer': (route) => route.abort(),
  'another page in its place': (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<p>Welcome to the network</p>' }),
  'a part of it': (route) => route.fulfill({ status: 200, contentType: 'text/css', body: '.table { border-collapse: collapse; }' }),
};
for (const [what, answer] of Object.entries(GONE)) {
  test(`a sheet that does not come is asked for again: ${what}`, async ({ app, page, request, faults }) => {
    faults.mayFail = true;
    const { name } = await laterSheet(request);
    await savesData(page);
    await page.route(`**/${name}`, answer);
    await app.open('?view=timeline&region=africa');
    await app.tab('table').click();
    const alert = page.getByRole('alert').filter({ hasText: 'This part of the page could not be loaded' });
    await expect(alert).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
    await page.unroute(`**/${name}`);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('table')).toHaveCSS('border-collapse', 'collapse');
    await expect(alert).toHaveCount(0);
    // Nothing is left of what failed.
    expect(await page.evaluate((name) => document.head.querySelectorAll(`link[rel="stylesheet"][href$="${name}"]`).length, name)).toBe(1);
  });
}

for (const [width, height] of [[1700, 950], [1280, 800], [390, 844]]) {
  test(`whatever can be opened before it is there has its styles from the first: ${width} px`, async ({ page, request }) => {
    const { name, ownClasses } = await laterSheet(request);
    await page.setViewportSize({ width, height });
    await savesData(page);
    await keepsClasses(page);
    await held(page, name);
    // A page that asks for the sheet early is not loaded, for a browser, before the sheet is there: so that is not waited for.
    const open = async (query) => {
      await page.goto(`./${query}`, { waitUntil: 'commit' });
      await page.locator('.app[data-ready]').waitFor();
    };
    await open('?lang=en');
    const expectNoneBare = async (where) => {
      const bare = await page.evaluate(() => [...window.bare]);
      expect(bare).toContain('stage-column');
      expect(bare.filter((name) => ownClasses.includes(name)), where).toEqual([]);
    };
    if (width > 600) {
      await page.locator('.timeline-mark[data-event]').first().hover();
      await expect(page.locator('.tooltip')).toBeVisible();
      for (const button of await page.locator('.menu-button').all()) {
        await button.click();
        await expect(button).toHaveAttribute('aria-expanded', 'true');
      }
      await page.locator('.timeline-mark[data-event]').first().press('Enter');
    } else {
      const drawer = page.getByRole('dialog');
      await page.locator('.drawer-chip').first().click();
      await expect(drawer.getByRole('status').first()).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(drawer).toHaveCount(0);
      await page.locator('.bar-item').last().click();
      await expect(page.locator('.bar-panel:visible')).toBeVisible();
      await page.keyboard.press('Escape');
      await page.locator('.spine-row').first().click();
    }
    await expect(page.locator('.card')).toBeVisible();
    await page.locator('.source-details summary').first().press('Enter');
    await expect(page.locator('.source-details').first().getByRole('status')).toBeVisible();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expectNoneBare('what opens over the first view');
    for (const view of ['timeline', 'charts', 'all', 'story']) {
      await open(`?view=${view}&who=SA&pin=1&pin.region=africa&lang=en`);
      await expect(page.getByRole('status').filter({ hasText: 'Loading this part' }).first()).toBeVisible();
      await page.keyboard.press('?');
      await expectNoneBare(view);
    }
  });
}
