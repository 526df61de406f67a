import { expect, test } from '@playwright/test';
import { launchFirefox, type FirefoxWithExtension } from './launch-firefox';

let firefox: FirefoxWithExtension;
test.beforeAll(async () => {
  firefox = await launchFirefox();
});
test.afterAll(async () => {
  await firefox.browser.close();
});

test('loads in Firefox and its popup opens', async () => {
  const popup = await firefox.openExtensionPage('popup.html');
  expect(await popup.title()).toContain('Countersign');
});
