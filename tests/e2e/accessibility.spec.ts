import type { BrowserContext, Page } from '@playwright/test';
import { say } from '@/lib/words';
import { demoPassword } from '../pki/demo-subscribers';
import {
  acceptHonesty,
  expect,
  orderAtMeridian,
  orderState,
  panelOf,
  signOrder,
  test,
  type Extension,
  type World,
} from './harness';
import { brokenRules } from './harness/broken-rules';

/** A review of one Meridian order, in the window that asks whether its signer knows what this is not. */
async function reviewOne(context: BrowserContext, extension: Extension, world: World): Promise<Page> {
  const page = await context.newPage();
  await orderAtMeridian(page, world, { oxycodone5: 2, fentanyl: 1 });
  await panelOf(page).click(/review and sign/i);
  return extension.signWindow();
}

/** Places of the workspace that are the same whatever was ordered. */
const PLACES = [
  '',
  'orders',
  'suppliers',
  'certificates',
  'people',
  'archive',
  'setup',
  'setup/nature',
  'setup/registrant',
] as const;

async function brokenAt(workspace: Page, extension: Extension, place: string): Promise<string[]> {
  await workspace.goto(extension.url(`workspace.html#/${place}`));
  await workspace.getByRole('heading', { level: 1 }).waitFor();
  await expect(workspace.locator('[aria-busy=true]')).toHaveCount(0);
  return brokenRules(workspace, `workspace ${place}`);
}

test('a popup where nothing is set up keeps WCAG 2.2 AA, light and dark', async ({ extension }) => {
  const popup = await extension.openPopup();
  await popup.getByRole('heading', { level: 2 }).first().waitFor();
  expect(await brokenRules(popup, 'popup, fresh')).toEqual([]);
});

test.describe('in a pharmacy that is set up', () => {
  test.use({ pharmacy: 'ready' });

  test('the windows of an order keep WCAG 2.2 AA, light and dark', async ({ context, extension, world }) => {
    const found: string[] = [];
    const window = await reviewOne(context, extension, world);
    await window.getByRole('heading', { name: say('honesty.title') }).waitFor();
    found.push(...(await brokenRules(window, 'what it is not')));
    await acceptHonesty(window);
    const sign = window.getByRole('button', { name: say('sign.sign') });
    await expect(sign).toHaveAttribute('aria-disabled', 'false');
    found.push(...(await brokenRules(window, 'sign window')));
    const number = await signOrder(window, { password: demoPassword });
    found.push(...(await brokenRules(window, 'signed')));
    await window.close();

    const id = encodeURIComponent((await orderState(extension, number)).orderId);
    const workspace = await context.newPage();
    for (const place of [`orders/${id}`, `receive/${id}`])
      found.push(...(await brokenAt(workspace, extension, place)));
    const popup = await extension.openPopup();
    await popup.getByRole('heading', { level: 2 }).first().waitFor();
    found.push(...(await brokenRules(popup, 'popup, with a duty')));
    expect(found).toEqual([]);
  });

  test('every place of the workspace keeps WCAG 2.2 AA, light and dark', async ({ context, extension }) => {
    const found: string[] = [];
    const workspace = await context.newPage();
    for (const place of PLACES) found.push(...(await brokenAt(workspace, extension, place)));
    expect(found).toEqual([]);
  });
});
