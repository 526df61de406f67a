import type { DueItem, Urgency } from '@/lib/reminders';

const RANK = { overdue: 0, today: 1, soon: 2 } as const satisfies Record<Urgency, number>;

/** Most urgent first, then the earliest day; duties without a day come last in their rank. */
export function byUrgency(a: DueItem, b: DueItem): number {
  return RANK[a.urgency] - RANK[b.urgency] || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9');
}
