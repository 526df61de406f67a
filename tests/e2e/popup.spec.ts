import { say } from '@/lib/words';
import { demoPassword } from '../pki/demo-subscribers';
import { expect, orderAtMeridian, panelOf, signOrder, test } from './harness';

test('fresh: the popup leads to set-up and needs no database', async ({ extension }) => {
  const popup = await extension.openPopup();
  await expect(popup.getByRole('heading', { name: say('popup.setup-fresh') })).toBeVisible();
  await popup.getByRole('button', { name: say('popup.start-setup') }).click();
  await expect
    .poll(() => extension.context.pages().some((page) => page.url().includes('workspace.html#/setup')))
    .toBe(true);
});

test.describe('set up', () => {
  test.use({ pharmacy: 'ready' });

  test('nothing due, then one receipt: badge and popup say the same', async ({
    context,
    extension,
    world,
  }) => {
    const before = await extension.openPopup();
    await expect(before.getByText(say('ui.nothing-due'))).toBeVisible();
    expect(await extension.badge()).toBe('');
    await before.close();

    const page = await context.newPage();
    await orderAtMeridian(page, world, { oxycodone5: 1 });
    await panelOf(page).click(/review and sign/i);
    const number = await signOrder(await extension.signWindow(), { password: demoPassword });
    await page.getByRole('button', { name: 'Submit Signed Order' }).click();
    world.state.meridian.ship(number);
    await page.goto(`${world.urls.meridian}/csos/order.asp?csos=${number}`);
    await panelOf(page).says(new RegExp(say('state.shipped'), 'i'));

    await expect.poll(() => extension.badge()).toBe('1');
    const popup = await extension.openPopup();
    await expect(popup.getByRole('button', { name: say('ui.action.receipt') })).toBeVisible();
  });

  test('prepared by a technician, signed later from the popup', async ({ context, extension, world }) => {
    const page = await context.newPage();
    await orderAtMeridian(page, world, { oxycodone5: 1 });
    await panelOf(page).click(/ready to sign/i);
    await page.close();
    const popup = await extension.openPopup();
    await expect(popup.getByRole('heading', { name: say('popup.ready', { count: 1 }) })).toBeVisible();
    await popup.getByRole('button', { name: say('ui.action.sign') }).click();
    const window = await extension.signWindow();
    await signOrder(window, { password: demoPassword });
    await expect(window.getByRole('button', { name: say('sign.save') })).toBeVisible();
  });
});
