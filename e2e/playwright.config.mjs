// End-to-end tests of the built site: `cargo xtask build`, then `npx playwright test`.

import { defineConfig } from '@playwright/test';
import { testOptions } from './browser.mjs';

const PORT = 4173;
// GSI_URL names a site that is served already.
const served = process.env.GSI_URL;
const url = served ?? `http://127.0.0.1:${PORT}/`;

export default defineConfig({
  testDir: 'tests',
  outputDir: 'output',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes at the second try hides a fault.
  retries: 0,
  workers: 2,
  // How long a slow and busy machine may take is no bound of the product's: those are asserted where they are measured.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./closing-line.mjs']],
  use: {
    baseURL: url,
    browserName: 'chromium',
    launchOptions: testOptions,
    locale: 'en-US',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    // Recording every step costs a quarter of the time: `--trace retain-on-failure` when one needs it.
    trace: 'off',
  },
  webServer: served ? undefined : {
    command: `cargo xtask serve --no-open --no-build --strict-port --port ${PORT}`,
    cwd: '..',
    url,
    reuseExistingServer: !process.env.CI,
    timeout: 120_000,
  },
});
