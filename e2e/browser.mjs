// The system's Chromium, for Playwright's tests, the frame timings and the screenshots.

import { executablePath } from './on_path.mjs';

// Without windows and what belongs to them the same engine runs the tests in two thirds of the time.
const SHELL = 'chromium-headless-shell';
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

const optionsFor = (variable, names) => ({ executablePath: executablePath('Chromium', variable, names), args: ARGS });

/** Playwright's launch options for the whole browser. */
export const launchOptions = optionsFor('GSI_CHROMIUM', NAMES);

/** Those for the tests: without windows where the system has such a Chromium. */
export const testOptions = optionsFor('GSI_CHROMIUM_SHELL', [SHELL, ...NAMES]);
