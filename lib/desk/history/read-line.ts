import type { HistoryLine } from '@/lib/archive';
import { CountersignError } from '@/lib/base';
import { readDay } from '../read-day';
import type { HistoryField, HistoryMapping } from './columns';

function refuse(detail: string): never {
  throw new CountersignError('input/malformed', { detail });
}

/** `12` and `1,200`; null for everything that isn't plainly a whole number (1e2, 010, full-width digits, −1). */
function wholeNumber(text: string): number | null {
  const value = text.trim();
  return /^(0|[1-9]\d{0,8}|[1-9]\d{0,2}(,\d{3})+)(\.0+)?$/.test(value)
    ? Number(value.replaceAll(',', ''))
    : null;
}

/** One line of history. Throws `input/malformed` with what is wrong. */
export function readLine(cells: readonly string[], mapping: HistoryMapping): HistoryLine {
  const cell = (field: HistoryField) => {
    const at = mapping.columns[field];
    return (at === null ? '' : (cells[at] ?? '')).trim();
  };
  const date = readDay(cell('date'), mapping.dayOrder);
  // Nobody kept such records before; a year that was typed wrong would make a short history look long.
  if (!date || date < '1970-01-01') refuse(`“${cell('date')}” is not a date like 2026-11-22`);
  const packages = wholeNumber(cell('packages'));
  if (packages === null || packages < 1) refuse(`“${cell('packages')}” is not a number of packages`);
  const supplierId = cell('supplier') || (mapping.supplier ?? '').trim();
  if (supplierId === '') refuse('the supplier is empty');
  if (cell('product') === '' && cell('ndc') === '') refuse('neither product nor NDC is given');
  const packageSize = wholeNumber(cell('package_size'));
  return { date, supplierId, ndc: cell('ndc') || null, product: cell('product'), packageSize, packages };
}
