import { CountersignError, limits, type Clock } from '@/lib/base';
import type { Signer } from './signer';

/**
 * The unlocked key in the background's memory, one at a time. Gone on `lock`, ten minutes after its last use
 * (21 CFR 1311.55(b)(5); looked at before each signature, since timers slip), and with the worker.
 */
export function createKeySession(clock: Clock) {
  let held: { readonly certificate: string; readonly key: CryptoKey; usedAt: number } | null = null;

  function unlocked(certificate: string) {
    if (held && clock.now() - held.usedAt > limits.keyIdleMs) held = null;
    if (!held || held.certificate !== certificate) throw new CountersignError('vault/locked');
    return held;
  }

  return {
    hold(certificate: string, key: CryptoKey) {
      held = { certificate, key, usedAt: clock.now() };
    },
    lock() {
      held = null;
    },
    /** Throws `vault/locked` unless exactly this certificate's key is unlocked. */
    signer(certificate: string): Signer {
      unlocked(certificate);
      return {
        certificate,
        protection: 'protection.software',
        async sign(bytes) {
          const session = unlocked(certificate);
          const signature = await crypto.subtle.sign(session.key.algorithm.name, session.key, bytes);
          session.usedAt = clock.now();
          return new Uint8Array(signature);
        },
      };
    },
  };
}

export type KeySession = ReturnType<typeof createKeySession>;
