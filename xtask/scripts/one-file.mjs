// Writes each page of a built site once more as one file that needs no other: `gsi-timeline.html`, `gsi-timeline.zh.html`.
// It opens from a disk, where modules and requests are refused, so the program stands in it, compressed, as text.
// Usage: node one-file.mjs <folder>

import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

// Packages of the build are those of the browser tests.
const { minify } = createRequire(new URL('../../e2e/package.json', import.meta.url))('terser');
const { compress } = await import('../../e2e/node_modules/lzma1/lib/index.js');

const MOST_BYTES = 1_000_000;

const PAGES = { 'index.html': 'gsi-timeline.html', 'index.zh.html': 'gsi-timeline.zh.html' };

// Five characters for four bytes, none of which means anything in HTML: a fifteenth less than base64.
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+-;=?@^_`{|}~,./:[]'.slice(0, 85);

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

// The classic script without its wasm, and each wasm that stands in it as one character a byte.
function taken(script) {
  const parts = [];
  const take = (_, before, text) => {
    parts.push(Uint8Array.from(text, (character) => character.charCodeAt(0)));
    return `${before}self.gsiParts[${parts.length - 1}]`;
  };
  const source = script
    .replace(/(new Response\()bytesOf\(`([^`]*)`\)/g, take)
    .replace(/(const program = )`([^`]*)`/, take)
    .replace('bytesOf(program)', 'program');
  if (parts.length === 0 || /bytesOf\(`/.test(source)) throw new Error('embed.js does not hold its program as expected');
  return { source, parts };
}

// Script and wasm behind each other, and where each of them ends.
async function packed(script) {
  const { source, parts } = taken(script);
  const { code } = await minify(source, { ecma: 2022 });
  const all = [Buffer.from(code), ...parts];
  let end = 0;
  const ends = all.map((part) => (end += part.length));
  return { ends, bytes: Buffer.from(compress(Buffer.concat(all), 9)) };
}

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
const { ends, bytes: program } = await packed(await read('embed.js'));
const unpack = await readFile(new URL('unpack.js', import.meta.url), 'utf8');
const unpacking = `(${unpack.replace(/^\s*\/\/.*\n/gm, '').replace(/^\s+/gm, '').trim()})(${JSON.stringify(DIGITS)}, ${JSON.stringify(ends)});`;
for (const [name, single] of Object.entries(PAGES)) {
  let page = await read(name);
  const style = /<link rel="stylesheet" href="\.\/([^"]+)">/;
  // What would come later stands in it from the first.
  const later = /"later": "\.\/([^"]+)"/;
  const css = (await read(page.match(style)[1])) + (await read(page.match(later)[1]));
  if (css.includes('</style')) throw new Error('the style sheet ends itself');
  const icon = /<link rel="icon" href="\.\/([^"]+)"[^>]*>/;
  const svg = await read(page.match(icon)[1]);
  page = replaced(page, style, () => `<style>\n${css.replace(/\/\*[^]*?\*\//g, '').replace(/\n\s+/g, '\n')}</style>`);
  page = replaced(page, later, () => '"later": null');
  page = replaced(page, icon, () => `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(svg)}">`);
  // Nothing lies beside it, and no search engine reads it.
  page = page.replace(/<link rel="(?:alternate|canonical|preload|modulepreload)"[^>]*>\n?/g, '');
  page = replaced(page, /<script type="application\/ld\+json">.*?<\/script>\n?/g, '');
  page = replaced(page, /\s*<a href="events\.json"[^>]*>[^<]*<\/a>/g, '');
  page = replaced(page, /<html /, '<html data-copy ');
  page = replaced(page, /<script>/, () => `<script>\n${unpacking}\n</script>\n<script>`);
  page = replaced(page, /<\/body>/, () => `<script type="text/plain" id="program">${inDigits(program)}</script>\n</body>`);
  const bytes = Buffer.byteLength(page);
  if (bytes > MOST_BYTES) throw new Error(`${single} is ${bytes} bytes, over ${MOST_BYTES}`);
  await writeFile(join(folder, single), page);
  console.log(`${single}: ${bytes} bytes`);
}
