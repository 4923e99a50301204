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

function wheel(at, modifiers, deltaY) {
  const event = { type: 'mouseWheel', ...at, deltaX: 0, deltaY, modifiers };
  return (mouse) => paced(mouse, Array(N_WHEEL).fill(event));
}

function drag(from, to) {
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
  return async (mouse) => {
    await send(mouse, { type: 'mouseMoved', ...from });
    await send(mouse, { type: 'mousePressed', ...from, ...button, clickCount: 1 });
    await paced(mouse, moves);
    await send(mouse, { type: 'mouseReleased', ...to, button: 'left', buttons: 0, clickCount: 1 });
  };
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
export function gestures(page) {
  // Measured when a gesture begins: zooming changes the height of the lanes, and the overview moves with it.
  const onStage = async (across) => {
    const [stage, overview] = [await box(page, '.timeline-stage'), await box(page, '.overview')];
    // The part of the stage that is on the screen and not under the overview.
    const bottom = Math.min(stage.y + stage.height, page.viewportSize().height, overview.y - 12);
    return inside({ ...stage, height: bottom - stage.y }, across, 0.5);
  };
  const onOverview = async (across) => inside(await box(page, '.overview'), across, 0.3);
  const once = (name, make) => ({ name, run: async (mouse) => (await make())(mouse) });
  return [
    once('zoom in: ctrl+wheel', async () => wheel(await onStage(0.5), CTRL, -10)),
    once('pan: shift+wheel', async () => wheel(await onStage(0.5), SHIFT, 20)),
    once('pan: drag', async () => drag(await onStage(0.25), await onStage(0.85))),
    once('overview: drag', async () => drag(await onOverview(0.3), await onOverview(0.7))),
    once('zoom out: ctrl+wheel', async () => wheel(await onStage(0.5), CTRL, 10)),
  ];
}
