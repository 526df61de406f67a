import { CountersignError, limits } from '@/lib/base';
import Papa from 'papaparse';
import { refuseBrokenQuotes } from '../refuse-broken-quotes';
import { guessDispensingColumns, type DispensingField, type DispensingMapping } from './columns';

/** What a file says in the chosen columns, and the titles of the others. */
export interface DispensedTable {
  readonly headers: readonly string[];
  readonly mapping: DispensingMapping;
  readonly rows: readonly DispensedCells[];
}

/** One row, of the chosen columns alone. */
export type DispensedCells = Readonly<Record<DispensingField, string>>;

const DELIMITERS = [',', ';', '\t', '|'];

/**
 * Reads a file row by row and keeps the chosen cells of each: names, birthdays and prescriptions of patients are let go
 * before the next row is looked at. Comma, semicolon, tab or bar, as the file has it. Throws `import/not-a-csv`,
 * `import/quotes-broken`.
 */
export function readColumns(text: string, given?: DispensingMapping): DispensedTable {
  if (text.length > limits.importMaxBytes) throw new CountersignError('import/not-a-csv');
  let headers: readonly string[] | null = null;
  let mapping = given ?? null;
  const rows: DispensedCells[] = [];
  let read = 0;
  Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: DELIMITERS,
    step: ({ data, errors }) => {
      read += 1;
      refuseBrokenQuotes(errors, read);
      if (headers === null) {
        headers = data.map((header) => header.trim());
        mapping ??= { columns: guessDispensingColumns(headers) };
      } else if (mapping) rows.push(cellsOf(data, mapping));
    },
  });
  const titles: readonly string[] = headers ?? [];
  if (titles.length < 2 || mapping === null) throw new CountersignError('import/not-a-csv');
  return { headers: titles, mapping, rows };
}

function cellsOf(data: readonly string[], { columns }: DispensingMapping): DispensedCells {
  const cell = (at: number | null) => (at === null ? '' : (data[at] ?? '').trim());
  return {
    date: cell(columns.date),
    ndc: cell(columns.ndc),
    product: cell(columns.product),
    quantity: cell(columns.quantity),
  };
}

/** Fields without which no row can be read. */
export function missingDispensing({ columns }: DispensingMapping): DispensingField[] {
  const missing: DispensingField[] = [];
  if (columns.date === null) missing.push('date');
  if (columns.ndc === null && columns.product === null) missing.push('product');
  if (columns.quantity === null) missing.push('quantity');
  return missing;
}
