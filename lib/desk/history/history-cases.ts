import type { HistoryLine } from '@/lib/archive';
import { CountersignError, faultOf, limits, sha256Hex, utf8, type Fault } from '@/lib/base';
import { toCsv } from '@/lib/documents';
import { say } from '@/lib/words';
import type { Desk } from '../desk';
import type { DeskPorts } from '../ports';
import { guessColumns, type HistoryField, type HistoryMapping } from './columns';
import { readLine } from './read-line';
import { readRows, type HistoryTable } from './read-rows';
import type { HistoryRow } from './views';

/** Lines in one event: large enough to be quick, small enough that one record stays readable. */
const LINES_PER_EVENT = 500;

function missingFields({ columns, supplier }: HistoryMapping): HistoryField[] {
  const missing: HistoryField[] = [];
  if (columns.date === null) missing.push('date');
  if (columns.supplier === null && (supplier ?? '').trim() === '') missing.push('supplier');
  if (columns.ndc === null && columns.product === null) missing.push('product');
  if (columns.packages === null) missing.push('packages');
  return missing;
}

function readRow(cells: readonly string[], index: number, mapping: HistoryMapping): HistoryRow {
  try {
    return { row: index + 1, line: readLine(cells, mapping), fault: null, cells };
  } catch (error) {
    return { row: index + 1, line: null, fault: faultOf(error), cells };
  }
}

interface Refused {
  readonly row: number;
  readonly fault: Fault;
  readonly cells: readonly string[];
}

/** The refused rows as they came, so that they can be mended and brought in again. */
function refusedCsv({ headers }: HistoryTable, refused: readonly Refused[]): string | null {
  if (refused.length === 0) return null;
  return toCsv<Refused>(
    [
      ...headers.map((title, at) => ({ title, value: ({ cells }: Refused) => cells[at] ?? '' })),
      { title: say('import.report.row'), value: ({ row }) => row },
      { title: say('import.report.reason'), value: ({ fault }) => say.loose(fault.code, fault.params) },
    ],
    refused,
    { bom: true },
  );
}

/**
 * Orders placed before Countersign was there, from a CSV. What can't be read is reported row by row and not taken; importing
 * the same file again changes nothing.
 */
export function historyCases(ports: DeskPorts): Pick<Desk, 'previewHistory' | 'importHistory'> {
  return {
    previewHistory(text, given) {
      const { headers, rows } = readRows(text);
      const mapping = given ?? { columns: guessColumns(headers) };
      const first = rows
        .slice(0, limits.importPreviewRows)
        .map((cells, index) => readRow(cells, index, mapping));
      return { headers, rows: rows.length, mapping, missing: missingFields(mapping), first };
    },

    async importHistory(fileName, text, onProgress, given) {
      const table = readRows(text);
      const mapping = given ?? { columns: guessColumns(table.headers) };
      const [missing] = missingFields(mapping);
      if (missing !== undefined) {
        const column = say(`import.column.${missing}`);
        throw new CountersignError('import/column-missing', { column, expected: table.headers.join(', ') });
      }
      const taken: HistoryLine[] = [];
      const refused: Refused[] = [];
      for (const [index, cells] of table.rows.entries()) {
        const { line, fault, row } = readRow(cells, index, mapping);
        if (line) taken.push(line);
        else if (fault) refused.push({ row, fault, cells });
      }
      // Told otherwise, the same file says something else.
      const file = sha256Hex(utf8(given ? `${JSON.stringify(given)}\n${text}` : text));
      const who = (await ports.session.read()) ?? 'system';
      for (let at = 0; at < taken.length; at += LINES_PER_EVENT) {
        const lines = taken.slice(at, at + LINES_PER_EVENT);
        await ports.archive.append({
          commandId: `history-${file}-${at}`,
          who,
          orderId: null,
          events: [{ type: 'history.imported', payload: { file: fileName, lines } }],
        });
        onProgress(Math.min(at + lines.length, taken.length), taken.length);
      }
      return {
        taken,
        refused: refused.map(({ row, fault }) => ({ row, fault })),
        refusedCsv: refusedCsv(table, refused),
      };
    },
  };
}
