import type { Params, PlainDate } from '@/lib/base';

/** Strength of a warning. `unchecked` is never shown as good: something needed for the comparison is unknown. */
export const somLevels = ['none', 'unchecked', 'information', 'caution', 'stop'] as const;
export type SomLevel = (typeof somLevels)[number];

/** One line of an order as the engine sees it. */
export interface SomLine {
  readonly lineNumber: number;
  readonly substanceCode: string | null;
  readonly substanceName: string | null;
  /** Milligrams of base drug in all packages of the line; null when product or package size is unknown. */
  readonly baseMg: number | null;
  /** Tablets, capsules, millilitres in all packages. */
  readonly units: number | null;
}

/** A past order day of one substance over all suppliers. */
export interface SeriesPoint {
  readonly date: PlainDate;
  readonly supplierId: string;
  readonly baseMg: number;
  readonly units: number;
}

/** A reason in words: a sentence key of `lib/words` with its numbers. */
export interface SomReason {
  readonly component: 'size' | 'volume';
  readonly sentence: string;
  readonly params: Params;
  /** −log10 of the share of real orders that exceed this one. */
  readonly strength: number;
}

export interface SubstanceAssessment {
  readonly substanceCode: string | null;
  readonly substanceName: string | null;
  readonly lineNumbers: readonly number[];
  readonly level: SomLevel;
  readonly score: number | null;
  readonly reasons: readonly SomReason[];
  /** Orders, days and suppliers that the comparison rests on. */
  readonly history: { readonly orders: number; readonly days: number; readonly suppliers: number };
}

export interface OrderAssessment {
  /** The highest level of any substance. */
  readonly level: SomLevel;
  readonly substances: readonly SubstanceAssessment[];
  readonly ruleVersion: string;
}
