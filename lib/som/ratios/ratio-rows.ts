import type { PlainDate } from '@/lib/base';

/** What was bought, or dispensed, on a day of one product; many may share a day. */
export interface RatioFact {
  readonly date: PlainDate;
  /** DEA drug code; null: not controlled. */
  readonly substanceCode: string | null;
  /** Milligrams a unit; null where it isn't known. */
  readonly strengthMg: number | null;
  /** Dosage units; negative: they went back. */
  readonly units: number;
  /** Milligram morphine equivalents of them; null where no factor applies or the form isn't known. */
  readonly mme: number | null;
}
