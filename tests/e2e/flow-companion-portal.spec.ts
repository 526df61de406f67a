import { say } from '@/lib/words';
import { expect, orderAtCascade, panelOf, recordReceipt, signAtCascade, test } from './harness';

test.use({ pharmacy: 'ready' });

test('portal that signs by itself: tracked, numbered, received here, open until the portal says so', async ({
  context,
  extension,
  world,
}) => {
  const page = await context.newPage();
  const panel = panelOf(page);
  await orderAtCascade(page, world, { oxycodone30: 1, hydrocodone: 2 });
  await panel.says(/hydrocodone/i);
  await panel.click(/track this order/i);
  await panel.says(say('panel.notice.tracked'));

  const number = await signAtCascade(page);
  await panel.says(new RegExp(`${number.slice(0, 3)}\\s*${number.slice(3, 6)}\\s*${number.slice(6)}`));
  world.state.cascade.ship(number);
  await page.goto(`${world.urls.cascade}/orders/${number}`);
  await panel.says(new RegExp(say('state.shipped'), 'i'));

  // Counted here; the legal record is the portal's, so it stays open until the portal shows it as received.
  await recordReceipt(extension, number, { 1: 1, 2: 2 });
  await expect.poll(() => extension.badge()).toBe('1');

  world.state.cascade.receive(number, { 1: 1, 2: 2 }, world.state.cascade.today());
  await page.goto(`${world.urls.cascade}/orders/${number}`);
  await expect.poll(() => extension.badge()).toBe('');
});
