import { negativeBinomialTail } from '../statistics/negative-binomial-tail';
import type { PastOrder, Series } from '../series';
import type { SomComponent } from './component';
import { inCandidateUnits } from './wording';

const WINDOW_DAYS = 30;
const MAX_BLOCKS = 12;
/** Six blocks' worth of a dispersion of 1.6, measured over real buyers. */
const PRIOR_BLOCKS = 6;
const PRIOR_DISPERSION = 1.6;

/** Thirty days including this order, over all suppliers, against earlier thirty days (som.md 3). */
export const volume: SomComponent = {
  id: 'volume',
  weight: 0.85,
  minOrders: 6,
  calibration: [
    [0.2, 0.7],
    [0.1, 0.96],
    [0.05, 1.26],
    [0.02, 1.71],
    [0.01, 2.15],
    [0.005, 2.73],
    [0.002, 3.65],
    [0.001, 4.64],
  ],
  measure(candidate, series) {
    const total = candidate.baseMg + between(series.movements, series.today - WINDOW_DAYS + 1, series.today);
    const blocks = earlierBlocks(series).map((mg) => mg / series.usualMg);
    const n = blocks.length;
    const sum = blocks.reduce((a, b) => a + b, 0);
    const average = n === 0 ? 0 : sum / n;
    const mean = (sum + Math.max(average, 0.5)) / (n + 1);
    const variance = n === 0 ? 0 : blocks.reduce((acc, h) => acc + (h - average) ** 2, 0) / n;
    const dispersion = Math.max(
      1.05,
      (PRIOR_BLOCKS * PRIOR_DISPERSION + (n * variance) / Math.max(mean, 0.1)) / (PRIOR_BLOCKS + n),
    );
    const count = Math.round(total / series.usualMg);
    return {
      value: negativeBinomialTail(count, mean, mean * dispersion * (1 + 1 / (n + 1))),
      sentence: candidate.units === null ? 'som.volumeMg' : 'som.volume',
      params: {
        total: inCandidateUnits(total, candidate),
        highest: inCandidateUnits(highestWindow(series), candidate),
      },
    };
  },
};

/** Milligrams of each whole 30-day block before the current one, newest first, since the first order. */
function earlierBlocks({ movements, orders, today }: Series): readonly number[] {
  const age = today - (orders[0] as PastOrder).day;
  const count = Math.min(MAX_BLOCKS, Math.floor((age + 1) / WINDOW_DAYS) - 1);
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const to = today - WINDOW_DAYS * (i + 1);
    return Math.max(0, between(movements, to - WINDOW_DAYS + 1, to));
  });
}

/** The most that any thirty days up to yesterday held. */
function highestWindow({ movements, today }: Series): number {
  let highest = 0;
  let sum = 0;
  let from = 0;
  for (const movement of movements) {
    if (movement.day >= today) break;
    sum += movement.baseMg;
    while ((movements[from] as PastOrder).day <= movement.day - WINDOW_DAYS)
      sum -= (movements[from++] as PastOrder).baseMg;
    highest = Math.max(highest, sum);
  }
  return highest;
}

function between(movements: readonly PastOrder[], from: number, to: number): number {
  return movements.reduce((sum, { day, baseMg }) => (day >= from && day <= to ? sum + baseMg : sum), 0);
}
