import { say } from '@/lib/words';
import { demoPassword } from '../pki/demo-subscribers';
import {
  acceptHonesty,
  expect,
  opensslVerdict,
  orderAtMeridian,
  orderState,
  panelOf,
  recordReceipt,
  signOrder,
  test,
} from './harness';

test.use({ pharmacy: 'ready' });

test('table portal: detected, signed, accepted, partly shipped, received with reminders until then', async ({
  context,
  extension,
  world,
}) => {
  const page = await context.newPage();
  await orderAtMeridian(page, world, { oxycodone5: 4, fentanyl: 1 });
  const panel = panelOf(page);
  await panel.says(/oxycodone/i);
  await panel.says(/fentanyl/i);
  await panel.click(/review and sign/i);

  const window = await extension.signWindow();
  await acceptHonesty(window);
  await expect(window.getByText('97104-0552-01')).toBeVisible();
  const number = await signOrder(window, { password: demoPassword });
  expect(number).toMatch(/^\d{2}X[A-Z0-9]{6}$/);
  await expect(page.locator('#signed-order')).not.toHaveValue('');

  // Signed isn't submitted: the supplier's own button sends it.
  expect(world.state.meridian.find(number)).toBeUndefined();
  await page.bringToFront();
  await page.getByRole('button', { name: 'Submit Signed Order' }).click();
  await expect(page.getByText('Accepted.')).toBeVisible();
  const booked = world.state.meridian.find(number);
  expect(booked?.verdict).toBe('accepted');
  expect(opensslVerdict(booked?.cms ?? new Uint8Array(), world.pki.root)).toBe('CMS Verification successful');

  // The status page is read back; a partial shipment makes a receipt due.
  world.state.meridian.ship(number, { 1: 3 });
  await page.goto(`${world.urls.meridian}/csos/order.asp?csos=${number}`);
  await panel.says(new RegExp(say('state.partly-shipped'), 'i'));
  await expect.poll(() => extension.badge()).not.toBe('');
  await page.goto(`${world.urls.meridian}/csos/status.asp`);
  await panel.says(/not recorded as received/);
  const popup = await extension.openPopup();
  await expect(popup.getByText(number.slice(0, 3))).toBeVisible();

  await recordReceipt(extension, number, { 1: 3 });
  expect((await orderState(extension, number)).phase).toBe('partly-received');

  world.state.meridian.ship(number);
  await page.goto(`${world.urls.meridian}/csos/order.asp?csos=${number}`);
  await panel.says(new RegExp(number.slice(3, 6)));
  await recordReceipt(extension, number, { 1: 1, 2: 1 });
  await expect.poll(() => extension.badge()).toBe('');
});
