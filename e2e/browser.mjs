// The system's Chromium, for Playwright's tests, the frame timings and the screenshots.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

// Without graphics hardware, and without looking for updates, accounts or experiments.
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** GSI_CHROMIUM, or the first browser on PATH. */
function executablePath() {
  if (process.env.GSI_CHROMIUM) return process.env.GSI_CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
  if (!found) {
    throw new Error('No Chromium on PATH: install one, or set GSI_CHROMIUM to its path.');
  }
  return found;
}

/** Playwright's launch options. */
export const launchOptions = { executablePath: executablePath(), args: ARGS };
