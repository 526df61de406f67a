import type { Params } from '@/lib/base';
import type { WordKey } from '@/lib/words';
import type { SomComponentId } from '../assessment';
import type { Calibration } from '../calibration';
import type { SubstancePast } from '../past';

/** The lines of one substance in the order at hand, as one amount. */
export interface Candidate {
  readonly baseMg: number;
  /** Units in those lines; null where they aren't known. */
  readonly units: number | null;
  /** Milligrams of base drug by strength (milligrams a unit), of lines whose strength is known. */
  readonly byStrength: ReadonlyMap<number, number>;
}

/** How unusual the candidate is by one component, and the sentence that says so. */
export interface Measure {
  /** The component's own measure, ≥ 0 and finite; calibration makes it comparable. */
  readonly value: number;
  /** Null: it counts, and another component says the same better. */
  readonly sentence: WordKey | null;
  readonly params: Params;
}

/** One way of comparing (som.md 3). A component is a file beside this one and a row in `registry.ts`. */
export interface SomComponent {
  readonly id: SomComponentId;
  /** What it looks at. Of two reasons that look at the same, the stronger says it all. */
  readonly aspect: 'amount' | 'total' | 'frequency' | 'product';
  readonly weight: number;
  /** Past orders, and days since the first, needed before it may speak: fewer give too many false alarms. */
  readonly minOrders: number;
  readonly minDays?: number;
  readonly calibration: Calibration;
  /** Null: this one has nothing to say of this order. There is at least one past order. */
  readonly measure: (candidate: Candidate, past: SubstancePast) => Measure | null;
}
