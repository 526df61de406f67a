import { limits } from '@/lib/base';

/** Tries of a key's password since the last right one; they lie beside the keys, so restarts and windows share them. */
export interface Tries {
  /** As in `WrappedKey`. */
  readonly certificate: string;
  readonly count: number;
  /** When the last one began; milliseconds since 1970. */
  readonly at: number;
}

/** How long the next try waits after so many without success, ms. */
export function waitAfter(count: number): number {
  if (count <= limits.vaultFreeTries) return 0;
  return Math.min(
    limits.vaultFirstWaitMs * 2 ** (count - limits.vaultFreeTries - 1),
    limits.vaultLongestWaitMs,
  );
}

/**
 * What is to be stored for one more try, and what is left to wait before it may be made (ms; 0: it is counted already).
 *
 * Waiting goes by this computer's clock, for the browser has none that outlives a restart. A clock set back would lengthen
 * the wait by as much, so the wait begins anew instead and is never longer than it was. A clock set forward is believed: who
 * may set the clock could as well take the profile's files to a faster computer. What protects the key there is the cost
 * of deriving it; the waiting is against somebody who guesses at this keyboard.
 */
export function nextTry(
  certificate: string,
  before: Tries | undefined,
  now: number,
): { readonly tries: Tries; readonly waitMs: number } {
  const { count, at } = before ?? { count: 0, at: now };
  const since = Math.min(at, now);
  const waitMs = Math.max(since + waitAfter(count) - now, 0);
  const tries = waitMs > 0 ? { certificate, count, at: since } : { certificate, count: count + 1, at: now };
  return { tries, waitMs };
}
