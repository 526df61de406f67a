import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { demoProducts } from '../harness/order-at';
import { startWorld, type World } from '../harness/start-world';
import { closedShadowText } from './closed-shadow-text';
import { launchFirefox, type FirefoxWithExtension } from './launch-firefox';

test.describe.configure({ mode: 'serial' });

let firefox: FirefoxWithExtension;
let world: World;
test.beforeAll(async () => {
  [firefox, world] = await Promise.all([launchFirefox(), startWorld()]);
});
test.afterAll(async () => {
  await firefox.browser.close();
  await world.stop();
});

async function press(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(selector)]);
}

/** Meridian's review page with one product in the cart, as a user gets there. */
async function orderInFirefox(page: Page): Promise<void> {
  const item = world.state.meridian.catalogue.byNdc(demoProducts.oxycodone5);
  await page.goto(`${world.urls.meridian}/signin.asp`);
  await page.type('#user', 'tech');
  await press(page, 'input[type=submit]');
  await page.type(`[name="qty_${item?.itemNumber ?? ''}"]`, '4');
  await press(page, '[name=review]');
}

test('loads in Firefox, and its popup opens', async () => {
  const popup = await firefox.openExtensionPage('popup.html');
  expect(await popup.title()).toContain('Countersign');
  await popup.waitForSelector('h1');
  await popup.close();
});

test('shows nothing on a site before it was allowed', async () => {
  const page = await firefox.browser.newPage();
  await orderInFirefox(page);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await closedShadowText(firefox.browser, page)).toBe('');
  await page.close();
});

test('detects an order on an allowed site, and the panel shows it', async () => {
  await firefox.allow('http://localhost/*');
  const page = await firefox.browser.newPage();
  await orderInFirefox(page);
  await expect
    .poll(() => closedShadowText(firefox.browser, page), { timeout: 15_000 })
    .toMatch(/OXYCODONE HCL 5MG TAB/);
  const text = await closedShadowText(firefox.browser, page);
  expect(text).toContain('4 × 100');
  expect(text).toContain('C-II');
});
