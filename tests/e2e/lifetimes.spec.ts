import type { BrowserContext, Page } from '@playwright/test';
import { say } from '@/lib/words';
import { demoPassword } from '../pki/demo-subscribers';
import {
  acceptHonesty,
  expect,
  orderAtHarbor,
  orderAtMeridian,
  panelOf,
  pressSign,
  signOrder,
  signedOrders,
  test,
  type Extension,
  type World,
} from './harness';

/** A review of one Meridian order, up to the click that asks for the signature. */
async function askAtMeridian(context: BrowserContext, world: World): Promise<Page> {
  const page = await context.newPage();
  await orderAtMeridian(page, world, { oxycodone5: 2 });
  await panelOf(page).click(/review and sign/i);
  return page;
}

async function openFromPopup(extension: Extension): Promise<Page> {
  const popup = await extension.openPopup();
  await popup
    .getByRole('button', { name: say('ui.action.sign') })
    .first()
    .click();
  return extension.signWindow();
}

test.use({ pharmacy: 'ready' });

test('the worker dies before the window opens: the request waits and can be signed', async ({
  context,
  extension,
  world,
}) => {
  const reached = await extension.hangWorkerAt('windows.create');
  await askAtMeridian(context, world);
  await expect.poll(reached).toBe(true);
  await extension.killWorker();
  expect(extension.signWindows()).toHaveLength(0);
  const window = await openFromPopup(extension);
  const number = await signOrder(window, { password: demoPassword });
  expect(await signedOrders(extension)).toEqual([number]);
});

test('the worker dies while the window is open: the order is signed by the next one', async ({
  context,
  extension,
  world,
}) => {
  const page = await askAtMeridian(context, world);
  const window = await extension.signWindow();
  await acceptHonesty(window);
  await extension.killWorker();
  const number = await signOrder(window, { password: demoPassword });
  expect(await signedOrders(extension)).toEqual([number]);
  await expect(page.locator('#signed-order')).not.toHaveValue('');
});

test('the worker dies after approval, in the signature: nothing is signed, and it can be approved again', async ({
  context,
  extension,
  world,
}) => {
  await askAtMeridian(context, world);
  const window = await extension.signWindow();
  await acceptHonesty(window);
  const reached = await extension.hangWorkerAt('crypto.subtle.sign');
  await pressSign(window, { password: demoPassword });
  await expect.poll(reached).toBe(true);
  await extension.killWorker();
  expect(await signedOrders(extension)).toEqual([]);
  const number = await signOrder(window, { password: demoPassword });
  expect(await signedOrders(extension)).toEqual([number]);
});

test('the worker dies before the reply: the order is signed once, and its file is offered', async ({
  context,
  extension,
  world,
}) => {
  const page = await askAtMeridian(context, world);
  const window = await extension.signWindow();
  await acceptHonesty(window);
  const reached = await extension.hangWorkerAt('tabs.sendMessage', 'content.deliver');
  await pressSign(window, { password: demoPassword });
  await expect.poll(reached).toBe(true);
  await extension.killWorker();
  const signed = await signedOrders(extension);
  expect(signed).toHaveLength(1);
  await window.reload();
  await expect(window.getByText(say('sign.signed')).first()).toBeVisible();
  await expect(window.getByRole('button', { name: say('sign.save') })).toBeVisible();
  expect(await signedOrders(extension)).toEqual(signed);
  await expect(page.locator('#signed-order')).toHaveValue('');
});

test('the worker dies while a site waits for its answer: the site still gets it', async ({
  context,
  extension,
  world,
}) => {
  const page = await context.newPage();
  await orderAtHarbor(page, world, { oxycodone10: 3 });
  await page.getByRole('button', { name: 'Sign with Countersign' }).click();
  const window = await extension.signWindow();
  await acceptHonesty(window);
  await extension.killWorker();
  const number = await signOrder(window, { password: demoPassword });
  await expect(page.getByText(number)).toBeVisible({ timeout: 20_000 });
  expect(world.state.harbor.find(number)?.verdict).toBe('accepted');
  expect(await signedOrders(extension)).toEqual([number]);
});

test('a request that outlived its worker can be refused', async ({ context, extension, world }) => {
  await askAtMeridian(context, world);
  const window = await extension.signWindow();
  await acceptHonesty(window);
  await extension.killWorker();
  await window.getByRole('button', { name: say('sign.refuse'), exact: true }).click();
  await window.getByRole('dialog').getByLabel(say('sign.refuse-reason')).fill('Wrong strength');
  await window.getByRole('button', { name: say('sign.refuse-order') }).click();
  await expect(window.getByRole('heading', { name: say('sign.was-refused') })).toBeVisible();
  expect(await signedOrders(extension)).toEqual([]);
});
