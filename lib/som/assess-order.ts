import type { PlainDate } from '@/lib/base';
import type { OrderAssessment, SomLine } from './assessment';
import { pastOf, type SubstancePast } from './past';
import { assessSubstance } from './assess-substance';
import { highestLevel } from './level-of';
import { somRuleVersion } from './rule-version';

export interface OrderToAssess {
  /** Lines of controlled products, and of products that weren't recognised; those known not to be controlled stay out. */
  readonly lines: readonly SomLine[];
  /** By substance code: what was ordered before, at every supplier, earlier on the same day included. */
  readonly past: ReadonlyMap<string, SubstancePast>;
  readonly today: PlainDate;
}

/** Compares an order with the pharmacy's own past, substance by substance (som.md 3). Pure; never throws, never NaN. */
export function assessOrder({ lines, past, today }: OrderToAssess): OrderAssessment {
  const groups = new Map<string, SomLine[]>();
  for (const line of lines) {
    const key = line.substanceCode ?? `line ${line.lineNumber}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const substances = [...groups].map(([code, group]) =>
    assessSubstance(group, past.get(code) ?? pastOf([], today)),
  );
  return {
    level: highestLevel(substances.map(({ level }) => level)),
    substances,
    ruleVersion: somRuleVersion,
  };
}
