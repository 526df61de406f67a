/** Wrong tries of a secret since the last right one. */
export interface SpacedTries {
  readonly count: number;
  /** When the last one began; milliseconds since 1970. */
  readonly at: number;
}

/** How many wrong tries cost no wait, and how the wait grows after them: doubled by each, up to the longest. */
export interface TryPace {
  readonly free: number;
  readonly firstMs: number;
  readonly longestMs: number;
}

/** How long the next try waits after so many without success, ms. */
export function waitAfterTries(count: number, { free, firstMs, longestMs }: TryPace): number {
  return count <= free ? 0 : Math.min(firstMs * 2 ** (count - free - 1), longestMs);
}

/**
 * What is to be stored for one more try, and what is left to wait before it may be made (ms; 0: it is counted already).
 * Waiting goes by this computer's clock, for the browser has none that outlives a restart. A clock set back would lengthen
 * the wait by as much, so the wait begins anew instead and is never longer than it was.
 */
export function spacedTry(
  before: SpacedTries | undefined,
  now: number,
  pace: TryPace,
): { readonly tries: SpacedTries; readonly waitMs: number } {
  const { count, at } = before ?? { count: 0, at: now };
  const since = Math.min(at, now);
  const waitMs = Math.max(since + waitAfterTries(count, pace) - now, 0);
  return waitMs > 0
    ? { tries: { count, at: since }, waitMs }
    : { tries: { count: count + 1, at: now }, waitMs };
}
