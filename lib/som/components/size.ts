import { kernelTail } from '../statistics/kernel-tail';
import { usualMg, usualOrders } from '../usual';
import { calibrations } from '../calibrations';
import type { PastOrder } from '../past';
import type { SomComponent } from './component';
import { amountsBeside, monthOf } from './wording';

/** In ln mg: how far apart orders lie that are the same to a buyer, and how far buyers' orders lie apart at all. */
const WIDTH = 0.25;
const PRIOR_WIDTH = 0.45;

const WORDS = { units: 'som.size', thisStrength: 'som.sizeThisStrength', mg: 'som.sizeMg' } as const;

/** Size of this order against the usual orders: the share of orders that would be as large, on ln mg (som.md 3). */
export const size: SomComponent = {
  id: 'size',
  aspect: 'amount',
  weight: 1.2,
  minOrders: 1,
  calibration: calibrations.size,
  measure(candidate, past) {
    const usual = usualOrders(past);
    const told = amountsBeside(candidate, past, WORDS);
    const logs = usual.map(({ baseMg }) => Math.log(baseMg));
    return {
      value: kernelTail(logs, Math.log(candidate.baseMg), WIDTH, PRIOR_WIDTH),
      sentence: told.sentence,
      params: {
        units: told.of(candidate.baseMg),
        usual: told.of(usualMg(past)),
        count: usual.length,
        since: monthOf((usual[0] as PastOrder).day),
      },
    };
  },
};
