import type { HistoryLine } from '@/lib/archive';
import type { Fault } from '@/lib/base';
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
