import { expect } from '@playwright/test';
import { say } from '@/lib/words';
import { demoPassword } from '../pki/demo-subscribers';
import { orderAtHarbor } from '../e2e/harness/order-at';
import { panelOf } from '../e2e/harness/panel';
import { recordReceipt } from '../e2e/harness/record-receipt';
import { acceptHonesty, signOrder } from '../e2e/harness/sign-window';
import { correctReceipt } from './correct-receipt';
import { SIGN_WINDOW, type Scene } from './scene';

/** The single-page portal: asks through the page API, with an order far from the usual; a bottle short, and found. */
export async function tourHarbor(scene: Scene): Promise<void> {
  const { extension, world, shots } = scene;
  const page = await extension.context.newPage();
  const panel = panelOf(page);
  await orderAtHarbor(page, world, { oxycodone30: 60, methylphenidate: 2 });
  await panel.says(/methylphenidate/i);
  await shots.take('harbor-panel', 'Harbor: a single-page portal, and an order far from the usual', page);

  await page.getByRole('button', { name: 'Sign with Countersign' }).click();
  const window = await extension.signWindow();
  await window.setViewportSize(SIGN_WINDOW);
  await acceptHonesty(window);
  await expect(window.getByRole('button', { name: say('sign.sign') })).toHaveAttribute(
    'aria-disabled',
    'false',
  );
  await shots.take(
    'sign-unusual',
    'What differs from the usual stands beside its line, with its numbers',
    window,
    { fullPage: true },
  );
  const number = await signOrder(window, {
    password: demoPassword,
    reason: 'Two new hospice patients on high doses since Monday',
  });
  await window.close();
  await page.getByRole('heading', { name: number }).waitFor({ timeout: 20_000 });
  await shots.take('harbor-accepted', `Harbor verified and accepted ${number}`, page);

  world.state.harbor.ship(number);
  await page.reload();
  await panel.says(new RegExp(say('state.shipped'), 'i'));
  await shots.take('harbor-shipped', 'Harbor shipped: the receipt is asked for on its own pages', page);
  const received = await recordReceipt(extension, number, { 1: 59, 2: 2 }, async (moment, receipt) => {
    if (moment !== 'counted') return;
    await receipt.getByLabel(/^Problem with line 1/).selectOption('short');
    await shots.take('receive-short', 'A bottle short: what is wrong stands with its line', receipt);
  });
  await received.close();
  await page.close();
  await correctReceipt(scene, number);
}
