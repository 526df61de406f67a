import { addDays, type PlainDate } from '@/lib/base';
import type { DueKind, Duty } from './due';

/**
 * How many days a duty may be put off. What the law counts in hours, or one business day, isn't put off at all: a snooze
 * would outlast it. What the law gives no grace for waits until the next day and has to be asked for anew. All else waits a
 * week at most, and never past the day it is due.
 */
const DAYS: Readonly<Record<DueKind, number>> = {
  'poa-departed': 0,
  'key-compromised': 0,
  'loss-notice': 0,
  // Putting it off would be a record.
  'archive-read-only': 0,
  receipt: 1,
  'page-differs': 1,
  'portal-receipt': 1,
  'beside-receipt': 1,
  'link-statement': 1,
  'link-replacement': 1,
  'expired-balance': 1,
  'crl-stale': 1,
  'receipt-partly': 7,
  sign: 7,
  submit: 7,
  'order-expiring': 7,
  'loss-form-106': 7,
  'certificate-expiring': 7,
  'copy-overdue': 7,
  enrolment: 7,
};

/** Kinds whose day is the last one: there is time until it, and from then on it is asked for daily. */
const LAST_DAY: readonly DueKind[] = ['order-expiring', 'loss-form-106', 'certificate-expiring'];

/** The latest day a duty may be put off to; null where it may not. */
export function mayWaitUntil(
  { kind, dueOn }: Pick<Duty, 'kind' | 'dueOn'>,
  today: PlainDate,
): PlainDate | null {
  if (DAYS[kind] === 0) return null;
  const latest = addDays(today, DAYS[kind]);
  if (dueOn === null || dueOn >= latest || !LAST_DAY.includes(kind)) return latest;
  return dueOn > today ? dueOn : addDays(today, 1);
}
