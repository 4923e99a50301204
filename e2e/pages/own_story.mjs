// A story somebody made: as the text of a file, and in the fragment of a link.

/** The text of a file with one story. */
export const fileOf = (stops, story = {}) =>
  JSON.stringify({ format: 1, stories: [{ id: 'a-story', title: { en: 'Sent by a friend' }, stops, ...story }] });

/** The story in a fragment, as a browser that cannot compress writes it. */
export const fragment = (stops, story = {}) =>
  `#story=p.${Buffer.from(fileOf(stops, story), 'utf8').toString('base64url')}`;
