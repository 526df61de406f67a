import { expect, type Page } from '@playwright/test';
import type { World } from './start-world';

/** Products of the demo suppliers, by NDC. */
export const demoProducts = {
  oxycodone5: '97104-0552-01',
  oxycodone10: '97104-0553-01',
  oxycodone30: '97104-0556-01',
  hydrocodone: '98322-0104-01',
  methylphenidate: '98322-0218-01',
  fentanyl: '96417-0041-05',
  testosterone: '97104-0871-10',
  alprazolam: '98322-0655-01',
} as const;

export type Packages = Readonly<Partial<Record<keyof typeof demoProducts, number>>>;

const entries = (packages: Packages) => Object.entries(packages) as [keyof typeof demoProducts, number][];

function itemOf(
  world: World,
  supplier: 'meridian' | 'harbor' | 'cascade',
  product: keyof typeof demoProducts,
) {
  const item = world.state[supplier].catalogue.byNdc(demoProducts[product]);
  if (!item) throw new Error(`${supplier} doesn't sell ${product}`);
  return item;
}

/** Signs in at Meridian, fills the order form and stops at the review page with the field for the signed order. */
export async function orderAtMeridian(page: Page, world: World, packages: Packages): Promise<void> {
  await page.goto(`${world.urls.meridian}/signin.asp`);
  await page.getByLabel('User name').fill('tech');
  await page.getByRole('button', { name: 'Sign In' }).click();
  for (const [product, count] of entries(packages))
    await page.locator(`[name="qty_${itemOf(world, 'meridian', product).itemNumber}"]`).fill(String(count));
  await page.getByRole('button', { name: 'Review Order' }).click();
  await expect(page.locator('#signed-order')).toBeVisible();
}

/** Signs in at Harbor, fills the order guide and stops at the checkout with its sign button. */
export async function orderAtHarbor(page: Page, world: World, packages: Packages): Promise<void> {
  await page.goto(`${world.urls.harbor}/order-guide`);
  await page.getByLabel('Name').fill('tech');
  await page.getByRole('button', { name: 'Sign in' }).click();
  for (const [product, count] of entries(packages)) {
    const { name, strength } = itemOf(world, 'harbor', product);
    const saved = page.waitForResponse('**/api/cart');
    const input = page.getByLabel(`Quantity of ${name} ${strength}`);
    await input.fill(String(count));
    await input.blur();
    await saved;
  }
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await expect(page.getByRole('button', { name: 'Sign with Countersign' })).toBeVisible();
}

/** Signs in at Cascade, fills the cart and stops there, before its own signing. */
export async function orderAtCascade(page: Page, world: World, packages: Packages): Promise<void> {
  await page.goto(`${world.urls.cascade}/signin`);
  await page.getByLabel('Email or user name').fill('tech');
  await page.getByRole('button', { name: 'Sign in' }).click();
  for (const [product, count] of entries(packages)) {
    const { itemNumber } = itemOf(world, 'cascade', product);
    await page.goto(`${world.urls.cascade}/shop`);
    await page
      .locator('article', { hasText: `SKU ${itemNumber}` })
      .getByRole('button', { name: 'Add to cart' })
      .click();
    await page.locator(`[name="qty_${itemNumber}"]`).fill(String(count));
    await page.getByRole('button', { name: 'Update cart' }).click();
  }
  await expect(page.getByRole('button', { name: 'Sign & Submit' }).first()).toBeVisible();
}

/** Cascade signs on its own server; answers the CSOS number that it shows then. */
export async function signAtCascade(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Sign & Submit' }).first().click();
  await page.getByLabel('Signing PIN').fill('1234');
  await page.getByRole('dialog').getByRole('button', { name: 'Sign & Submit' }).click();
  return page.locator('.alert-success .mono').innerText();
}
