/** Where the present comes from. Every room takes one, so that time can be set in tests and distrusted in signing. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /**
   * Milliseconds that go on evenly whatever is done to the clock, from a beginning that may differ from context to context.
   * Absent where tests set the time.
   */
  steady?(): number;
}

/** The machine's own clock: the only place that reads it. */
export const systemClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.timeOrigin + performance.now(),
};

export function fixedClock(at: number | string): Clock {
  const ms = typeof at === 'number' ? at : Date.parse(at);
  return { now: () => ms };
}
