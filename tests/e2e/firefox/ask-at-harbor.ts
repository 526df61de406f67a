import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { demoProducts } from '../harness/order-at';
import type { World } from '../harness/start-world';
import { closeWindow } from './close-window';
import { formOn } from './form';
import type { FirefoxWithExtension } from './launch-firefox';

/** Harbor's checkout, whose own button asks for the signature. Answers the sign window’s page, in a tab: puppeteer can’t
 * drive a window that the extension opened, so that one is closed. */
export async function askAtHarbor(firefox: FirefoxWithExtension, world: World): Promise<Page> {
  const page = await firefox.browser.newPage();
  const form = formOn(page);
  const item = world.state.harbor.catalogue.byNdc(demoProducts.oxycodone10);
  if (!item) throw new Error('Harbor doesn’t sell it');
  await page.goto(`${world.urls.harbor}/order-guide`);
  await form.fill('Name', 'tech');
  await form.press('Sign in');
  const saved = page.waitForResponse((response) => response.url().endsWith('/api/cart'));
  await form.fill(`Quantity of ${item.name} ${item.strength}`, '3');
  await page.keyboard.press('Tab');
  await saved;
  await page.goto(`${world.urls.harbor}/checkout`);
  await form.press('Sign with Countersign');
  let request = '';
  await expect
    .poll(
      async () => {
        const address = await closeWindow(firefox.browser, '/sign.html');
        request = address === null ? '' : (new URL(address).searchParams.get('request') ?? '');
        return request;
      },
      { timeout: 15_000 },
    )
    .not.toBe('');
  return firefox.openExtensionPage(`sign.html?request=${encodeURIComponent(request)}`);
}
