import type { HistoryLine } from '@/lib/archive';
import { CountersignError, faultOf } from '@/lib/base';
import { say } from '@/lib/words';
import { guessColumns, type HistoryField, type HistoryMapping } from './columns';
import { readLine } from './read-line';
import { readRows, type HistoryTable } from './read-rows';
import type { HistoryRow } from './views';

/** Fields without which no line can be read. */
export function missingFields({ columns, supplier }: HistoryMapping): HistoryField[] {
  const missing: HistoryField[] = [];
  if (columns.date === null) missing.push('date');
  if (columns.supplier === null && (supplier ?? '').trim() === '') missing.push('supplier');
  if (columns.ndc === null && columns.product === null) missing.push('product');
  if (columns.packages === null) missing.push('packages');
  return missing;
}

export function readRow(cells: readonly string[], index: number, mapping: HistoryMapping): HistoryRow {
  try {
    return { row: index + 1, line: readLine(cells, mapping), fault: null, cells };
  } catch (error) {
    return { row: index + 1, line: null, fault: faultOf(error), cells };
  }
}

interface ReadTable {
  readonly table: HistoryTable;
  readonly mapping: HistoryMapping;
  readonly taken: readonly HistoryLine[];
  readonly refused: readonly (HistoryRow & { readonly fault: NonNullable<HistoryRow['fault']> })[];
}

/** A whole file, row by row. Throws `import/not-a-csv`, `import/column-missing`. */
export function readTable(text: string, given?: HistoryMapping): ReadTable {
  const table = readRows(text);
  const mapping = given ?? { columns: guessColumns(table.headers) };
  const [missing] = missingFields(mapping);
  if (missing !== undefined) {
    const column = say(`import.column.${missing}`);
    throw new CountersignError('import/column-missing', { column, expected: table.headers.join(', ') });
  }
  const rows = table.rows.map((cells, index) => readRow(cells, index, mapping));
  return {
    table,
    mapping,
    taken: rows.flatMap(({ line }) => line ?? []),
    refused: rows.flatMap(({ fault, ...row }) => (fault ? { ...row, fault } : [])),
  };
}
