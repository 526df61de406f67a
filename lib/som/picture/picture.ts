import type { PlainDate } from '@/lib/base';

/** How much the comparison rests on: `learning` with no order, `low` under eight (som.md 6). */
export type SomConfidence = 'learning' | 'low' | 'usual';

export interface PictureBand {
  /** Dosage units a month, both ≥ 0; `low` ≤ `high`. */
  readonly low: number;
  readonly high: number;
}

export interface PictureMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Dosage units, > 0; by supplier in the order of `SubstancePicture.suppliers`, those without units left out. */
  readonly suppliers: readonly { readonly supplierId: string; readonly units: number }[];
  /** Their sum: what was bought. What went back isn't taken off, since nobody can say from which bar. */
  readonly total: number;
  /** Where the month would be expected by the months before it; null where fewer than three are known. */
  readonly expected: PictureBand | null;
}

/** What is drawn of a substance: plain numbers, the same for the chart, its table and its print. */
export interface SubstancePicture {
  /** Thirteen, oldest first; the last is the running month. */
  readonly months: readonly PictureMonth[];
  /** Suppliers of these months, the one with most units first: the order of the stacks, the same in each bar. */
  readonly suppliers: readonly { readonly supplierId: string; readonly units: number }[];
  /** Of the running month. */
  readonly expected: PictureBand | null;
  /** The pharmacy's own limit in dosage units a month. */
  readonly limit: number | null;
  /** The order at hand, on top of the running month; null where there is none, or its units aren't known. */
  readonly candidate: { readonly units: number } | null;
  /** Days from one order day to the next: the later day, and how many days lie between. Oldest first. */
  readonly gaps: readonly { readonly date: PlainDate; readonly days: number }[];
  /** Median of the gaps in days; null with fewer than two. */
  readonly usualGap: number | null;
  /** Days since the last order; null without one. */
  readonly sinceLast: number | null;
  /** Orders ever, calendar months since the first (this one included), suppliers ever. */
  readonly history: { readonly orders: number; readonly months: number; readonly suppliers: number };
  readonly confidence: SomConfidence;
}
