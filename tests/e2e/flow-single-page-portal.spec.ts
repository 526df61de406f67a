import { say } from '@/lib/words';
import { demoPassword } from '../pki/demo-subscribers';
import {
  acceptHonesty,
  expect,
  opensslVerdict,
  orderAtHarbor,
  panelOf,
  recordReceipt,
  refuseOrder,
  signedOrders,
  signOrder,
  test,
} from './harness';

test.use({ pharmacy: 'ready' });

test('single-page portal: asks through the page API, gets the signature, ships and is received', async ({
  context,
  extension,
  world,
}) => {
  const page = await context.newPage();
  await orderAtHarbor(page, world, { oxycodone10: 6, methylphenidate: 2, testosterone: 1 });
  await panelOf(page).says(/methylphenidate/i);
  await page.getByRole('button', { name: 'Sign with Countersign' }).click();

  const window = await extension.signWindow();
  await acceptHonesty(window);
  await expect(window.getByText(new URL(world.urls.harbor).host)).toBeVisible();
  const number = await signOrder(window, { password: demoPassword });
  await expect(page.getByRole('heading', { name: number })).toBeVisible({ timeout: 20_000 });
  const booked = world.state.harbor.find(number);
  expect(booked?.verdict).toBe('accepted');
  expect(opensslVerdict(booked?.cms ?? new Uint8Array(), world.pki.root)).toBe('CMS Verification successful');

  world.state.harbor.ship(number);
  await page.reload();
  const panel = panelOf(page);
  await panel.says(new RegExp(say('state.shipped'), 'i'));
  await recordReceipt(extension, number, { 1: 6, 2: 2, 3: 1 });
  await expect.poll(() => extension.badge()).toBe('');
});

test('the signer refuses: the site is told the reason and nothing is signed', async ({
  context,
  extension,
  world,
}) => {
  const page = await context.newPage();
  await orderAtHarbor(page, world, { oxycodone10: 1 });
  await page.getByRole('button', { name: 'Sign with Countersign' }).click();
  await refuseOrder(await extension.signWindow(), 'Wrong strength');
  await expect(page.getByText('You did not sign: Wrong strength')).toBeVisible();
  expect(await signedOrders(extension)).toEqual([]);
});
