import type { HistoryImport, HistoryLine } from '@/lib/archive';
import type { Fault } from '@/lib/base';
import type { Actor } from '../act-as';
import type { HistoryField, HistoryMapping } from './columns';

export interface HistoryRow {
  /** From 1, without the row of titles. */
  readonly row: number;
  readonly line: HistoryLine | null;
  /** Why it would be refused. */
  readonly fault: Fault | null;
  readonly cells: readonly string[];
}

export interface HistoryPreview {
  readonly headers: readonly string[];
  readonly rows: number;
  /** As guessed, or as given. */
  readonly mapping: HistoryMapping;
  /** Fields that have to be pointed out before anything can be taken. */
  readonly missing: readonly HistoryField[];
  readonly first: readonly HistoryRow[];
}

export interface HistoryReport {
  readonly taken: readonly HistoryLine[];
  readonly refused: readonly { readonly row: number; readonly fault: Fault }[];
  /** The refused rows as they came, with the reason of each, as CSV; null where none was refused. */
  readonly refusedCsv: string | null;
}

/** One import in the list of them. */
export interface HistoryImportView extends HistoryImport {
  readonly whoName: string;
  readonly withdrawnBy: string | null;
}

/** What of a file seems to be here already, before anything is taken. */
export interface HistoryOverlap {
  /** Lines that could be taken. */
  readonly lines: number;
  /** Of these, lines like one that is here: same day, supplier, product and packages. */
  readonly alike: number;
  /** The import that took this very text, where one counts. */
  readonly known: HistoryImportView | null;
}

/** Orders placed before Countersign was there. */
export interface HistoryCases {
  /** How the columns of a file of history are understood, and what its first rows then say. Throws `import/not-a-csv`. */
  previewHistory(text: string, mapping?: HistoryMapping): HistoryPreview;
  /** Compares the lines of a file with orders, records and imports that are here. Throws as `previewHistory`. */
  historyOverlap(text: string, mapping: HistoryMapping): Promise<HistoryOverlap>;
  /**
   * 10,000 lines with progress; answers what was taken and what was refused, row by row. Without a mapping the columns are
   * guessed. One that was broken off goes on where it ended. Throws `import/not-a-csv`, `import/column-missing`,
   * `import/known` where the same text was taken before, however it was understood then, and `import/unfinished`.
   */
  importHistory(
    fileName: string,
    text: string,
    onProgress: (done: number, total: number) => void,
    mapping?: HistoryMapping,
  ): Promise<HistoryReport>;
  /** Newest first; withdrawn ones among them. */
  historyImports(): Promise<readonly HistoryImportView[]>;
  /**
   * Takes a wrong import back as a whole: it stays on record and counts no longer. Throws `import/unknown`,
   * `record/reason-missing`, `people/*`.
   */
  withdrawHistory(
    act: Actor & { readonly commandId: string; readonly importId: string; readonly reason: string },
  ): Promise<void>;
}
