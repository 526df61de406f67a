import { defineConfig } from '@playwright/test';

/** Whole-browser tests. Chromium is driven by Playwright; Firefox ESR by puppeteer-core over WebDriver BiDi, under the same runner. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/e2e',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  // Three on two cores: tests wait for browsers to start and for windows to be looked at.
  workers: 3,
  forbidOnly: true,
  reporter: 'list',
  use: { screenshot: 'only-on-failure', actionTimeout: 10_000, navigationTimeout: 15_000 },
  projects: [
    { name: 'chromium', testIgnore: '**/firefox/**' },
    { name: 'firefox', testMatch: '**/firefox/*.spec.ts' },
  ],
});
