// Writes `<file>.br` and `<file>.gz` beside every text and wasm file of a folder.
// Usage: node compress.mjs <folder>

import { readFile, readdir, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

// Images and fonts are compressed already.
const COMPRESSIBLE = new Set([
  '.bib', '.css', '.csv', '.html', '.ics', '.js', '.json', '.map', '.md', '.mjs', '.ris', '.svg',
  '.txt', '.wasm', '.webmanifest', '.xml',
]);

const brotli = (bytes) =>
  promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

const gzipped = (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION });

async function compress(file) {
  const bytes = await readFile(file);
  await Promise.all([
    brotli(bytes).then((smaller) => writeFile(`${file}.br`, smaller)),
    gzipped(bytes).then((smaller) => writeFile(`${file}.gz`, smaller)),
  ]);
}

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node compress.mjs <folder>');
  process.exit(1);
}
const entries = await readdir(folder, { recursive: true, withFileTypes: true });
const files = entries
  .filter((entry) => entry.isFile() && COMPRESSIBLE.has(extname(entry.name).toLowerCase()))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
await Promise.all(files.map(compress));
console.log(`compressed ${files.length} files of ${folder}/`);
