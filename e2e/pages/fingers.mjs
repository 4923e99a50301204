// Touches as the browser gets them from a screen: what it scrolls and zooms by itself is scrolled and zoomed.

export async function fingers(page) {
  const devtools = await page.context().newCDPSession(page);
  const send = (type, points) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  /** Puts fingers down, moves each to where it ends, and lifts them. */
  return async (from, to, steps = 8) => {
    await send('touchStart', from);
    for (let i = 1; i <= steps; i += 1) {
      const share = i / steps;
      await send('touchMove', from.map(([x, y], at) => [x + (to[at][0] - x) * share, y + (to[at][1] - y) * share]));
    }
    await send('touchEnd', []);
  };
}
