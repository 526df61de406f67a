import { limits } from '@/lib/base';
import { say } from '@/lib/words';
import { gccMissing } from '../../native-host/tests/pretended-module';
import { demoPassword } from '../pki/demo-subscribers';
import { startClockServer, type ClockServer } from '../support/clock-server';
import {
  acceptHonesty,
  expect,
  orderAtMeridian,
  panelOf,
  pressSign,
  signedOrders,
  signOrder,
  test,
} from './harness';
import { orderThereToo } from './harness/official-clock';
import { DAY_S, shiftedClock, type ShiftedClock } from './harness/shifted-clock';

test.skip(gccMissing !== null, gccMissing ?? '');

/** What the tests use of the browser in the background. */
interface Scope {
  readonly chrome: {
    readonly action: {
      getBadgeText(details: object): Promise<string>;
      setBadgeText(details: { text: string }): Promise<void>;
    };
    readonly alarms: { create(name: string, info: object): Promise<void> };
    readonly idle: { readonly onStateChanged: { dispatch(state: string): void } };
  };
}

/** A browser whose clock the test sets, and a server that tells the right time. */
const it = test.extend<{ readonly clock: ShiftedClock; readonly official: ClockServer }>({
  clock: async ({}, use) => {
    const clock = shiftedClock();
    await use(clock);
    clock.remove();
  },
  official: async ({}, use) => {
    const server = await startClockServer();
    await use(server);
    await server.stop();
  },
  context: async ({ pharmacies, pharmacy, clock }, use) => {
    const kind = pharmacy === 'none' ? 'ready' : pharmacy;
    const { context, close } = await pharmacies.launch(kind, { anyCertificate: true, env: clock.env });
    await use(context);
    await close();
  },
});

it.describe('a computer that slept for three days', () => {
  it.use({ pharmacy: 'ordering' });

  it('says on the badge what is due by then, before anybody asks, and again when somebody returns', async ({
    context,
    extension,
    clock,
  }) => {
    expect(await extension.badge()).toBe('1');
    const worker = context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker'));
    await worker.evaluate(
      ([when, periodInMinutes]) =>
        (globalThis as unknown as Scope).chrome.alarms.create('reminders', { when, periodInMinutes }),
      [Date.now() + 2_000, limits.remindEveryMinutes] as const,
    );
    await clock.sleep(3_000, 3 * DAY_S);
    const badge = () =>
      worker.evaluate(() => (globalThis as unknown as Scope).chrome.action.getBadgeText({}));
    await expect.poll(badge).not.toBe('1');
    const count = Number(await badge());
    expect(count).toBeGreaterThan(1);

    // Nobody here can come back to a computer, so the event is told.
    await worker.evaluate(async () => {
      const { chrome } = globalThis as unknown as Scope;
      await chrome.action.setBadgeText({ text: '' });
      chrome.idle.onStateChanged.dispatch('active');
    });
    await expect.poll(badge).toBe(String(count));
    const popup = await extension.openPopup();
    await expect(popup.getByRole('heading', { name: say('popup.due', { count }) })).toBeVisible();
  });
});

it('a clock that is set back while an order is reviewed signs nothing, and what is recorded then is no less whole', async ({
  context,
  extension,
  world,
  clock,
  official,
}) => {
  const workspace = await orderThereToo(extension, world, official);
  const order = await context.newPage();
  await orderAtMeridian(order, world, { oxycodone5: 2 });
  await panelOf(order).click(/review and sign/i);
  const window = await extension.signWindow();
  await acceptHonesty(window);
  const line = window.locator('.problems-clock');
  await expect(line).toContainText(/checked less than a minute ago/);
  const sign = window.getByRole('button', { name: say('sign.sign') });
  await expect(sign).toHaveAttribute('aria-disabled', 'false');

  clock.set(-2 * DAY_S);
  await window.getByLabel(say('sign.password'), { exact: true }).fill(demoPassword);
  await sign.click();
  await expect(window.getByText(/is 2,?880(\.\d)? minutes slow/).first()).toBeVisible({ timeout: 20_000 });
  expect(await signedOrders(extension)).toEqual([]);
  await workspace.goto(extension.url('workspace.html#/archive'));
  await workspace.getByRole('button', { name: say('archive.verify'), exact: true }).click();
  await expect(workspace.getByText(/all as they were written/)).toBeVisible();

  clock.set(0);
  await line.getByRole('button', { name: say('clock.again') }).click();
  await expect(sign).toHaveAttribute('aria-disabled', 'false');
  // How long the key was open nobody can tell any more: its password is asked for again.
  await pressSign(window, { held: true });
  await expect(window.getByLabel(say('sign.password'), { exact: true })).toBeVisible();
  expect(await signedOrders(extension)).toEqual([]);
  const number = await signOrder(window, { password: demoPassword });
  expect(await signedOrders(extension)).toEqual([number]);
});
