import type { Ndc11, ScheduleOrNone } from '@/lib/base';

/** A base drug as DEA keys it. `code` is the four-digit Administration Controlled Substances Code (21 CFR 1308). */
export interface Substance {
  readonly code: string;
  /** Lower-case generic name, such as `oxycodone`. */
  readonly name: string;
}

/**
 * What the page states in a column and its description says otherwise, or what the page says and the NDC directory says
 * otherwise of the same NDC. `substance` comes from the directory alone.
 */
export type Contradiction = 'substance' | 'strength' | 'packageSize' | 'schedule' | 'form';

/**
 * What is known of an ordered product. Every null means unknown, never "none": an unknown schedule is not
 * "not controlled", an unknown package size is not 1.
 */
export interface Product {
  readonly ndc11: Ndc11 | null;
  /** As the supplier writes it, white space folded. */
  readonly description: string;
  readonly substance: Substance | null;
  readonly schedule: ScheduleOrNone | null;
  /** Milligrams of the controlled substance per unit: per tablet, millilitre, gram; per hour for patches. */
  readonly strengthMg: number | null;
  /** Dosage form as a lower-case word: `tablet`, `capsule`, `patch`, `injection`, `solution`. */
  readonly form: string | null;
  /** Units in one package (tablets, capsules, patches, millilitres). */
  readonly packageSize: number | null;
  /**
   * Where the package size was read; one from the description is doubtful: there it stands among other numbers. `facts`:
   * a person or the NDC directory said it.
   */
  readonly packageSizeFrom: 'column' | 'description' | 'facts' | null;
  /** Milligrams of anhydrous base in a stated milligram of strength; null where the substance is unknown. */
  readonly saltFactor: number | null;
  /**
   * Milligrams of morphine that a stated milligram equals by mouth, for patches a microgram an hour worn for a day; null
   * where none applies: no opioid, buprenorphine, or a form that is neither swallowed nor a patch (CDC 2022).
   */
  readonly mmeFactor: number | null;
  /** Fields of which two sources say different things. Empty is the usual case. */
  readonly contradictions: readonly Contradiction[];
}

/** What a page or file says of a product; whichever is empty is null. */
export interface ProductText {
  readonly description: string;
  readonly ndc: string | null;
  readonly strength: string | null;
  readonly form: string | null;
  readonly packageSize: string | null;
  readonly schedule: string | null;
}

/**
 * What somebody, or the NDC directory, said of a product that the built-in table doesn't know whole. Null members aren't
 * said, and are read from the text; only a substance code of null says something: that the product isn't controlled.
 */
export interface ProductFacts {
  /** DEA drug code; null: known not to be controlled. */
  readonly substanceCode: string | null;
  readonly strengthMg: number | null;
  readonly form: string | null;
  readonly packageSize: number | null;
  readonly schedule: ScheduleOrNone | null;
}
