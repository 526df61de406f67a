import { CountersignError, limits, type Clock } from '@/lib/base';
import type { HeldKey } from './held-key';
import type { Signer } from './signer';

interface Held {
  readonly certificate: string;
  readonly key: HeldKey;
  usedAt: number;
}

/**
 * The open key in the background's memory, one at a time, of the vault or of a token. Closed on `lock`, ten minutes after
 * its last use (21 CFR 1311.55(b)(5); looked at before each signature, since timers slip), when another takes its place,
 * and with the worker.
 */
export function createKeySession(clock: Clock) {
  let held: Held | null = null;
  let opening: AbortController | null = null;
  let tellLocked = (): void => undefined;

  function close(): void {
    opening?.abort();
    opening = null;
    held?.key.close();
    held = null;
  }

  function lock(): void {
    const wasHeld = held !== null;
    close();
    if (wasHeld) tellLocked();
  }

  /** A clock that was set back tells nothing of how long it was: its time is over too. */
  function lockIfIdle(): void {
    if (!held) return;
    const unused = clock.now() - held.usedAt;
    if (unused < 0 || unused > limits.keyIdleMs) lock();
  }

  function current(): Held | null {
    lockIfIdle();
    return held;
  }

  function unlocked(certificate: string): Held {
    const now = current();
    if (now?.certificate !== certificate) throw new CountersignError('vault/locked');
    return now;
  }

  return {
    lock,

    /** `tell` is called whenever a key that was open is locked; not when another takes its place. */
    whenLocked(tell: () => void): void {
      tellLocked = tell;
    },

    /** Closes a key whose time is over also where nobody signs any more, so that no token stays logged in overnight. */
    lockIfIdle,

    hold(certificate: string, key: HeldKey): void {
      close();
      held = { certificate, key, usedAt: clock.now() };
    },

    /**
     * Opens a key that takes a while, as a token's login does. The one held before is closed first: a token may serve one
     * program at a time. Locked meanwhile, or asked for another key, it is given up with `vault/locked`.
     */
    async open(certificate: string, open: (signal: AbortSignal) => Promise<HeldKey>): Promise<void> {
      close();
      const mine = new AbortController();
      opening = mine;
      try {
        const key = await open(mine.signal);
        if (mine.signal.aborted) {
          key.close();
          throw new CountersignError('vault/locked');
        }
        held = { certificate, key, usedAt: clock.now() };
      } finally {
        if (opening === mine) opening = null;
      }
    },

    /** The open key, and until when (milliseconds since 1970) if it isn't used before. */
    held(): { readonly certificate: string; readonly until: number } | null {
      const now = current();
      return now && { certificate: now.certificate, until: now.usedAt + limits.keyIdleMs };
    },

    /** Throws `vault/locked` unless exactly this certificate's key is open. */
    signer(certificate: string): Signer {
      const { protection } = unlocked(certificate).key;
      return {
        certificate,
        protection,
        async sign(bytes) {
          const session = unlocked(certificate);
          try {
            const signature = await session.key.sign(bytes);
            session.usedAt = clock.now();
            if (session.key.once && held === session) lock();
            return signature;
          } catch (error) {
            if (held !== session) throw new CountersignError('vault/locked', {}, { cause: error });
            // A token that failed is not asked again before its holder has looked at it.
            lock();
            throw error;
          }
        },
      };
    },
  };
}

export type KeySession = ReturnType<typeof createKeySession>;
