import { expect } from '@playwright/test';
import { say } from '@/lib/words';
import { demoPassword } from '../../pki/demo-subscribers';
import { orderState } from './archive-reader';
import type { Extension } from './extension';
import { orderAtCascade, orderAtHarbor, orderAtMeridian, signAtCascade, type Packages } from './order-at';
import { panelOf } from './panel';
import { recordReceipt } from './record-receipt';
import { signOrder } from './sign-window';
import type { World } from './start-world';

/**
 * An order in each stage, placed and signed by hand: at Harbor one that shipped and is received, and one that is only accepted; at
 * Cascade one that the portal signed; at Meridian one that is signed and in its form, and was never submitted.
 */
export async function fillOrderBook(extension: Extension, world: World): Promise<void> {
  const page = await extension.context.newPage();
  const signAtHarbor = async (packages: Packages) => {
    await extension.context.clearCookies();
    await orderAtHarbor(page, world, packages);
    await page.getByRole('button', { name: 'Sign with Countersign' }).click();
    const window = await extension.signWindow();
    const number = await signOrder(window, { password: demoPassword });
    await window.close();
    await page.getByRole('heading', { name: number }).waitFor({ timeout: 20_000 });
    // The page said so; Countersign has to have read it before the page goes.
    await expect.poll(async () => (await orderState(extension, number)).phase).toBe('accepted');
    return number;
  };
  const received = await signAtHarbor({ oxycodone10: 6, testosterone: 1 });
  world.state.harbor.ship(received);
  await page.reload();
  await panelOf(page).says(new RegExp(say('state.shipped'), 'i'));
  await (await recordReceipt(extension, received, { 1: 6, 2: 1 })).close();
  await signAtHarbor({ hydrocodone: 6, methylphenidate: 2 });

  await orderAtCascade(page, world, { oxycodone10: 3 });
  await panelOf(page).click(/track this order/i);
  await panelOf(page).says(say('panel.notice.tracked'));
  const tracked = await signAtCascade(page);
  await panelOf(page).says(new RegExp(tracked.slice(3, 6)));

  await orderAtMeridian(page, world, { oxycodone5: 4, fentanyl: 2 });
  await panelOf(page).click(/review and sign/i);
  const window = await extension.signWindow();
  await signOrder(window, { password: demoPassword });
  await window.close();
  await expect(page.locator('#signed-order')).not.toHaveValue('');
  await page.close();
}
