// The system's Firefox, driven over WebDriver BiDi.

import puppeteer from 'puppeteer-core';
import { executablePath } from './on_path.mjs';

const NAMES = ['firefox-esr', 'firefox'];

/** A Firefox of its own, with a fresh profile. */
export const launchFirefox = () =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: executablePath('Firefox', 'GSI_FIREFOX', NAMES),
    headless: true,
    extraPrefsFirefox: {
      'intl.accept_languages': 'en-GB',
      'intl.locale.requested': 'en-GB',
      // Tab reaches buttons and links on every system alike.
      'accessibility.tabfocus': 7,
      'ui.prefersReducedMotion': 1,
    },
  });
