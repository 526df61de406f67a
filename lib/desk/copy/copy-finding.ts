import type { CopyState } from '@/lib/archive';
import { finding, limits, type Finding } from '@/lib/base';

const HOUR_MS = 3_600_000;

/**
 * Nothing legal lives in one browser profile alone. Counted from the oldest record that no copy holds, so that a pharmacy
 * which ordered nothing over a holiday is not warned.
 */
export function isCopyStale({ oldestNewAt, lastAt }: CopyState, now: number, everyHours: number): boolean {
  const limit = (everyHours + limits.copyMarginHours) * HOUR_MS;
  if (oldestNewAt === null) return false;
  // Records keep the time of a clock that was once ahead, for as long as it was: then the last copy's own day counts.
  if (oldestNewAt > now + limit) return lastAt === null || lastAt > now || now - lastAt > limit;
  return now - oldestNewAt > limit;
}

export function copyFindings(state: CopyState, now: number, everyHours: number): Finding[] {
  if (!isCopyStale(state, now, everyHours)) return [];
  const hours = Math.max(0, Math.floor((now - (state.oldestNewAt ?? now)) / HOUR_MS));
  const code = state.lastAt === null ? 'archive/copy-none' : 'archive/copy-stale';
  return [finding('warns', code, { params: { hours }, rule: '21 CFR 1305.27' })];
}
