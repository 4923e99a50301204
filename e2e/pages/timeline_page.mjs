// The page as a person knows it: its parts by their accessible names, in either language.

import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';

const either = (english, chinese) => new RegExp(`^(${english}|${chinese})`);

export const VIEWS = ['timeline', 'charts', 'table', 'outline', 'all'];
export const LANGUAGES = ['en', 'zh'];

const TABS = { timeline: /^(Timeline|时间线)$/, charts: /^(Charts|图表)$/, table: /^(Table|表格)$/, outline: /^(Outline|大纲)$/, all: /^(Together|同屏)$/, story: /^(Stories|讲解)$/ };

/** Waits until the page has fetched what it loads after the first view, which a print cannot wait for. */
export async function wholeOf(page) {
  await page.locator('html[data-whole]').waitFor();
}

/**
 * The page has come to rest: for so many frames nothing in it has changed, moved or scrolled, what was put off to the
 * next turn is done, and no part is on its way. The driver has heard of the address, too.
 */
export async function settled(page, frames = 2) {
  const address = await page.evaluate(async (frames) => {
    let still = 0;
    const stir = () => { still = 0; };
    const changes = new MutationObserver(stir);
    changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    addEventListener('scroll', stir, true);
    const frame = () => new Promise((done) => { requestAnimationFrame(done); });
    // What is put off may put off something itself.
    const turns = () => new Promise((done) => { setTimeout(() => setTimeout(done)); });
    const isMoving = () => document.getAnimations().some(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime < Infinity);
    while (still < frames) {
      await turns();
      await frame();
      still = isMoving() || document.querySelector('.app .loading') ? 0 : still + 1;
    }
    changes.disconnect();
    removeEventListener('scroll', stir, true);
    return location.href;
  }, frames);
  await expect.poll(() => page.url()).toBe(address);
}

/** A swipe goes on after the finger is lifted, and a wheel after it was turned: nothing has moved for ten frames. */
export async function atRest(page) {
  await settled(page, 10);
}

export class TimelinePage {
  constructor(page) {
    this.page = page;
    this.headline = page.getByRole('heading', { level: 1 });
    this.search = page.getByRole('textbox', { name: either('Search events', '搜索事件') });
    this.filters = page.getByRole('group', { name: /^(Filters|筛选)$/ });
    this.timeline = page.getByRole('region', { name: /^Timeline of|的时间线$/ });
    this.drawing = page.getByRole('group', { name: either('Arrow keys move', '方向键') });
    this.marks = this.drawing.getByRole('button');
    this.clusters = this.drawing.getByRole('button', { name: /^\d+( events, |项事件，)/ });
    this.stage = page.locator('.timeline-stage');
    // On a phone: the lines beside the spine, the counts among them, the strip, the sheet's handle, the drawer.
    this.lines = this.drawing.locator('.spine-row');
    this.counts = this.drawing.getByRole('button', { name: /^\d+ more events?, |另有\d+项事件$/ });
    this.strip = page.getByRole('slider', { name: /^(The whole record|全部记录)$/ });
    this.handle = page.getByRole('button', { name: /^(Open in full|Make smaller|展开全文|收起)$/ });
    this.drawer = page.getByRole('dialog', { name: /^(Filters|筛选)$/ });
    this.tooltip = page.getByRole('tooltip');
    // A cluster's has entries to press, so it is a group and no tooltip.
    this.clusterList = this.stage.getByRole('group', { name: /^\d+( events|项事件)/ });
    this.entries = this.clusterList.getByRole('button');
    this.card = page.getByRole('complementary');
    this.table = page.getByRole('table', { name: /as shown$|^当前显示的/ });
    this.rows = this.table.locator('tr.table-row');
    this.figures = page.getByRole('figure');
    this.overview = page.getByRole('group', { name: either('Overview', '总览') });
    this.start = page.getByRole('slider', { name: /^(Start of the period|时段起点)$/ });
    this.end = page.getByRole('slider', { name: /^(End of the period|时段终点)$/ });
    // The one region that speaks, by what it says.
    this.live = page.locator('[aria-live=polite]').last();
    // The bar at the foot of a phone's screen.
    this.bar = page.getByRole('group', { name: /^(Bar|工具栏)$/ });
    this.viewButton = this.bar.getByRole('button', { name: /^(View: |视图：)/ });
    this.filtersButton = this.bar.getByRole('button', { name: /^(Filters|筛选)/ });
    this.searchButton = this.bar.getByRole('button', { name: /^(Search|搜索)$/ });
    this.moreButton = this.bar.getByRole('button', { name: /^(More|更多)$/ });
    this.languageSwitch = page.getByRole('button', { name: /^(English|中文)$/ });
    this.schemeSwitch = page.getByRole('button', { name: either('Colour scheme', '配色') });
  }

  /** Opens an address of the site and waits until the page answers. */
  async open(query = '') {
    await this.page.goto(`./${query}`);
    await this.ready();
  }

  async ready() {
    await this.page.locator('.app[data-ready]').waitFor();
    await this.page.evaluate(() => document.fonts.ready);
    await this.settled();
  }

  async settled() {
    await settled(this.page);
  }

  async atRest() {
    await atRest(this.page);
  }

  /** Where something visible stands once nothing moves. */
  async boxOf(locator) {
    await expect(locator).toBeVisible();
    await this.settled();
    return locator.boundingBox();
  }

  tab(view) {
    return this.page.getByRole('navigation').getByRole('button', { name: TABS[view] });
  }

  /** On a phone the views, and all that can be done with the page, are behind buttons of the bar. */
  async openPanel(button) {
    if (!(await this.bar.isVisible())) return;
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
  }

  async show(view) {
    await this.openPanel(this.viewButton);
    const tab = this.page.getByRole('navigation', { includeHidden: true }).getByRole('button', { name: TABS[view], includeHidden: true });
    await this.tab(view).click();
    await expect(tab).toHaveAttribute('aria-current', 'page');
    await this.settled();
  }

  /** The button of a menu of the filter bar, whose words may be followed by a count. */
  menu(name) {
    return this.filters.getByRole('button', { name: new RegExp(`^${name}( ?\\d+)?$`) });
  }

  lane(name) {
    return this.timeline.getByRole('button', { name: new RegExp(`^${name} \\d+$`) });
  }

  /** The marks of an event: one in each of its lanes. */
  mark(title) {
    return this.drawing.getByRole('button', { name: `${title}, ` });
  }

  button(name) {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** What a press saves: the file's name, bytes and text. */
  async saved(button) {
    const [download] = await Promise.all([this.page.waitForEvent('download'), button.click()]);
    const bytes = await readFile(await download.path());
    return { name: download.suggestedFilename(), bytes, text: bytes.toString('utf8') };
  }

  /** Saves a file from the dialog of downloads and closes it. */
  async download(format, scope) {
    await this.button('Download').click();
    const dialog = this.page.getByRole('dialog', { name: 'Download' });
    const file = await this.saved(dialog.getByRole('button', { name: `${format}: ${scope} (` }));
    await this.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    return file;
  }

  /** The headline as it is written elsewhere: the page keeps a dot beside what it follows by a space that does not break. */
  async headlineWords() {
    return (await this.headline.textContent()).replaceAll('\u00a0', ' ');
  }

  /** How many events the headline says are shown. */
  async count() {
    return Number.parseInt(await this.headline.textContent(), 10);
  }

  parameter(name) {
    return new URL(this.page.url()).searchParams.get(name);
  }

  /** First and last day in view, as the handles of the overview say, and how many days that is. */
  async period() {
    const day = async (slider) => Number(await slider.getAttribute('aria-valuenow'));
    const [first, last] = [await day(this.start), await day(this.end)];
    return { first, last, days: last - first + 1 };
  }

  /** Taps what may be out of sight: a tap lands where the page stands when it arrives, so it is scrolled to before. */
  async tap(locator) {
    await locator.scrollIntoViewIfNeeded();
    await this.atRest();
    await locator.tap();
  }

  /** Where a mark's glyph is on the screen, after bringing it into the middle. */
  async place(mark) {
    await mark.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await this.settled();
    return mark.evaluate((element) => {
      const { e, f } = element.getScreenCTM();
      return { x: e, y: f };
    });
  }

  async clickMark(mark) {
    const { x, y } = await this.place(mark);
    await this.page.mouse.click(x, y);
  }

  async hoverMark(mark) {
    const { x, y } = await this.place(mark);
    await this.page.mouse.move(x, y);
  }

  /** The part of the stage that is on the screen and not under anything. */
  async stageBox() {
    return this.stage.evaluate((stage) => {
      const box = stage.getBoundingClientRect();
      const top = Math.max(box.top, document.querySelector('.timeline-axis').getBoundingClientRect().bottom);
      const foot = document.querySelector('.timeline-foot').getBoundingClientRect();
      const bottom = Math.min(box.bottom, innerHeight, foot.top > top ? foot.top : Infinity);
      return { x: box.left, y: top, width: box.width, height: bottom - top, left: box.left };
    });
  }

  /** A place of the stage far from every mark and label, as near to the middle as there is one. */
  async emptyPlace() {
    const box = await this.stageBox();
    return this.drawing.evaluate((drawing, box) => {
      const boxes = [...drawing.querySelectorAll('[role=button]')].map((mark) => mark.getBoundingClientRect());
      const isFree = ({ x, y }) =>
        boxes.every((b) => x < b.left - 16 || x > b.right + 16 || y < b.top - 4 || y > b.bottom + 4);
      const places = [];
      for (let x = box.x + 30; x < box.x + box.width - 30; x += 6) {
        for (let y = box.y + 6; y < box.y + box.height - 6; y += 4) places.push({ x, y });
      }
      const far = ({ x, y }) => Math.hypot(x - box.x - box.width / 2, y - box.y - box.height / 2);
      const found = places.filter(isFree).sort((a, b) => far(a) - far(b))[0];
      if (!found) throw new Error('no empty place in the timeline');
      return found;
    }, box);
  }

  /** Presses, moves in steps and releases, and waits until all of it is drawn. */
  async drag(from, to) {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 8 });
    await mouse.up();
    await this.settled();
  }

  async wheel(place, { dx = 0, dy = 0, key } = {}) {
    const { mouse, keyboard } = this.page;
    await mouse.move(place.x, place.y);
    if (key) await keyboard.down(key);
    await mouse.wheel(dx, dy);
    if (key) await keyboard.up(key);
    await this.settled();
  }

  /** What one sees of the state once the page is at rest, for comparing before and after. */
  async state() {
    await this.settled();
    const count = await this.count();
    const card = (await this.card.count()) ? await this.card.getByRole('heading', { level: 2 }).textContent() : null;
    const current = await this.page.locator('[aria-current=page]').textContent();
    const period = (await this.start.count()) ? await this.period() : null;
    return { url: this.page.url(), headline: await this.headline.textContent(), count, card, current, period };
  }
}
