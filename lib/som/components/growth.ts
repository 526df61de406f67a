import { calibrations } from '../calibrations';
import { recentMg } from '../windows';
import { PAST_DAYS, type SubstancePast } from '../past';
import { usualMg } from '../usual';
import type { SomComponent } from './component';

const QUARTER = 90;
/** The half year from seven to twelve blocks of thirty days back. */
const HALF_YEAR = 180;
const HALF_YEAR_AGO = 180;
const YEAR_AGO = 365 - QUARTER / 2;

/**
 * The last quarter against a fixed older reference, once a month: a baseline that rolls along absorbs slow growth, and a
 * sanctioned pharmacy's eightfold rise went quiet in its second year (som.md 3).
 */
export const growth: SomComponent = {
  id: 'growth',
  aspect: 'total',
  weight: 0.3,
  minOrders: 12,
  minDays: HALF_YEAR_AGO + HALF_YEAR,
  calibration: calibrations.growth,
  measure(candidate, past) {
    if (!isFirstOfMonth(past)) return null;
    const usual = usualMg(past);
    const now = Math.max(0, recentMg(past, QUARTER)) + candidate.baseMg;
    const older = (recentMg(past, HALF_YEAR, HALF_YEAR_AGO) * QUARTER) / HALF_YEAR;
    // What sells by season is compared with its season.
    const reference = Math.max(0, older, recentMg(past, QUARTER, YEAR_AGO));
    // One usual order on both sides: three tablets instead of one are no threefold growth.
    const times = (now + usual) / (reference + usual);
    return {
      value: Math.max(0, Math.log2(times)),
      sentence: 'som.growth',
      params: { times: Math.round((now / Math.max(reference, usual)) * 10) / 10 },
    };
  },
};

/** Whether nothing was ordered in this calendar month before. */
function isFirstOfMonth({ orders, today }: SubstancePast): boolean {
  const days = new Date(today * 86_400_000).getUTCDate();
  return orders.subarray(PAST_DAYS - days).every((count) => count === 0);
}
