import type { PlainDate } from '@/lib/base';
import type { SubstanceMonth } from '../month';
import { soundUnits, sumUnits } from '../units';
import type { LimitStanding, LimitStep } from './limit-view';
import { projectMonth } from './project-month';

export interface MonthAgainstLimit {
  /** Dosage units a calendar month that the pharmacy set for itself; null: none. */
  readonly limit: number | null;
  readonly months: readonly SubstanceMonth[];
  /** Dosage units of the order at hand; null where there is none, or they aren't known. */
  readonly candidate: number | null;
  readonly today: PlainDate;
}

/** The running month beside the pharmacy's own limit; null where there is none. What is left of it is nobody's business. */
export function limitStanding({ limit, months, candidate, today }: MonthAgainstLimit): LimitStanding | null {
  if (limit === null || !(limit > 0) || !Number.isFinite(limit)) return null;
  const running = months.find(({ month }) => month === today.slice(0, 7));
  const ordered = sumUnits(running?.days ?? []);
  const units = ordered + Math.max(0, soundUnits(candidate ?? 0));
  const projected = projectMonth({ units, today, months });
  return {
    limit,
    units,
    share: units / limit,
    step: stepOf(units / limit),
    projected: projected && { ...projected, step: stepOf(projected.units / limit) },
  };
}

function stepOf(share: number): LimitStep {
  if (share >= 1) return '100';
  if (share >= 0.9) return '90';
  return share >= 0.75 ? '75' : 'below';
}
