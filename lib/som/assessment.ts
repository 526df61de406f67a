import type { Params, PlainDate } from '@/lib/base';
import type { WordKey } from '@/lib/words';

/** Strength of a warning. `unchecked` is never shown as good: something needed for the comparison is unknown. */
export const somLevels = ['none', 'unchecked', 'information', 'caution', 'stop'] as const;
export type SomLevel = (typeof somLevels)[number];

/** What an order is compared by (suspicious orders: unusual size, pattern, frequency; 21 CFR 1301.74(b)). */
export const somComponentIds = [
  'size',
  'week',
  'volume',
  'burst',
  'newStrength',
  'dormancy',
  'maxSix',
  'growth',
] as const;
export type SomComponentId = (typeof somComponentIds)[number];

/** Why a line's amount can't be relied on: which part isn't known, can't be right, or is told in two ways. */
export const somGaps = ['product', 'strength', 'packageSize', 'packages', 'contradiction'] as const;
export type SomGap = (typeof somGaps)[number];

/** One line of an order as the engine sees it. */
export interface SomLine {
  readonly lineNumber: number;
  readonly substanceCode: string | null;
  readonly substanceName: string | null;
  /** Milligrams of base drug in all packages of the line; null when product or package size is unknown. */
  readonly baseMg: number | null;
  /** Tablets, capsules, millilitres in all packages. */
  readonly units: number | null;
  /** Milligrams of base drug in one unit; null where it isn't known. */
  readonly strengthMg: number | null;
  /** Units in one package, where known. */
  readonly packageSize?: number | null;
  /** The line isn't compared, or not only: what is known of its amount may warn, and never reassures. */
  readonly gap?: SomGap | null;
}

/** What is ordered of a substance. */
export interface SomAmount {
  readonly baseMg: number;
  /** Null where a line's units aren't known, or strengths in other units are together. */
  readonly units: number | null;
}

/** An amount that is a usual one times what a slip of the finger makes of it: a zero or two more, units for packages. */
export interface SomSlip {
  readonly kind: 'ten' | 'hundred' | 'package';
  /** 10, 100, or the units of a package. */
  readonly times: number;
  /** The line that it is alone; null: all lines of the substance together. */
  readonly lineNumber: number | null;
  /** What was ordered before. */
  readonly usual: SomAmount;
}

/** A past order day of one substance at one supplier. Negative amounts are returns: they lower volume, never order counts. */
export interface SeriesPoint {
  readonly date: PlainDate;
  readonly supplierId: string;
  readonly baseMg: number;
  /** Milligrams a unit; null where it isn't known. Several strengths of a day are several points of one order. */
  readonly strengthMg: number | null;
}

/** A reason in words: a sentence key of `lib/words` with its numbers. */
export interface SomReason {
  readonly component: SomComponentId;
  readonly sentence: WordKey;
  readonly params: Params;
  /** −log10 of the share of real orders that exceed this one. */
  readonly strength: number;
}

export interface SubstanceAssessment {
  readonly substanceCode: string | null;
  readonly substanceName: string | null;
  readonly lineNumbers: readonly number[];
  /** Lines among them whose amount is unknown. */
  readonly uncheckedLines: readonly number[];
  /** The same by what they lack; a line whose gap nobody named isn't in it. */
  readonly gaps: readonly { readonly lineNumber: number; readonly gap: SomGap }[];
  /** What is known to be ordered of it; null where nothing is. */
  readonly ordered: SomAmount | null;
  readonly slip: SomSlip | null;
  readonly level: SomLevel;
  /** Null when nothing could be compared. */
  readonly score: number | null;
  /** −log10 of the share of real orders that exceed this one, of each component that had enough history. */
  readonly components: Readonly<Partial<Record<SomComponentId, number>>>;
  /** The strongest first. */
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
