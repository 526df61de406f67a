import { limits, spacedTry, waitAfterTries, type SpacedTries } from '@/lib/base';

/** Tries of a key's password since the last right one; they lie beside the keys, so restarts and windows share them. */
export interface Tries extends SpacedTries {
  /** As in `WrappedKey`. */
  readonly certificate: string;
}

const pace = {
  free: limits.vaultFreeTries,
  firstMs: limits.vaultFirstWaitMs,
  longestMs: limits.vaultLongestWaitMs,
};

/** How long the next try waits after so many without success, ms. */
export function waitAfter(count: number): number {
  return waitAfterTries(count, pace);
}

/**
 * What is to be stored for one more try, and what is left to wait before it may be made (ms; 0: it is counted already).
 *
 * A clock set forward is believed: who may set the clock could as well take the profile's files to a faster computer. What
 * protects the key there is the cost of deriving it; the waiting is against somebody who guesses at this keyboard.
 */
export function nextTry(
  certificate: string,
  before: Tries | undefined,
  now: number,
): { readonly tries: Tries; readonly waitMs: number } {
  const { tries, waitMs } = spacedTry(before, now, pace);
  return { tries: { certificate, ...tries }, waitMs };
}
