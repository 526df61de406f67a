import type { PlainDate } from '@/lib/base';

/** Where the figures come from: what was ordered, or what was dispensed. */
export type RatioSource = 'orders' | 'dispensing';

/** Why a figure isn't there; each has its sentence (`ratios.unchecked.*`). */
export type RatioGap = 'no-non-controlled' | 'no-figures' | 'short-history';

/** One of five blocks of 90 days, the last one ending on the last day of the figures. */
export interface RatioBlock {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export interface RatioRow {
  /** Id of a family of `lib/drugs`, or `all` for the ten together. */
  readonly family: string;
  /** Dosage units in each block, oldest first. */
  readonly units: readonly number[];
  /** Units to non-controlled units in each block; null where those aren't known. */
  readonly ratios: readonly (number | null)[];
  /** The last block to the mean of the four before it: 1.2 is a fifth more; null where those are empty or not covered. */
  readonly growth: number | null;
}

/** Highly diverted families beside everything else, against this pharmacy's own past (som.md 5). No peer figures. */
export interface RatioView {
  readonly source: RatioSource;
  /** Five, oldest first. */
  readonly blocks: readonly RatioBlock[];
  /** Non-controlled dosage units in each block; null where none are known from its first days on. */
  readonly nonControlled: readonly (number | null)[];
  /** What isn't checked, and why; empty where all is. */
  readonly gaps: readonly RatioGap[];
  readonly all: RatioRow;
  /** The ten, the one with most units in the last block first. */
  readonly families: readonly RatioRow[];
  /** Strengths that are diverted most: units of them, and their share of their substance, in each block; null without units. */
  readonly strengths: readonly {
    readonly family: string;
    readonly strengthsMg: readonly number[];
    readonly units: readonly number[];
    readonly shares: readonly (number | null)[];
  }[];
  /** Opioids, benzodiazepines and carisoprodol in each block: units, and days on which all three were bought. */
  readonly combination: {
    readonly opioid: readonly number[];
    readonly benzodiazepine: readonly number[];
    readonly carisoprodol: readonly number[];
    readonly days: readonly number[];
  };
  /** Milligram morphine equivalents a calendar month, thirteen, oldest first; `left` names opioids that have no factor and aren't in it. */
  readonly mme: {
    readonly months: readonly { readonly month: string; readonly mme: number }[];
    readonly left: readonly string[];
  };
}
