import { legalDay, type PlainDate } from '@/lib/base';

/** The calendar day at Greenwich, in which certificates and lists are dated. */
export function utcDay(ms: number): PlainDate {
  return legalDay(ms, 'UTC');
}
