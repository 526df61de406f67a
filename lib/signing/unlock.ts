import type { Vault } from '@/lib/vault';
import type { Secret } from './key-channel';
import { offerSecret } from './offer-secret';
import type { UnlockKey } from './unlock-key';

/**
 * Sign window: opens the key with its password, or sends the token's PIN, and waits until the background holds the key,
 * where it stays until the window closes. `wake` sends the background any message, for a channel alone doesn't start its
 * worker. A PIN is overwritten, whatever happens. Throws `vault/*` (`vault/locked` where the background didn't take it),
 * and for a token `host/*` and `token/*`. Given up by the signal before the secret was handed over, it never is, and the
 * signal's reason is thrown; afterwards only the background can end it.
 */
export async function unlockInWindow(
  { vault, wake }: { readonly vault: Pick<Vault, 'unlock'>; readonly wake: () => Promise<unknown> },
  key: UnlockKey,
  signal?: AbortSignal,
): Promise<void> {
  try {
    const secret: Secret =
      'password' in key
        ? { kind: 'key', key: await vault.unlock(key.certificate, key.password) }
        : { kind: 'pin', pin: key.pin };
    await wake();
    await offerSecret(key.certificate, secret, signal);
  } finally {
    if ('pin' in key) key.pin?.fill(0);
  }
}
