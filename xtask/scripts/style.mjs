// Shortens every style sheet of a folder, in place: no comments, no room, nothing rewritten for older browsers.
// Usage: node style.mjs <folder>

import { readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { transform } = createRequire(new URL('../../e2e/package.json', import.meta.url))('lightningcss');

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node style.mjs <folder>');
  process.exit(1);
}
const sheets = (await readdir(folder)).filter((name) => name.endsWith('.css'));
if (sheets.length === 0) throw new Error(`${folder} has no style sheet`);
for (const name of sheets) {
  const file = join(folder, name);
  const { code, warnings } = transform({ filename: name, code: await readFile(file), minify: true });
  if (warnings.length > 0) throw new Error(warnings.map(({ message, loc }) => `${name}:${loc.line}: ${message}`).join('\n'));
  await writeFile(file, code);
}
