import type { SeriesPoint, SomLine, SomReason, SubstanceAssessment } from './assessment';
import { limits, type PlainDate } from '@/lib/base';
import { rarity } from './calibration';
import type { Candidate } from './components/component';
import { somComponents } from './components/registry';
import { highestLevel, levelOf } from './level-of';
import { isAmount, seriesOf, type PastOrder } from './series';

/** How much the second strongest component adds to the strongest. */
const SECOND_WEIGHT = 0.15;
const REASONS_SAID = 2;

interface Scored extends SomReason {
  readonly weighted: number;
}

/**
 * Judges the lines of one substance in one order together, so that five lines of 100 are one order of 500. A line of
 * unknown amount leaves the whole `unchecked` unless what is known already warns.
 */
export function assessSubstance(
  lines: readonly SomLine[],
  points: readonly SeriesPoint[],
  today: PlainDate,
): SubstanceAssessment {
  const first = lines[0] as SomLine;
  const known = lines.filter(
    ({ baseMg }) => baseMg !== null && Number.isFinite(baseMg) && baseMg >= limits.somMinMg,
  );
  const series = seriesOf(points, today);
  const candidate = candidateOf(known);
  const scored =
    candidate === null || series.orders.length === 0
      ? []
      : somComponents
          .filter(({ minOrders }) => series.orders.length >= minOrders)
          .map(({ id, weight, calibration, measure }): Scored => {
            const { value, sentence, params } = measure(candidate, series);
            const strength = rarity(calibration, value);
            return { component: id, sentence, params, strength, weighted: weight * strength };
          })
          .sort((a, b) => b.weighted - a.weighted);
  const [best, second] = scored;
  const score = best ? best.weighted + SECOND_WEIGHT * (second?.weighted ?? 0) : null;
  const complete = score !== null && known.length === lines.length;
  return {
    substanceCode: first.substanceCode,
    substanceName: first.substanceName,
    lineNumbers: lines.map(({ lineNumber }) => lineNumber),
    uncheckedLines: lines.filter((line) => !known.includes(line)).map(({ lineNumber }) => lineNumber),
    level: highestLevel([complete ? 'none' : 'unchecked', score === null ? 'none' : levelOf(score)]),
    score,
    components: Object.fromEntries(scored.map(({ component, strength }) => [component, strength])),
    reasons: scored
      .slice(0, REASONS_SAID)
      .map(({ component, sentence, params, strength }) => ({ component, sentence, params, strength })),
    history: historyOf(series.orders, series.today),
  };
}

function candidateOf(lines: readonly SomLine[]): Candidate | null {
  if (lines.length === 0) return null;
  const sum = lines.reduce((total, line) => total + (line.baseMg as number), 0);
  const units = lines.reduce<number | null>(
    (total, line) => (total === null || line.units === null ? null : total + line.units),
    0,
  );
  // An absurd amount is judged as the largest that can be compared, so that it warns and nothing overflows.
  return { baseMg: Math.min(sum, limits.somMaxMg), units: isAmount(units) ? units : null };
}

function historyOf(orders: readonly PastOrder[], today: number): SubstanceAssessment['history'] {
  return {
    orders: orders.length,
    days: orders[0] ? today - orders[0].day : 0,
    suppliers: new Set(orders.map(({ supplierId }) => supplierId)).size,
  };
}
