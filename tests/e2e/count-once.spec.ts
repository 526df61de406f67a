import { say } from '@/lib/words';
import { expect, orderAtCascade, panelOf, recordReceipt, signAtCascade, test } from './harness';

test.use({ pharmacy: 'ready' });

test('counted once: written into the portal’s own form, which a person attests and saves', async ({
  context,
  extension,
  world,
}) => {
  const page = await context.newPage();
  const panel = panelOf(page);
  await orderAtCascade(page, world, { oxycodone30: 3, hydrocodone: 2 });
  await panel.click(/track this order/i);
  await panel.says(say('panel.notice.tracked'));
  const number = await signAtCascade(page);
  await panel.says(/26X/);
  world.state.cascade.ship(number);
  await page.goto(`${world.urls.cascade}/orders/${number}`);
  await panel.says(new RegExp(say('state.shipped'), 'i'));
  await recordReceipt(extension, number, { 1: 3, 2: 2 });

  const today = world.state.cascade.today();
  const quantities = page.getByLabel(/quantity received/i);
  const day = page.getByLabel('Received Date');
  const shown = async () => [
    ...(await quantities.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))),
    await day.inputValue(),
  ];
  await page.goto(`${world.urls.cascade}/orders/${number}/receive`);
  await panel.click(/write counted quantities/i);
  await panel.says(say('panel.count.done', { count: 2 }));
  expect(await shown()).toEqual(['3', '2', today]);
  await panel.click(/undo/i);
  await panel.says(say('panel.count.undone', { count: 3 }));
  expect(await shown()).toEqual(['', '', '']);
  await panel.click(/write counted quantities/i);
  await expect.poll(shown).toEqual(['3', '2', today]);

  // Nothing was ticked and nothing pressed: the portal knows nothing of it, and the receipt there stays open.
  for (const tick of await page.getByRole('checkbox').all()) await expect(tick).not.toBeChecked();
  expect(world.state.cascade.find(number)?.receivedOn).toBeNull();
  await expect.poll(() => extension.badge()).toBe('1');

  for (const tick of await page.getByRole('checkbox').all()) await tick.check();
  await page.getByRole('button', { name: 'Save' }).click();
  await panel.says(new RegExp(say('state.received'), 'i'));
  await expect.poll(() => extension.badge()).toBe('');

  // An order that was placed before Countersign was there: its page has its lines, and they go into the history.
  const earlier = world.state.cascade.history().find((order) => order.number !== number);
  await page.goto(`${world.urls.cascade}/orders/${earlier?.number}`);
  await panel.click(/take into the history/i);
  await panel.says(say('panel.backfill.done', { count: 1, lines: earlier?.lines.length ?? 0 }));
});
