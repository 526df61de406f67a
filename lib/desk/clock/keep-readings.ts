import { limits } from '@/lib/base';
import type { ClockReading } from './clock-reading';

/**
 * What to keep once new comparisons were taken: the newest of each source. Where a source now says something else than
 * before, this clock was set in between, so that nothing from before counts any more; a time server's word isn't enough for
 * that, or who forges it could take away what HTTPS said.
 */
export function keepReadings(
  before: readonly ClockReading[],
  taken: readonly ClockReading[],
): readonly ClockReading[] {
  const wasSet = taken.some(
    (now) => now.by === 'https' && before.some((then) => isSame(then, now) && differs(then, now)),
  );
  const kept = wasSet ? [] : before.filter((then) => !taken.some((now) => isSame(then, now)));
  return [...kept, ...taken];
}

function isSame(a: ClockReading, b: ClockReading): boolean {
  return a.source === b.source && a.by === b.by;
}

function differs(a: ClockReading, b: ClockReading): boolean {
  const tolerance = a.uncertaintyMs + b.uncertaintyMs + limits.clockJumpMs;
  return Math.abs(a.offsetMs - b.offsetMs) > tolerance;
}
