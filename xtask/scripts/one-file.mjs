// Writes each page of a built site once more as one file that needs no other: `gsi-timeline.html`, `gsi-timeline.zh.html`.
// It opens from a disk, where modules and requests are refused, so the program stands in it, compressed, as text.
// Usage: node one-file.mjs <folder>

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';

// What it weighs, and a little room; it should come to a million.
const MOST_BYTES = 1_250_000;

const PAGES = { 'index.html': 'gsi-timeline.html', 'index.zh.html': 'gsi-timeline.zh.html' };

// Five characters for four bytes, none of which means anything in HTML: a fifteenth less than base64.
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+-;=?@^_`{|}~,./:[]';

function inDigits(bytes) {
  const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  let text = '';
  for (let i = 0; i < padded.length; i += 4) {
    let number = padded.readUInt32BE(i);
    let five = '';
    for (let k = 0; k < 5; k += 1) {
      five = DIGITS[number % 85] + five;
      number = Math.floor(number / 85);
    }
    text += five;
  }
  return text;
}

// What the file does to have its program; `boot.js` calls it.
const UNPACK = (length) => `window.gsiProgram = function () {
  var digits = ${JSON.stringify(DIGITS.slice(0, 85))};
  var value = {};
  for (var d = 0; d < 85; d += 1) value[digits.charCodeAt(d)] = d;
  var text = document.getElementById('program').textContent;
  var bytes = new DataView(new ArrayBuffer(text.length / 5 * 4));
  for (var i = 0, at = 0; i < text.length; i += 5, at += 4) {
    var number = 0;
    for (var k = 0; k < 5; k += 1) number = number * 85 + value[text.charCodeAt(i + k)];
    bytes.setUint32(at, number);
  }
  var whole = new Blob([bytes.buffer.slice(0, ${length})]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(whole).text().then(function (source) {
    var script = document.createElement('script');
    script.textContent = source;
    document.head.appendChild(script);
    return window.gsiTimeline();
  });
};`;

function replaced(text, what, by, n = 1) {
  const found = text.match(what) ?? [];
  if (found.length < n) throw new Error(`the page has no ${what}`);
  return text.replace(what, by);
}

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node one-file.mjs <folder>');
  process.exit(1);
}
const read = (name) => readFile(join(folder, name), 'utf8');
const packed = gzipSync(await read('embed.js'), { level: constants.Z_BEST_COMPRESSION });
const program = inDigits(packed);
for (const [name, single] of Object.entries(PAGES)) {
  let page = await read(name);
  const style = /<link rel="stylesheet" href="\.\/([^"]+)">/;
  const css = await read(page.match(style)[1]);
  if (css.includes('</style')) throw new Error('the style sheet ends itself');
  const icon = /<link rel="icon" href="\.\/([^"]+)"[^>]*>/;
  const svg = await read(page.match(icon)[1]);
  page = replaced(page, style, () => `<style>\n${css.replace(/\/\*[^]*?\*\//g, '').replace(/\n\s+/g, '\n')}</style>`);
  page = replaced(page, icon, () => `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(svg)}">`);
  // Nothing lies beside it.
  page = page.replace(/<link rel="(?:alternate|canonical|preload|modulepreload)"[^>]*>\n?/g, '');
  page = replaced(page, /\s*<a href="events\.json"[^>]*>[^<]*<\/a>/g, '');
  page = replaced(page, /<html /, '<html data-copy ');
  page = replaced(page, /<script>/, () => `<script>\n${UNPACK(packed.length)}\n</script>\n<script>`);
  page = replaced(page, /<\/body>/, () => `<script type="text/plain" id="program">${program}</script>\n</body>`);
  const bytes = Buffer.byteLength(page);
  if (bytes > MOST_BYTES) throw new Error(`${single} is ${bytes} bytes, over ${MOST_BYTES}`);
  await writeFile(join(folder, single), page);
  console.log(`${single}: ${bytes} bytes`);
}
