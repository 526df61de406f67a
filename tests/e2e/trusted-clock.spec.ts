import { say } from '@/lib/words';
import { demoPassword } from '../pki/demo-subscribers';
import { startClockServer, type ClockServer } from '../support/clock-server';
import { acceptHonesty, expect, orderAtMeridian, panelOf, signedOrders, signOrder, test } from './harness';
import { orderThereToo } from './harness/official-clock';

/** What a test uses of the browser in an extension's page. */
interface Extended {
  readonly chrome: {
    readonly storage: {
      readonly local: {
        get(key: string): Promise<{
          readonly clock: {
            readonly readings: readonly { readonly at: number; readonly steady?: number }[];
          };
        }>;
        set(values: object): Promise<void>;
      };
    };
  };
}

/** A browser that believes the test's own HTTPS server, whose clock is the one to compare with. */
const it = test.extend<{ readonly official: ClockServer }>({
  official: async ({}, use) => {
    const server = await startClockServer();
    await use(server);
    await server.stop();
  },
  context: async ({ pharmacies }, use) => {
    const { context, close } = await pharmacies.launch('ready', { anyCertificate: true });
    await use(context);
    await close();
  },
});

it('attacks.md 98: a clock five minutes off signs nothing, says by how much, and signs once it is mended', async ({
  context,
  extension,
  world,
  official,
}) => {
  official.ahead = 5 * 60_000 + 4_000;
  const workspace = await orderThereToo(extension, world, official);

  const order = await context.newPage();
  await orderAtMeridian(order, world, { oxycodone5: 2 });
  await panelOf(order).click(/review and sign/i);
  const window = await extension.signWindow();
  await acceptHonesty(window);
  const sign = window.getByRole('button', { name: say('sign.sign') });
  const line = window.locator('.problems-clock');
  await expect(line).toContainText('5.1 minutes fast');
  await expect(line).toContainText(official.host);
  await expect(window.getByText(/is 5\.1 minutes fast \(compared with localhost:\d+\)/)).toBeVisible();
  await expect(sign).toHaveAttribute('aria-disabled', 'true');
  await window.screenshot({ path: '.cache/shots/e2e-clock-off.png', fullPage: true });
  expect(await signedOrders(extension)).toEqual([]);
  expect(official.asked[0]).toBe('HEAD /.well-known/time');

  official.ahead = 4_000;
  await line.getByRole('button', { name: say('clock.again') }).click();
  await expect(line).toContainText(/checked less than a minute ago against .*: \d seconds? fast/);
  await expect(sign).toHaveAttribute('aria-disabled', 'false');
  const number = await signOrder(window, { password: demoPassword });
  expect(await signedOrders(extension)).toEqual([number]);

  await workspace.goto(extension.url('workspace.html#/certificates'));
  await workspace.reload();
  const section = workspace.locator('section', {
    has: workspace.getByRole('heading', { name: say('clock.title') }),
  });
  await expect(section.getByRole('row', { name: new RegExp(official.host) })).toContainText(/seconds? fast/);
  await workspace.screenshot({ path: '.cache/shots/e2e-clock-workspace.png', fullPage: true });
});

it('a clock that goes wrong after the order was shown is refused at approval', async ({
  context,
  extension,
  world,
  official,
}) => {
  await orderThereToo(extension, world, official);
  const order = await context.newPage();
  await orderAtMeridian(order, world, { oxycodone5: 2 });
  await panelOf(order).click(/review and sign/i);
  const window = await extension.signWindow();
  await acceptHonesty(window);
  await expect(window.locator('.problems-clock')).toContainText(/checked less than a minute ago/);
  await expect(window.getByRole('button', { name: say('sign.sign') })).toHaveAttribute(
    'aria-disabled',
    'false',
  );
  // As if the comparison had been made longer ago; the server now says something else.
  official.ahead = -10 * 60_000;
  await window.evaluate(async () => {
    const { local } = (globalThis as unknown as Extended).chrome.storage;
    const { clock } = await local.get('clock');
    const older = clock.readings.map((reading) => ({
      ...reading,
      at: reading.at - 5 * 60_000,
      steady: undefined,
    }));
    await local.set({ clock: { readings: older, silentAt: null } });
  });
  await window.getByLabel(say('sign.password'), { exact: true }).fill(demoPassword);
  await window.getByRole('button', { name: say('sign.sign') }).click();
  await expect(window.getByText(/is 10(\.1)? minutes slow/).first()).toBeVisible({ timeout: 20_000 });
  expect(await signedOrders(extension)).toEqual([]);
});
