import { expect } from '@playwright/test';
import { say } from '@/lib/words';
import { orderAtCascade, signAtCascade } from '../e2e/harness/order-at';
import { panelOf } from '../e2e/harness/panel';
import { recordReceipt } from '../e2e/harness/record-receipt';
import type { Scene } from './scene';
import { showPopup } from './show-popup';

/** The portal that signs by itself: tracked, received here, open until the portal says so too. */
export async function tourCascade(scene: Scene): Promise<void> {
  const { extension, world, shots } = scene;
  const book = world.state.cascade;
  const page = await extension.context.newPage();
  const panel = panelOf(page);
  await orderAtCascade(page, world, { oxycodone10: 3, hydrocodone: 2 });
  await panel.click(/track this order/i);
  await panel.says(say('panel.notice.tracked'));
  await shots.take('cascade-tracked', 'Cascade signs by itself: the order is tracked from its cart', page);
  const number = await signAtCascade(page);
  await panel.says(new RegExp(number.slice(3, 6)));
  await shots.take('cascade-number', `Cascade shows its number, and the order has it: ${number}`, page);

  book.ship(number);
  await page.goto(`${world.urls.cascade}/orders/${number}`);
  await panel.says(new RegExp(say('state.shipped'), 'i'));
  const received = await recordReceipt(extension, number, { 1: 3, 2: 2 });
  await received.close();
  await showPopup(
    scene,
    'popup-portal',
    'Counted here; open until Cascade, which holds the signed order, says received',
  );

  book.receive(number, { 1: 3, 2: 2 }, book.today());
  await page.goto(`${world.urls.cascade}/orders/${number}`);
  await expect.poll(() => extension.badge()).toBe('');
  await shots.take('cascade-received', 'Cascade shows it as received: nothing is due any more', page);

  const orders = await extension.open('workspace.html#/orders');
  await orders.getByRole('table').waitFor();
  await shots.take('orders', 'All orders of all suppliers in one list', orders);
  await orders.close();
  await page.close();
}
