import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { say } from '@/lib/words';
import { demoPassword } from '../pki/demo-subscribers';
import {
  acceptHonesty,
  expect,
  orderAtMeridian,
  orderState,
  panelOf,
  setUpPharmacy,
  signOrder,
  test,
} from './harness';

/** Rules of WCAG 2.2 A and AA that a page breaks, in words; dark mode has its own contrast. */
async function broken(page: Page, what: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    for (const { id, nodes } of violations)
      found.push(`${what} (${colorScheme}): ${id} at ${nodes.map((n) => n.target.join(' ')).join(', ')}`);
  }
  await page.emulateMedia({ colorScheme: null });
  return found;
}

test('every page of the extension keeps WCAG 2.2 AA, light and dark', async ({
  context,
  extension,
  world,
}) => {
  test.setTimeout(180_000);
  const found: string[] = [];
  const fresh = await extension.openPopup();
  await fresh.getByRole('heading', { level: 2 }).first().waitFor();
  found.push(...(await broken(fresh, 'popup, fresh')));
  await fresh.close();

  const workspace = await setUpPharmacy(extension, world);
  const page = await context.newPage();
  await orderAtMeridian(page, world, { oxycodone5: 2, fentanyl: 1 });
  await panelOf(page).click(/review and sign/i);
  const window = await extension.signWindow();
  await window.getByRole('heading', { name: say('honesty.title') }).waitFor();
  found.push(...(await broken(window, 'what it is not')));
  await acceptHonesty(window);
  await expect(window.getByRole('button', { name: say('sign.sign') })).toHaveAttribute(
    'aria-disabled',
    'false',
  );
  found.push(...(await broken(window, 'sign window')));
  const number = await signOrder(window, { password: demoPassword });
  found.push(...(await broken(window, 'signed')));
  await window.close();

  const { orderId } = await orderState(extension, number);
  const id = encodeURIComponent(orderId);
  const places = [
    '',
    'orders',
    `orders/${id}`,
    `receive/${id}`,
    'suppliers',
    'certificates',
    'people',
    'archive',
    'setup',
    'setup/nature',
    'setup/registrant',
  ];
  for (const place of places) {
    await workspace.goto(extension.url(`workspace.html#/${place}`));
    await workspace.getByRole('heading', { level: 1 }).waitFor();
    await expect(workspace.locator('[aria-busy=true]')).toHaveCount(0);
    found.push(...(await broken(workspace, `workspace ${place}`)));
  }
  const popup = await extension.openPopup();
  await popup.getByRole('heading', { level: 2 }).first().waitFor();
  found.push(...(await broken(popup, 'popup, with a duty')));
  expect(found).toEqual([]);
});
