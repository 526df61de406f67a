import { kernelTail } from '../statistics/kernel-tail';
import { earlierWindows, recentMg } from '../windows';
import type { WordKey } from '@/lib/words';
import type { SomComponent } from './component';
import { inCandidateUnits, withUnits } from './wording';

/** In ln mg: how far apart windows lie that are the same to a buyer, and how far they lie apart at all. */
const WIDTH = 0.22;
const PRIOR_WIDTH = 0.6;
/** More than all but a thousandth of this order, goods sent back never take off. */
const LEAST_SHARE = 1e-3;

interface WindowWords {
  readonly days: number;
  readonly inUnits: WordKey;
  readonly inMg: WordKey;
}

/**
 * The last `days` days including this order, over all suppliers, against every earlier window of that length that ended on a
 * day with an order. Windows that overlap tell more than blocks side by side: a split order fills one whenever it falls.
 */
export function windowComponent(
  { days, inUnits, inMg }: WindowWords,
  head: Omit<SomComponent, 'measure'>,
): SomComponent {
  return {
    ...head,
    measure(candidate, past) {
      const windows = earlierWindows(past, days);
      if (windows.length === 0) return null;
      const before = recentMg(past, days);
      const total = Math.max(candidate.baseMg + before, candidate.baseMg * LEAST_SHARE);
      return {
        value: kernelTail(windows.map(Math.log), Math.log(total), WIDTH, PRIOR_WIDTH),
        // Of a window that holds this order alone, its size says it all.
        sentence: before > 0 ? withUnits(candidate, inUnits, inMg) : null,
        params: {
          total: inCandidateUnits(total, candidate),
          highest: inCandidateUnits(Math.max(...windows), candidate),
        },
      };
    },
  };
}
