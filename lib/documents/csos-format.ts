import { schedules } from '@/lib/base';
import type { OrderLine } from '@/lib/order';

/**
 * Fields of CSOSOrder that no order of ours has a value for. What suppliers expect there nobody could confirm (assumed), so
 * they stand here, in one place. ShipToNumber carries the purchaser's DEA number, as N1*ST does in X12 850.
 */
export const BUSINESS_UNIT = 'PHARMACY';
export const ORDER_CHANNEL = 'CSOS';

/** Buyer/DEASchedule: the schedules that this order asks for, in DEA's order; `none` where nothing in it is controlled. */
export function schedulesOf(lines: readonly OrderLine[]): string {
  const asked = schedules.filter((schedule) => lines.some((line) => line.schedule === schedule));
  return asked.join(',') || 'none';
}
