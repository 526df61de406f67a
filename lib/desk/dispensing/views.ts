import type { Fault, PlainDate } from '@/lib/base';
import type { Acting } from '../pharmacy/views';
import type { DispensingField, DispensingMapping } from './columns';

/** One row as it would be taken: no more of it than the chosen columns. */
export interface DispensingRow {
  /** From 1, without the row of titles. */
  readonly row: number;
  readonly line: {
    readonly date: PlainDate;
    /** As the chosen columns say it; shown before the import, never stored. */
    readonly product: string;
    readonly ndc: string | null;
    readonly quantity: number;
    /** `null`: known not to be controlled. */
    readonly substance: string | null;
  } | null;
  /** Why it would be refused. */
  readonly fault: Fault | null;
}

export interface DispensingPreview {
  /** Titles alone; of columns that aren't chosen nothing else is shown. */
  readonly headers: readonly string[];
  readonly rows: number;
  /** As guessed, or as given. */
  readonly mapping: DispensingMapping;
  readonly missing: readonly DispensingField[];
  readonly first: readonly DispensingRow[];
  /** Titles of the columns that are left out. */
  readonly dropped: readonly string[];
}

export interface DispensingReport {
  /** Rows that were taken, and sums (one a day, substance and strength) that are recorded of them. */
  readonly taken: number;
  readonly sums: number;
  readonly refused: number;
  /** The first of the refused rows, by number and reason; nothing of what stood in them. */
  readonly faults: readonly { readonly row: number; readonly fault: Fault }[];
}

export interface DispensingImportView {
  readonly id: string;
  readonly file: string;
  readonly at: number;
  readonly whoName: string;
  /** Sums recorded of it. */
  readonly rows: number;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly withdrawn: { readonly at: number; readonly whoName: string; readonly reason: string } | null;
}

/** What was dispensed, from the pharmacy system's CSV: for ratios alone. No patient's data gets past the reading of the file. */
export interface DispensingCases {
  /** Throws `import/not-a-csv`, `import/quotes-broken`. */
  previewDispensing(text: string, mapping?: DispensingMapping): Promise<DispensingPreview>;
  /**
   * 100,000 rows with progress. Sums a day, substance and strength are recorded, no rows. Throws `import/not-a-csv`,
   * `import/column-missing`, `import/quotes-broken`, `import/known` where the same text was taken before, `import/overlaps`
   * where another import that counts has some of its days: files of two locations rightly may, and then the caller says so.
   */
  importDispensing(
    fileName: string,
    text: string,
    onProgress: (done: number, total: number) => void,
    mapping?: DispensingMapping,
    options?: { readonly despiteOverlap?: boolean },
  ): Promise<DispensingReport>;
  /** Newest first; withdrawn ones among them. */
  dispensingImports(): Promise<readonly DispensingImportView[]>;
  /** Stays on record and counts no longer. Throws `import/unknown`, `record/reason-missing`, `people/*`. */
  withdrawDispensing(act: Acting & { readonly importId: string; readonly reason: string }): Promise<void>;
}
