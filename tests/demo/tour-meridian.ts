import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { say } from '@/lib/words';
import { demoPassword } from '../pki/demo-subscribers';
import { orderState } from '../e2e/harness/archive-reader';
import { opensslVerdict } from '../e2e/harness/openssl-verdict';
import { orderAtMeridian } from '../e2e/harness/order-at';
import { panelOf } from '../e2e/harness/panel';
import { recordReceipt } from '../e2e/harness/record-receipt';
import { acceptHonesty, signOrder } from '../e2e/harness/sign-window';
import { SIGN_WINDOW, type Scene } from './scene';
import { showPopup } from './show-popup';

/** The old table portal: signed into its form, accepted, shipped in two parts, received. */
export async function tourMeridian(scene: Scene): Promise<void> {
  const { extension, world, shots } = scene;
  const book = world.state.meridian;
  const page = await extension.context.newPage();
  const panel = panelOf(page);
  await orderAtMeridian(page, world, { oxycodone5: 4, hydrocodone: 6, fentanyl: 2 });
  await panel.says(/fentanyl/i);
  await shots.take('meridian-panel', 'Meridian: the order is detected, the panel shows its lines', page);

  await panel.click(/review and sign/i);
  const window = await extension.signWindow();
  await window.setViewportSize(SIGN_WINDOW);
  await window.getByRole('heading', { name: say('honesty.title') }).waitFor();
  await shots.take('before-the-first', 'Before the first signature: what Countersign is not', window, {
    fullPage: true,
  });
  await acceptHonesty(window);
  await expect(window.getByRole('button', { name: say('sign.sign') })).toHaveAttribute(
    'aria-disabled',
    'false',
  );
  await shots.take(
    'sign-window',
    'The sign window: the order parsed back from the bytes to be signed',
    window,
    { fullPage: true },
  );
  const number = await signOrder(window, { password: demoPassword });
  await shots.take('signed', `Signed and archived as ${number}`, window);
  await window.close();

  await page.bringToFront();
  await expect(page.locator('#signed-order')).not.toHaveValue('');
  await shots.take(
    'meridian-field',
    'The signed order is in Meridian’s form; its own button submits it',
    page,
  );
  await page.getByRole('button', { name: 'Submit Signed Order' }).click();
  await page.getByText('Accepted.').waitFor();
  await shots.take(
    'meridian-accepted',
    'Meridian verified it: signature, chain, CRL, DEA number, schedules, fields',
    page,
  );
  await saveAndVerify(scene, number);

  book.ship(number, { 1: 4, 2: 4 });
  await page.goto(`${world.urls.meridian}/csos/order.asp?csos=${number}`);
  await panel.says(/not recorded as received/);
  await shots.take('meridian-shipped', 'Meridian ships a part: the panel asks for the receipt', page);
  await expect.poll(() => extension.badge()).toBe('1');
  await showPopup(scene, 'popup-due', 'The popup: what must I do now? The badge says 1');

  const received = await recordReceipt(extension, number, { 1: 4, 2: 4 }, async (moment, receipt) => {
    if (moment === 'counted') await shots.take('receive-counted', 'Counted line by line', receipt);
    if (moment === 'review')
      await shots.take('receive-review', 'The record before it is kept for good', receipt);
  });
  await shots.take('received', 'Recorded with quantity, date and name; the balance stays open', received);
  await received.close();

  book.ship(number);
  await page.goto(`${world.urls.meridian}/csos/order.asp?csos=${number}`);
  await panel.says(new RegExp(say('state.partly-received'), 'i'));
  const last = await recordReceipt(extension, number, { 2: 2, 3: 2 });
  await last.getByRole('link', { name: say('ui.action.order') }).click();
  await last.getByRole('heading', { name: say('orders.timeline') }).waitFor();
  await shots.take('order-timeline', 'The balance came too: everything that happened to the order', last, {
    fullPage: true,
  });
  await last.close();
  await page.close();
}

/** Saves the signed order as a user does, and lets OpenSSL judge the file. */
async function saveAndVerify({ extension, world, shots }: Scene, number: string): Promise<void> {
  const { orderId } = await orderState(extension, number);
  const page = await extension.open(`workspace.html#/orders/${encodeURIComponent(orderId)}`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: say('sign.save') }).click(),
  ]);
  const file = join(shots.folder, `order-${number}.p7m`);
  await download.saveAs(file);
  await page.close();
  const bytes = readFileSync(file);
  const sent = world.state.meridian.find(number)?.cms ?? new Uint8Array();
  if (!bytes.equals(sent)) throw new Error(`${file} isn't what the supplier received`);
  console.log(
    `order-${number}.p7m           the signed order; OpenSSL says: ${opensslVerdict(bytes, world.pki.root)}`,
  );
}
