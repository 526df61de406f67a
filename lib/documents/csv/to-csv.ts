import Papa from 'papaparse';
import { FORMULA } from './formulas';

export interface CsvColumn<Row> {
  readonly title: string;
  readonly value: (row: Row) => string | number | null;
}

/**
 * Rows as RFC 4180 has them: CR LF, every cell in quotes, quotes doubled. Text that a spreadsheet could take for a formula gets
 * an apostrophe before it, which `fromCsv` takes off again; numbers stay numbers. `bom` for Excel, which otherwise guesses
 * the encoding.
 */
export function toCsv<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  { bom = false }: { readonly bom?: boolean } = {},
): string {
  const data = rows.map((row) => columns.map(({ value }) => value(row) ?? ''));
  const csv = Papa.unparse([columns.map(({ title }) => title), ...data], {
    quotes: true,
    newline: '\r\n',
    escapeFormulae: FORMULA,
  });
  return `${bom ? '\ufeff' : ''}${csv}\r\n`;
}
