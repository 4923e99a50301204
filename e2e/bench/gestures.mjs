// Mouse gestures, sent through the DevTools protocol at the pace of a mouse.

import { setTimeout as pause } from 'node:timers/promises';

// A common mouse reports 125 times a second.
const REPORT_MS = 8;
const N_WHEEL = 120;
const N_MOVES = 180;
const CTRL = 2;
const SHIFT = 8;

const send = (mouse, event) => mouse.send('Input.dispatchMouseEvent', event);

/** Sends events on the clock, without waiting for the page: a person does not, either. */
async function paced(mouse, events) {
  const started = performance.now();
  const sent = [];
  for (const [idx, event] of events.entries()) {
    await pause(Math.max(0, started + idx * REPORT_MS - performance.now()));
    sent.push(send(mouse, event));
  }
  await Promise.all(sent);
}

function wheel(name, at, modifiers, deltaY) {
  const event = { type: 'mouseWheel', ...at, deltaX: 0, deltaY, modifiers };
  return { name, run: (mouse) => paced(mouse, Array(N_WHEEL).fill(event)) };
}

function drag(name, from, to) {
  const at = (share) => ({
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
  });
  const button = { button: 'left', buttons: 1 };
  const moves = Array.from({ length: N_MOVES }, (_, idx) => ({
    type: 'mouseMoved',
    ...at((idx + 1) / N_MOVES),
    ...button,
  }));
  const run = async (mouse) => {
    await send(mouse, { type: 'mouseMoved', ...from });
    await send(mouse, { type: 'mousePressed', ...from, ...button, clickCount: 1 });
    await paced(mouse, moves);
    await send(mouse, { type: 'mouseReleased', ...to, button: 'left', buttons: 0, clickCount: 1 });
  };
  return { name, run };
}

async function box(page, selector) {
  // Not scrolled to: the overview sticks to the foot of the screen, and scrolling would move the other boxes.
  const found = await page.locator(selector).first().boundingBox();
  if (!found) throw new Error(`${selector} is not on the page`);
  return found;
}

/** A point inside a box, by shares of its width and height. */
const inside = ({ x, y, width, height }, across, down) => ({
  x: x + width * across,
  y: y + height * down,
});

/** The gestures in the order to do them: panning needs a zoomed timeline. */
export async function gestures(page) {
  const overview = await box(page, '.overview');
  const stage = await box(page, '.timeline-stage');
  const { height } = page.viewportSize();
  // The part of the stage that is on the screen and not under the overview.
  const seen = { ...stage, height: Math.min(stage.height, height - stage.y, overview.y - stage.y) };
  const center = inside(seen, 0.5, 0.5);
  return [
    wheel('zoom in: ctrl+wheel', center, CTRL, -10),
    wheel('pan: shift+wheel', center, SHIFT, 20),
    drag('pan: drag', inside(seen, 0.25, 0.6), inside(seen, 0.85, 0.6)),
    drag('overview: drag', inside(overview, 0.3, 0.3), inside(overview, 0.7, 0.3)),
    wheel('zoom out: ctrl+wheel', center, CTRL, 10),
  ];
}
