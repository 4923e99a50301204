// The system's Firefox, driven over WebDriver BiDi.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer from 'puppeteer-core';

const NAMES = ['firefox-esr', 'firefox'];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** GSI_FIREFOX, or the first Firefox on PATH. */
function executablePath() {
  if (process.env.GSI_FIREFOX) return process.env.GSI_FIREFOX;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
  if (!found) throw new Error('No Firefox on PATH: install one, or set GSI_FIREFOX to its path.');
  return found;
}

/** A Firefox of its own, with a fresh profile. */
export const launchFirefox = () =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: executablePath(),
    headless: true,
    extraPrefsFirefox: {
      'intl.accept_languages': 'en-GB',
      'intl.locale.requested': 'en-GB',
      // Tab reaches buttons and links on every system alike.
      'accessibility.tabfocus': 7,
      'ui.prefersReducedMotion': 1,
    },
  });
