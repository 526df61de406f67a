import type { HistoryLine } from '@/lib/archive';
import { CountersignError, faultOf, parsePlainDate, sha256Hex, utf8, type Fault } from '@/lib/base';
import Papa from 'papaparse';
import type { Desk } from './desk';
import type { DeskPorts } from './ports';

/** Lines in one event: large enough to be quick, small enough that one record stays readable. */
const LINES_PER_EVENT = 500;
const COLUMNS = ['date', 'supplier', 'ndc', 'product', 'package_size', 'packages'] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/**
 * Orders placed before Countersign was there, from a CSV with the columns above. What can't be read is reported row by row
 * and not taken; importing the same file again changes nothing. Throws `import/not-a-csv`, `import/column-missing`.
 */
export function importHistory(ports: DeskPorts): Desk['importHistory'] {
  return async (fileName, text, onProgress) => {
    const rows = readRows(text);
    const taken: HistoryLine[] = [];
    const refused: { row: number; fault: Fault }[] = [];
    rows.forEach((row, index) => {
      try {
        taken.push(readLine(row));
      } catch (error) {
        refused.push({ row: index + 1, fault: faultOf(error) });
      }
    });
    const file = sha256Hex(utf8(text));
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
    return { taken, refused };
  };
}

function readRows(text: string): Row[] {
  const { data, meta } = Papa.parse<Row>(text.replace(/^﻿/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (header) => header.trim().toLowerCase(),
  });
  if (!meta.fields || meta.fields.length < 2) throw new CountersignError('import/not-a-csv');
  const missing = COLUMNS.find((column) => !meta.fields?.includes(column));
  if (missing)
    throw new CountersignError('import/column-missing', { column: missing, expected: COLUMNS.join(', ') });
  return data;
}

function readLine(row: Row): HistoryLine {
  const date = parsePlainDate(row.date.trim());
  if (!date)
    throw new CountersignError('input/malformed', { detail: `“${row.date}” is not a date like 2026-11-22` });
  const packages = wholeNumber(row.packages);
  if (packages === null || packages < 1)
    throw new CountersignError('input/malformed', {
      detail: `“${row.packages}” is not a number of packages`,
    });
  if (row.supplier.trim() === '')
    throw new CountersignError('input/malformed', { detail: 'the supplier is empty' });
  if (row.product.trim() === '' && row.ndc.trim() === '')
    throw new CountersignError('input/malformed', { detail: 'neither product nor NDC is given' });
  return {
    date,
    supplierId: row.supplier.trim(),
    ndc: row.ndc.trim() || null,
    product: row.product.trim(),
    packageSize: wholeNumber(row.package_size),
    packages,
  };
}

/** `12` and `1,200`; null for everything that isn't plainly a whole number (1e2, 010, full-width digits, −1). */
function wholeNumber(text: string): number | null {
  const value = text.trim();
  return /^(0|[1-9]\d{0,8}|[1-9]\d{0,2}(,\d{3})+)$/.test(value) ? Number(value.replaceAll(',', '')) : null;
}
