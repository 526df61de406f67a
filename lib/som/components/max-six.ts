import { calibrations } from '../calibrations';
import { PAST_DAYS, type SubstancePast } from '../past';
import type { SomComponent } from './component';
import { amountsBeside } from './wording';

const MONTHS = 6;
const MOST_TIMES = 3;
const WORDS = { units: 'som.maxSix', thisStrength: 'som.maxSixThisStrength', mg: 'som.maxSixMg' } as const;

/** The calendar month including this order against the highest of the six before: wholesalers' commonest rule (som.md 3, 4). */
export const maxSix: SomComponent = {
  id: 'maxSix',
  aspect: 'total',
  weight: 0.4,
  minOrders: 12,
  minDays: 150,
  calibration: calibrations.maxSix,
  measure(candidate, past) {
    const [current = 0, ...before] = monthSums(past);
    const highest = Math.max(...before);
    const total = Math.max(0, current) + candidate.baseMg;
    const told = amountsBeside(candidate, past, WORDS);
    return {
      value: highest > 0 ? total / highest : MOST_TIMES,
      sentence: told.sentence,
      params: {
        total: told.of(total),
        highest: told.of(Math.max(0, highest)),
      },
    };
  },
};

/** Milligrams of this calendar month and of the six before, newest first. */
function monthSums({ mg, today }: SubstancePast): number[] {
  const sums: number[] = [];
  let end = PAST_DAYS;
  let day = today;
  while (sums.length <= MONTHS) {
    const days = new Date(day * 86_400_000).getUTCDate();
    const start = Math.max(0, end - days);
    sums.push(mg.subarray(start, end).reduce((sum, one) => sum + one, 0));
    end = start;
    day -= days;
  }
  return sums;
}
