import { expect, type Page } from '@playwright/test';
import { say } from '@/lib/words';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** In the set-up's step for certificates: the key stays in a token, and the helper is asked for. */
export async function findToken(page: Page): Promise<void> {
  await page.getByRole('radio', { name: say('tokens.source.token') }).check();
  await press(page, say('tokens.find'));
}

/** Shows what is plugged in through a driver by its path. */
export async function showTokens(page: Page, module: string): Promise<void> {
  await page.getByRole('radio', { name: say('tokens.driver-other') }).check();
  await page.getByLabel(say('tokens.driver-path'), { exact: true }).fill(module);
  await press(page, say('tokens.show'));
}

/** Shows the token of this name, through SoftHSM2, which the helper found by itself. */
export async function showSoftToken(page: Page, label: string): Promise<void> {
  await page.getByRole('radio', { name: /softhsm/i }).check();
  await press(page, say('tokens.show'));
  await expect(page.getByRole('heading', { name: label })).toBeVisible();
}

/** Makes the one certificate of a token that can sign known to the pharmacy. */
export async function useTokenCertificate(page: Page): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${say('tokens.use')}`) }).click();
}

/** Asks for the token once more after something was put right. */
export const lookAgain = (page: Page) => press(page, say('token.look-again'));
