import type { SeriesPoint, SomComponentId, SomLine, SomReason, SubstanceAssessment } from './assessment';
import type { PlainDate } from '@/lib/base';
import { rarity } from './calibration';
import type { Candidate } from './components/component';
import { somComponents } from './components/registry';
import { highestLevel, levelOf } from './level-of';
import { seriesOf, type PastOrder } from './series';

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
  const known = lines.filter(({ baseMg }) => baseMg !== null && Number.isFinite(baseMg) && baseMg > 0);
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
    components: Object.fromEntries(scored.map(({ component, strength }) => [component, strength])) as Partial<
      Record<SomComponentId, number>
    >,
    reasons: scored
      .slice(0, REASONS_SAID)
      .map(({ component, sentence, params, strength }) => ({ component, sentence, params, strength })),
    history: historyOf(series.orders, series.today),
  };
}

function candidateOf(lines: readonly SomLine[]): Candidate | null {
  const baseMg = lines.reduce((sum, line) => sum + (line.baseMg as number), 0);
  if (!(baseMg > 0 && Number.isFinite(baseMg))) return null;
  const units = lines.reduce<number | null>(
    (sum, line) => (sum === null || line.units === null ? null : sum + line.units),
    0,
  );
  return { baseMg, units: units !== null && units > 0 && Number.isFinite(units) ? units : null };
}

function historyOf(orders: readonly PastOrder[], today: number): SubstanceAssessment['history'] {
  return {
    orders: orders.length,
    days: orders[0] ? today - orders[0].day : 0,
    suppliers: new Set(orders.map(({ supplierId }) => supplierId)).size,
  };
}
