import { limits } from '@/lib/base';
import { say } from '@/lib/words';
import { say as sayInPage } from '@/lib/words/page';
import { expect, orderAtCascade, panelOf, test } from './harness';

test.use({ pharmacy: 'ready' });

test('schedule II that isn’t tracked: the portal’s own submit is held once, and a reason goes on record', async ({
  context,
  extension,
  world,
}) => {
  const page = await context.newPage();
  const panel = panelOf(page);
  await orderAtCascade(page, world, { oxycodone30: 1 });
  await panel.says(/97104-0556-01/);
  const own = page.getByRole('button', { name: 'Sign & Submit' }).first();
  const portalAsks = page.getByLabel('Signing PIN');

  await own.click();
  await panel.says(say('panel.hold.untracked'));
  await expect(portalAsks).toBeHidden();
  // The page forgets, and the worker with it: the order is still the one that was held.
  await page.keyboard.press('Escape');
  await extension.killWorker();
  await page.reload();
  await panel.says(/97104-0556-01/);
  await own.click();
  await expect(portalAsks).toBeVisible();

  // With other lines it is another order.
  await orderAtCascade(page, world, { hydrocodone: 2 });
  await panel.says(/98322-0104-01/);
  await own.click();
  await panel.says(sayInPage('hold.title'));
  await page.keyboard.press('Tab');
  await page.keyboard.type('New hospice contract from Monday');
  // A double click on the page's button is no answer: buttons count after a moment.
  await page.waitForTimeout(limits.signArmDelayMs);
  await panel.click(new RegExp(sayInPage('hold.anyway')));
  await panel.says(say('panel.hold.recorded'));
  await own.click();
  await expect(portalAsks).toBeVisible();

  const orders = await extension.open('workspace.html#/orders');
  await expect(orders.getByText('New hospice contract from Monday')).toBeVisible();
});
