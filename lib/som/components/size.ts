import { median } from '../statistics/median';
import { studentTTail } from '../statistics/student-t-tail';
import type { PastOrder } from '../series';
import type { SomComponent } from './component';
import { inCandidateUnits, monthOf } from './wording';

/** Four observations' worth of a standard deviation of .45 in ln mg, measured over real buyers. */
const PRIOR_ORDERS = 4;
const PRIOR_VARIANCE = 0.45 ** 2;
/** One absurd order in the past must not widen what counts as usual. */
const CLIP = 1.5;

/** Size of this order against the usual order: Student's t on ln mg with a prior spread (som.md 3). */
export const size: SomComponent = {
  id: 'size',
  weight: 1.15,
  minOrders: 1,
  calibration: [
    [0.2, 0.64],
    [0.1, 0.88],
    [0.05, 1.11],
    [0.02, 1.41],
    [0.01, 1.67],
    [0.005, 1.93],
    [0.002, 2.28],
    [0.001, 2.55],
  ],
  measure(candidate, { recent, usualMg }) {
    const logs = recent.map(({ baseMg }) => Math.log(baseMg));
    const n = logs.length;
    const m = median(logs);
    const ss = logs.reduce((sum, log) => sum + Math.max(-CLIP, Math.min(CLIP, log - m)) ** 2, 0);
    const freedom = PRIOR_ORDERS + n;
    const variance = (PRIOR_ORDERS * PRIOR_VARIANCE + ss) / freedom;
    const t = (Math.log(candidate.baseMg) - m) / Math.sqrt(variance * (1 + 1 / (n + 0.3)));
    return {
      value: studentTTail(t, freedom),
      sentence: candidate.units === null ? 'som.sizeMg' : 'som.size',
      params: {
        units: Math.round(candidate.units ?? candidate.baseMg),
        usual: inCandidateUnits(usualMg, candidate),
        count: n,
        since: monthOf((recent[0] as PastOrder).day),
      },
    };
  },
};
