import { legalDay, type Finding, type PlainDate } from '@/lib/base';
import { checkOrder, draftOf, type Order } from '@/lib/order';
import type { Judged } from './types';

/** The zones of the United States that are farthest east and west: an order's day is the purchaser's. */
const EASTERNMOST = 'Pacific/Guam';
const WESTERNMOST = 'Pacific/Pago_Pago';

/** The fields of 21 CFR 1305.21(b); the date must be the day on which the order was signed, somewhere in the country. */
export function judgeFields(order: Order, signingTime: number | null): Judged {
  const today = signingTime === null ? order.date : signingDay(order.date, signingTime);
  const findings: Finding[] = checkOrder(draftOf(order), {
    today,
    registrantDea: order.purchaser.deaNumber,
  });
  return {
    result: findings.some(({ severity }) => severity === 'blocks') ? 'failed' : 'held',
    findings,
  };
}

/** The order's own date where it was that day somewhere in the country; else the day in Washington. */
function signingDay(date: PlainDate, signingTime: number): PlainDate {
  const first = legalDay(signingTime, WESTERNMOST);
  const last = legalDay(signingTime, EASTERNMOST);
  return first <= date && date <= last ? date : legalDay(signingTime, 'America/New_York');
}
