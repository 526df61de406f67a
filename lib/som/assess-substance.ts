import type { SomLine, SomReason, SubstanceAssessment } from './assessment';
import { limits } from '@/lib/base';
import { rarity } from './calibration';
import type { Candidate, SomComponent } from './components/component';
import { somComponents } from './components/registry';
import { highestLevel, levelOf } from './level-of';
import { isAmount, type SubstancePast } from './past';
import { slipOf } from './slip-of';

const REASONS_SAID = 2;

interface Scored extends Omit<SomReason, 'sentence'> {
  readonly sentence: SomReason['sentence'] | null;
  readonly aspect: SomComponent['aspect'];
  readonly weighted: number;
}

/**
 * Judges the lines of one substance in one order together, so that five lines of 100 are one order of 500. A line of
 * unknown amount leaves the whole `unchecked` unless what is known already warns.
 */
export function assessSubstance(lines: readonly SomLine[], past: SubstancePast): SubstanceAssessment {
  const first = lines[0] as SomLine;
  const known = lines.filter(
    ({ baseMg }) => baseMg !== null && Number.isFinite(baseMg) && baseMg >= limits.somMinMg,
  );
  const unchecked = lines.filter((line) => !known.includes(line) || (line.gap ?? null) !== null);
  const candidate = candidateOf(known);
  const scored = candidate === null || past.count === 0 ? [] : measured(candidate, past);
  const score = scored.length === 0 ? null : together(scored);
  const complete = score !== null && unchecked.length === 0;
  return {
    substanceCode: first.substanceCode,
    substanceName: first.substanceName,
    lineNumbers: lines.map(({ lineNumber }) => lineNumber),
    uncheckedLines: unchecked.map(({ lineNumber }) => lineNumber),
    gaps: unchecked.flatMap(({ lineNumber, gap }) => (gap ? [{ lineNumber, gap }] : [])),
    ordered: candidate && { baseMg: candidate.baseMg, units: candidate.units },
    slip: candidate && slipOf(known, candidate, past),
    level: highestLevel([complete ? 'none' : 'unchecked', score === null ? 'none' : levelOf(score)]),
    score,
    components: Object.fromEntries(scored.map(({ component, strength }) => [component, strength])),
    reasons: strongest(scored),
    history: {
      orders: past.count,
      days: past.count === 0 ? 0 : past.today - past.firstDay,
      suppliers: past.suppliers,
    },
  };
}

/** What each component says that knows enough of the past; the strongest first. */
function measured(candidate: Candidate, past: SubstancePast): Scored[] {
  const days = past.today - past.firstDay;
  return somComponents
    .filter(({ minOrders, minDays = 0 }) => past.count >= minOrders && days >= minDays)
    .flatMap(({ id, aspect, weight, calibration, measure }): Scored[] => {
      const found = measure(candidate, past);
      if (found === null) return [];
      const strength = rarity(calibration, found.value);
      const { sentence, params } = found;
      return [{ component: id, aspect, sentence, params, strength, weighted: weight * strength }];
    })
    .sort((a, b) => b.weighted - a.weighted);
}

/** Of several that look at the same, the strongest. */
function strongest(scored: readonly Scored[]): readonly SomReason[] {
  const said = scored.flatMap(({ sentence, ...rest }) => (sentence === null ? [] : [{ ...rest, sentence }]));
  return said
    .filter(({ aspect }, index) => said.findIndex((other) => other.aspect === aspect) === index)
    .slice(0, REASONS_SAID)
    .map(({ component, sentence, params, strength }) => ({ component, sentence, params, strength }));
}

/**
 * All of it as one number: the root of the sum of squares. Several things a little unusual at once are unusual, which the
 * strongest alone wouldn't say; and one that is very unusual isn't watered down by the others (docs/som.md).
 */
function together(scored: readonly Scored[]): number {
  return Math.hypot(...scored.map(({ weighted }) => weighted));
}

function candidateOf(lines: readonly SomLine[]): Candidate | null {
  if (lines.length === 0) return null;
  const sum = lines.reduce((total, line) => total + (line.baseMg as number), 0);
  const units = lines.reduce<number | null>(
    (total, line) => (total === null || line.units === null ? null : total + line.units),
    0,
  );
  const byStrength = new Map<number, number>();
  for (const { strengthMg, baseMg } of lines)
    if (isAmount(strengthMg))
      byStrength.set(strengthMg, (byStrength.get(strengthMg) ?? 0) + (baseMg as number));
  // An absurd amount is judged as the largest that can be compared, so that it warns and nothing overflows.
  return { baseMg: Math.min(sum, limits.somMaxMg), units: isAmount(units) ? units : null, byStrength };
}
