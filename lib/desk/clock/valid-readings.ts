import { limits, type Clock } from '@/lib/base';
import * as v from 'valibot';
import type { ClockReading } from './clock-reading';

const readingSchema = v.strictObject({
  source: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.fieldMaxLength)),
  by: v.picklist(['https', 'ntp']),
  offsetMs: v.pipe(v.number(), v.finite()),
  uncertaintyMs: v.pipe(v.number(), v.minValue(0), v.maxValue(limits.clockSkewMs)),
  at: v.pipe(v.number(), v.finite()),
  steady: v.exactOptional(v.pipe(v.number(), v.finite())),
}) satisfies v.GenericSchema<unknown, ClockReading>;

/**
 * Stored comparisons that still count: well formed, not older than `limits.clockReadingMs`, not from the future, and made
 * since the clock was last set. What is broken counts as none (attacks.md 98).
 */
export function validReadings(stored: unknown, clock: Clock): readonly ClockReading[] {
  if (!Array.isArray(stored)) return [];
  const now = clock.now();
  const steady = clock.steady?.();
  return stored
    .flatMap((one: unknown) => {
      const reading = v.safeParse(readingSchema, one);
      return reading.success ? [reading.output] : [];
    })
    .filter((reading) => {
      const age = now - reading.at;
      return age >= 0 && age <= limits.clockReadingMs && !wasSetSince(reading, age, steady);
    });
}

/** The clock and the one that goes on evenly no longer say the same of the time between: it was set, or the machine slept. */
function wasSetSince({ steady: before }: ClockReading, age: number, steady: number | undefined): boolean {
  if (before === undefined || steady === undefined) return false;
  return Math.abs(steady - before - age) > limits.clockJumpMs;
}
