import type { BrowserContext, Page } from '@playwright/test';
import { say } from '@/lib/words';
import { demoPassword } from '../pki/demo-subscribers';
import {
  acceptHonesty,
  expect,
  orderAtHarbor,
  orderState,
  panelOf,
  refuseOrder,
  signOrder,
  test,
  type World,
} from './harness';
import type { Extension } from './harness/extension';

test.use({ pharmacy: 'ready' });

const DAY_MS = 86_400_000;
const REASON = 'Hill Country Hospice, twelve beds since June';

/** Two packages of 100 every ten days, for eight months. */
function usualOrders(): string {
  const rows = Array.from({ length: 24 }, (_, back) => {
    const date = new Date(Date.now() - (back + 1) * 10 * DAY_MS).toISOString().slice(0, 10);
    return `${date},harbor,OXYCODONE HCL 10MG TAB,100,2`;
  });
  return ['date,supplier,product,package_size,packages', ...rows, ''].join('\r\n');
}

async function askAtHarbor(
  { context, extension, world }: { context: BrowserContext; extension: Extension; world: World },
  packages: number,
): Promise<{ readonly page: Page; readonly window: Page }> {
  const page = await context.newPage();
  await context.clearCookies();
  await orderAtHarbor(page, world, { oxycodone10: packages });
  await page.getByRole('button', { name: 'Sign with Countersign' }).click();
  const window = await extension.signWindow();
  await acceptHonesty(window);
  return { page, window };
}

test('ten times the usual: the slip is named, less later on is asked about, and a reason stays with the order', async ({
  context,
  extension,
  world,
}) => {
  test.setTimeout(120_000);
  const setUp = await extension.open('workspace.html#/setup/history');
  await setUp
    .getByLabel(say('history.file'))
    .setInputFiles({ name: 'usual.csv', mimeType: 'text/csv', buffer: Buffer.from(usualOrders()) });
  await setUp.getByRole('button', { name: say('history.import'), exact: true }).click();
  await expect(setUp.getByText(say('history.taken', { count: 24 }))).toBeVisible({ timeout: 30_000 });

  const first = await askAtHarbor({ context, extension, world }, 20);
  // The supplier's page gets the level, and no figure of what was ordered elsewhere.
  await panelOf(first.page).says(say('level.stop'));
  await expect(first.window.getByText(say('sign-som.slip.ten', { amount: '200 units' }))).toBeVisible();
  await expect(first.window.getByRole('combobox', { name: say('sign.reason') })).toBeVisible();
  await expect(first.window.getByRole('img').first()).toBeVisible();
  await refuseOrder(first.window, 'Ten times too many');
  await first.window.close();
  await first.page.close();

  const second = await askAtHarbor({ context, extension, world }, 15);
  await expect(second.window.getByText(/earlier today 2,000 units were shown here as unusual/)).toBeVisible();
  const number = await signOrder(second.window, { password: demoPassword, reason: REASON });
  await second.window.close();

  const { orderId } = await orderState(extension, number);
  await setUp.goto(setUp.url().replace(/#.*/, `#/orders/${orderId}`));
  await expect(setUp.getByText(new RegExp(`Reason: .*: ${REASON}`))).toBeVisible();
  await expect(setUp.getByText(/2,000 units were shown as unusual before, 1,500 were signed/)).toBeVisible();
});
