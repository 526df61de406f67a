import { expect, type Page } from '@playwright/test';
import { say } from '@/lib/words';
import { giveReason } from './give-reason';
import { demoPin } from './set-up-pharmacy';

/** What opens the key: its password, its token's PIN, or nothing, where this window holds it already. */
type Opening = { readonly password: string } | { readonly tokenPin: string } | { readonly held: true };

export type Approval = Opening & {
  /** Written where the comparison with the usual orders wants a reason. */
  readonly reason?: string;
};

/** Reads and accepts what the product isn't with the holder's PIN, where this signer hasn't yet (csos.md 3). */
export async function acceptHonesty(window: Page): Promise<void> {
  const read = window.getByRole('checkbox', { name: say('honesty.check') });
  const sheet = window.getByRole('heading', { name: say('sign.approve') });
  await expect(read.or(sheet).first()).toBeVisible();
  if (!(await read.isVisible())) return;
  await read.check();
  await window.getByLabel(say('honesty.pin', { name: '' }).trim()).fill(demoPin);
  await window.getByRole('button', { name: say('honesty.accept') }).click();
  await expect(sheet).toBeVisible();
}

/** Waits until the order can be signed, enters what opens the key and presses the button; answers nothing about the outcome. */
export async function pressSign(window: Page, approval: Approval): Promise<void> {
  await acceptHonesty(window);
  const sign = window.getByRole('button', { name: say('sign.sign') });
  await expect(sign).toHaveAttribute('aria-disabled', 'false');
  await giveReason(window, approval.reason);
  if ('password' in approval)
    await window.getByLabel(say('sign.password'), { exact: true }).fill(approval.password);
  if ('tokenPin' in approval)
    await window.getByLabel(say('token.pin'), { exact: true }).fill(approval.tokenPin);
  await sign.click();
}

/** Signs and waits for the outcome; answers the order number. */
export async function signOrder(window: Page, approval: Approval): Promise<string> {
  await pressSign(window, approval);
  await expect(window.locator('.outcome-number')).toBeVisible({ timeout: 20_000 });
  const number = await window.locator('.outcome-number').innerText();
  return number.replace(/\s/g, '');
}

export async function refuseOrder(window: Page, reason: string): Promise<void> {
  await acceptHonesty(window);
  await window.getByRole('button', { name: say('sign.refuse'), exact: true }).click();
  await window.getByRole('dialog').getByLabel(say('sign.refuse-reason')).fill(reason);
  await window.getByRole('button', { name: say('sign.refuse-order') }).click();
  await expect(window.getByRole('heading', { name: say('sign.was-refused') })).toBeVisible();
}
