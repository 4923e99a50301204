// The system's Chromium, for Playwright's tests, the frame timings and the screenshots.

import { executablePath } from './on_path.mjs';

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

/** Playwright's launch options. */
export const launchOptions = { executablePath: executablePath('Chromium', 'GSI_CHROMIUM', NAMES), args: ARGS };
