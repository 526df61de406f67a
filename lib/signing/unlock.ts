import type { Vault } from '@/lib/vault';
import { offerKey } from './key-channel';

/**
 * Sign window: opens the key with the password and hands it to the background, where it stays until the window closes.
 * `wake` sends the background any message, for a channel alone doesn't start its worker.
 * Throws `vault/wrong-password`, `vault/key-missing`, `vault/locked`.
 */
export async function unlockInWindow(
  { vault, wake }: { readonly vault: Vault; readonly wake: () => Promise<unknown> },
  { certificate, password }: { readonly certificate: string; readonly password: string },
): Promise<void> {
  const key = await vault.unlock(certificate, password);
  await wake();
  await offerKey(certificate, key);
}
