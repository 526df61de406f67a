import type { Params } from '@/lib/base';
import type { WordKey } from '@/lib/words';
import type { SomComponentId } from '../assessment';
import type { Calibration } from '../calibration';
import type { Series } from '../series';

/** The lines of one substance in the order at hand, as one amount. */
export interface Candidate {
  readonly baseMg: number;
  /** Units in those lines; null where they aren't known. */
  readonly units: number | null;
}

/** How unusual the candidate is by one component, and the sentence that says so. */
export interface Measure {
  /** The component's own measure, ≥ 0 and finite; calibration makes it comparable. */
  readonly value: number;
  readonly sentence: WordKey;
  readonly params: Params;
}

/** One way of comparing (som.md 3). A component is a file beside this one and a row in `registry.ts`. */
export interface SomComponent {
  readonly id: SomComponentId;
  readonly weight: number;
  /** Past orders needed before it may speak: fewer give too many false alarms. */
  readonly minOrders: number;
  readonly calibration: Calibration;
  readonly measure: (candidate: Candidate, series: Series) => Measure;
}
