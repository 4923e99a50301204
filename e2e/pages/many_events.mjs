// A dataset of generated events, the same at every call: the terms of the embedded one, other events over its coverage.

/** A linear congruential generator. */
function dice(seed) {
  let state = BigInt(seed);
  return (n) => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & 0xffff_ffff_ffff_ffffn;
    return Number(state >> 33n) % n;
  };
}

const two = (n) => String(n).padStart(2, '0');

/** `embedded` is what `events.json` holds; a sixth of the events is known to the month, some to the year. */
export function manyEvents(embedded, count = 5000) {
  const below = dice(2022);
  const one = (list) => list[below(list.length)].id;
  const first = Date.UTC(2022, 0, 1);
  const events = Array.from({ length: count }, (_, i) => {
    const day = new Date(first + below(911) * 86_400_000);
    const [y, m, d] = [day.getUTCFullYear(), two(day.getUTCMonth() + 1), two(day.getUTCDate())];
    const kept = below(6);
    const date = kept === 0 ? `${y}-${m}` : kept === 1 && below(4) === 0 ? `${y}` : `${y}-${m}-${d}`;
    const kind = one(embedded.kinds);
    const regions = [...new Set([one(embedded.regions), one(embedded.regions)].slice(0, 1 + (below(4) === 0)))];
    return {
      id: `${date}-event-${i}`,
      date,
      kind,
      ...(kind === 'joint-statement' && { stance: one(embedded.stances) }),
      title: { en: `Event ${i}: ${i % 7 ? 'a meeting' : 'a meeting of many partners on questions of common security and what follows from them'}`, zh: `第${i}次会议` },
      summary: { en: `China and a partner met; this is record ${i}.`, zh: '双方举行会议。' },
      regions: regions.sort((a, b) => rank(embedded, a) - rank(embedded, b)),
      countries: [...new Set([one(embedded.countries), 'CN'])],
      themes: [below(20) + 1],
      importance: 1 + Math.floor(below(12) / 5),
      source: { section: embedded.source.sections[0].number },
    };
  });
  return { ...embedded, events, figures: [] };
}

const rank = (embedded, id) => embedded.regions.findIndex((region) => region.id === id);

/** Answers a request for `name` with so many events; never a part of the site. */
export async function serveMany(page, name, count) {
  let body;
  await page.route(`**/${name}`, async (route) => {
    body ??= JSON.stringify(manyEvents(await (await fetch(new URL('events.json', route.request().url()))).json(), count));
    await route.fulfill({ contentType: 'application/json', body });
  });
}
