// What a presentation shows, and what can be measured of it.

import { expect } from './test.mjs';
import { TimelinePage } from './timeline_page.mjs';

/** Luminance and contrast as WCAG reckons them, from what the page paints; run in the page. */
function measure() {
  // A phone held upright has larger units.
  const unit = Math.max(innerWidth < innerHeight ? 0.6 : 0.5, Math.min(innerWidth / 1280, innerHeight / 720));
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (color) => {
    const [r, g, b] = rgb(color).map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const color = getComputedStyle(e).backgroundColor;
      if (color !== 'rgba(0, 0, 0, 0)') return color;
    }
    return 'white';
  };
  // A number in a cell or a pill stands on the shape that was painted under it.
  const under = (text) => {
    const box = text.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const shapes = [...text.ownerSVGElement.querySelectorAll('rect')].filter((rect) => {
      const r = rect.getBoundingClientRect();
      const fill = getComputedStyle(rect).fill;
      return r.x <= x && x <= r.right && r.y <= y && y <= r.bottom && !fill.startsWith('url') && fill !== 'none'
        && fill !== 'rgba(0, 0, 0, 0)' && !rect.classList.contains('present-target')
        && text.compareDocumentPosition(rect) & Node.DOCUMENT_POSITION_PRECEDING;
    });
    return shapes.length ? getComputedStyle(shapes.at(-1)).fill : null;
  };
  const found = [];
  const walker = document.createTreeWalker(document.querySelector('.present'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const words = node.textContent.trim();
    if (!words || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const style = getComputedStyle(element);
    const isSvg = element instanceof SVGElement;
    const scale = isSvg ? element.getScreenCTM().a : 1;
    const [ink, below] = isSvg ? [style.fill, under(element) ?? ground(element.ownerSVGElement)] : [style.color, ground(element)];
    found.push({ words, units: (parseFloat(style.fontSize) * scale) / unit, contrast: contrast(ink, below) });
  }
  return found;
}

export class StagePage {
  constructor(page) {
    this.page = page;
    this.app = new TimelinePage(page);
  }

  open(query) {
    return this.app.open(query);
  }

  ready() {
    return this.app.ready();
  }

  get stage() {
    return this.page.getByRole('main', { name: /^(Presentation|演示)$/ });
  }

  get headline() {
    return this.stage.getByRole('heading', { level: 1 });
  }

  get count() {
    return this.page.locator('.present-count');
  }

  get drawing() {
    return this.page.locator('.present-drawing');
  }

  get marks() {
    return this.page.locator('.present-mark');
  }

  /** What is named on the stage, in order. */
  named() {
    return this.page.locator('.present-mark[aria-pressed="true"]').evaluateAll((all) => all.map((m) => m.getAttribute('aria-label')).sort());
  }

  /** The names of the periods along the axis. */
  axis() {
    return this.drawing.locator('text').evaluateAll((all) => all.slice(0, 12).map((text) => text.textContent));
  }

  async atStop(at, of, lang = 'en') {
    await expect(this.count).toHaveText(lang === 'zh' ? `${at} / ${of}` : `${at} of ${of}`);
  }

  /** No text below 24 units, none below 7:1. */
  async expectLegible() {
    await this.app.settled();
    const found = await this.page.evaluate(measure);
    expect(found.length).toBeGreaterThan(2);
    expect(found.filter(({ units }) => units < 23.95)).toEqual([]);
    expect(found.filter(({ contrast }) => contrast < 7)).toEqual([]);
  }
}
