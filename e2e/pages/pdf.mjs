// What a PDF says, page by page.

import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

// Fonts draw some ideographs and their radicals, and some dashes, with one glyph; a PDF names it by either.
// The radicals of simplified characters, by EquivalentUnifiedIdeograph of Unicode: NFKC leaves them.
const SAME_GLYPH = Object.fromEntries(
  ['⺠民', '⻁虎', '⻄西', '⻅见', '⻆角', '⻉贝', '⻋车', '⻓长', '⻔门', '⻘青', '⻙韦', '⻚页', '⻛风', '⻜飞', '⻝食', '⻢马', '⻣骨', '⻤鬼',
    '⻥鱼', '⻦鸟', '⻨麦', '⻩黄', '⻬齐', '⻮齿', '⻰龙', '⻳龟', '\u2015\u2014'].map((pair) => [...pair]),
);

/** Text as it is compared: forms of one character unified, and without the spaces that lines end in. */
export const bare = (text) =>
  text.normalize('NFKC').replace(/[\u2e80-\u2eff\u2015]/g, (c) => SAME_GLYPH[c] ?? c).replace(/[\s\u200b\u00ad]+/g, '');

/** Each page as its runs of text, `{ text, x, y }` in points from the bottom left, and as one bare text. */
export async function pagesOf(pdf) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS }).promise;
  const pages = [];
  for (let i = 1; i <= document.numPages; i += 1) {
    const page = await document.getPage(i);
    const { items } = await page.getTextContent();
    const runs = items.map(({ str, transform }) => ({ text: bare(str), x: transform[4], y: transform[5] }));
    pages.push({ runs: runs.filter(({ text }) => text), text: runs.map(({ text }) => text).join('') });
  }
  await document.destroy();
  return pages;
}
