import type { CopyState } from '@/lib/archive';
import { finding, limits, type Finding } from '@/lib/base';

const HOUR_MS = 3_600_000;

/**
 * Nothing legal lives in one browser profile alone. Counted from the oldest record that no copy holds, so that a pharmacy
 * which ordered nothing over a holiday is not warned.
 */
export function isCopyStale({ oldestNewAt }: CopyState, now: number, everyHours: number): boolean {
  return oldestNewAt !== null && now - oldestNewAt > (everyHours + limits.copyMarginHours) * HOUR_MS;
}

export function copyFindings(state: CopyState, now: number, everyHours: number): Finding[] {
  if (!isCopyStale(state, now, everyHours)) return [];
  const hours = Math.floor((now - (state.oldestNewAt ?? now)) / HOUR_MS);
  const code = state.lastAt === null ? 'archive/copy-none' : 'archive/copy-stale';
  return [finding('warns', code, { params: { hours }, rule: '21 CFR 1305.27' })];
}
