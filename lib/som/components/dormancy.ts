import { calibrations } from '../calibrations';
import { median } from '../statistics/median';
import { usualMg } from '../usual';
import type { SubstancePast } from '../past';
import type { SomComponent } from './component';

const LEAST_GAP_DAYS = 60;
const TIMES_USUAL_GAP = 3;
const MOST_OVER = 3;
const MOST_TIMES = 2.5;

/** An order after a long silence, weighed by its size (som.md 3). */
export const dormancy: SomComponent = {
  id: 'dormancy',
  aspect: 'frequency',
  weight: 1,
  minOrders: 8,
  calibration: calibrations.dormancy,
  measure(candidate, past) {
    const usualGap = median(gaps(past));
    const since = past.today - (past.last.at(-1)?.day ?? NaN);
    const limit = Math.max(TIMES_USUAL_GAP * (Number.isNaN(usualGap) ? 0 : usualGap), LEAST_GAP_DAYS);
    if (!(since > limit)) return null;
    const times = Math.min(MOST_TIMES, candidate.baseMg / usualMg(past)) / 1.5;
    return {
      value: (0.6 + Math.min(MOST_OVER, since / limit - 1)) * times,
      sentence: 'som.dormancy',
      params: { days: since, usual: Math.round(usualGap) },
    };
  },
};

/** Days between the last order days. */
function gaps({ last }: SubstancePast): number[] {
  return last.flatMap(({ day }, index) => {
    const before = last[index - 1]?.day;
    return before === undefined || before === day ? [] : [day - before];
  });
}
