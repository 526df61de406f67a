import type { Page } from '@playwright/test';
import { say } from '@/lib/words';
import { demoPassword } from '../pki/demo-subscribers';
import { expect, orderAtMeridian, panelOf, pressSign, signOrder, signedOrders, test } from './harness';
import { demoPin, demoTechnician } from './harness/set-up-pharmacy';

interface Chrome {
  readonly runtime: {
    getManifest(): { readonly version: string };
    sendMessage(message: object): Promise<{ readonly value: unknown }>;
  };
}

/** What the background says of the key that is open. */
const heldKey = (page: Page) =>
  page.evaluate(async () => {
    const { runtime } = (globalThis as unknown as { chrome: Chrome }).chrome;
    const asked = { countersign: runtime.getManifest().version, name: 'sign.held', payload: {} };
    return (await runtime.sendMessage(asked)).value;
  });

async function signInAs(page: Page, name: string): Promise<void> {
  const form = page.locator('.who-form');
  const label = `${name} · ${say('role.technician')}`;
  await form.getByLabel(say('ui.who.name'), { exact: true }).selectOption({ label });
  await form.getByLabel(say('ui.who.pin'), { exact: true }).fill(demoPin);
  await form.getByRole('button', { name: say('ui.who.sign-in'), exact: true }).click();
  await expect(page.locator('.working')).toContainText(name);
}

test.use({ pharmacy: 'ready' });

test('a key that its signer left, or that was open when another person signed in, is locked, and the open window asks for its password again', async ({
  context,
  extension,
  world,
}) => {
  const workspace = await extension.open('workspace.html#/people');
  const password = demoPassword;
  for (const packages of [2, 3, 4]) {
    const page = await context.newPage();
    await orderAtMeridian(page, world, { oxycodone5: packages });
    await panelOf(page).click(/review and sign/i);
  }
  const window = await extension.signWindow();
  const goOn = (count: number) => window.getByRole('button', { name: say('sign.next', { count }) }).click();
  const isOpen = window.locator('.held-key');
  const isAskedAgain = window.getByText(say('sign.locked-again'));
  const first = await signOrder(window, { password });
  await goOn(2);
  await expect(isOpen).toBeVisible();
  expect(await heldKey(workspace)).toMatchObject({ certificate: expect.any(String) });

  // Nobody touched the computer for ten minutes; nobody here can wait so long, so the event is told.
  const background = context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker'));
  await background.evaluate(() => {
    const { idle } = (globalThis as unknown as { chrome: Idle }).chrome;
    idle.onStateChanged.dispatch('idle');
  });
  await expect(isAskedAgain).toBeVisible();
  expect(await heldKey(workspace)).toBeNull();
  const second = await signOrder(window, { password });
  await goOn(1);
  await expect(isOpen).toBeVisible();

  await signInAs(workspace, demoTechnician);
  await expect(isAskedAgain).toBeVisible();
  expect(await heldKey(workspace)).toBeNull();
  await pressSign(window, { held: true });
  await expect(window.getByText(say('sign.password-missing'))).toBeVisible();
  expect(await signedOrders(extension)).toEqual([first, second]);
  const third = await signOrder(window, { password });
  expect(await signedOrders(extension)).toEqual([first, second, third]);
});

interface Idle {
  readonly idle: { readonly onStateChanged: { dispatch(state: string): void } };
}
