import { kernelTail } from '../statistics/kernel-tail';
import { earlierWindows, recentMg } from '../windows';
import type { SomComponent } from './component';
import { amountsBeside, type AmountWords } from './wording';

/** In ln mg: how far apart windows lie that are the same to a buyer, and how far they lie apart at all. */
const WIDTH = 0.22;
const PRIOR_WIDTH = 0.6;
/** More than all but a thousandth of this order, goods sent back never take off. */
const LEAST_SHARE = 1e-3;

interface Window {
  readonly days: number;
  readonly words: AmountWords;
}

/**
 * The last `days` days including this order, over all suppliers, against every earlier window of that length that ended on a
 * day with an order. Windows that overlap tell more than blocks side by side: a split order fills one whenever it falls.
 */
export function windowComponent({ days, words }: Window, head: Omit<SomComponent, 'measure'>): SomComponent {
  return {
    ...head,
    measure(candidate, past) {
      const windows = earlierWindows(past, days);
      if (windows.length === 0) return null;
      const before = recentMg(past, days);
      const total = Math.max(candidate.baseMg + before, candidate.baseMg * LEAST_SHARE);
      const told = amountsBeside(candidate, past, words);
      return {
        value: kernelTail(logsOf(windows), Math.log(total), WIDTH, PRIOR_WIDTH),
        // Of a window that holds this order alone, its size says it all.
        sentence: before > 0 ? told.sentence : null,
        params: {
          total: told.of(total),
          highest: told.of(highestOf(windows)),
        },
      };
    },
  };
}

// Loops where `map` and a spread would read better: up to 365 windows, twice a substance, before anybody has signed.

function logsOf(windows: Float64Array): Float64Array {
  const logs = new Float64Array(windows.length);
  for (let at = 0; at < windows.length; at++) logs[at] = Math.log(windows[at] as number);
  return logs;
}

function highestOf(windows: Float64Array): number {
  let highest = 0;
  for (let at = 0; at < windows.length; at++) highest = Math.max(highest, windows[at] as number);
  return highest;
}
