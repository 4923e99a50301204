// What a gesture does to the page, whatever it does to the timeline.

/** Records, after everything else has seen it, whether the page's own answer to an event was taken away. */
export async function watch(page, type) {
  await page.evaluate((type) => {
    window.seen = [];
    addEventListener(type, (event) => window.seen.push(event.defaultPrevented), { passive: true });
  }, type);
  return () => page.evaluate(() => window.seen);
}

/** How far the page is scrolled, px. */
export const scrolled = (page) => page.evaluate(() => scrollY);
