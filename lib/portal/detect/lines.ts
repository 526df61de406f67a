import type { SeenLine } from '../evidence';
import { parsePackages } from '../packages';
import type { Column } from './columns';
import { evidence, found } from './found';
import type { Values } from './found';
import type { Cell, Grid, Row } from './grid';
import type { Field } from './label';
import { addInline, descriptionIn } from './inline';
import type { Reader } from './reader';
import { fit, isDrugText, ndcIn, plainNdcIn } from './shape';

const TOTAL =
  /^(?:(?:sub|grand |order |c-?i{1,3}v? |page |sch\w* \w+ )?\s*(?:sub-?)?totals?\b|.{0,12}subtotal|items? in (?:cart|order)|number of lines|shipping|freight|tax\b|estimated)/i;
const TEMPLATE = /\{\{|\$\{|<%|__prefix__|\[\[|\{\w+\}/;
/** A line that the page itself says is no longer part of the order. */
const REMOVED = /^(?:deleted|removed|void(?:ed)?|cancell?ed)$/i;

/** One row as values by field; null where the row is no line. */
export interface LineValues {
  readonly values: Values;
  readonly element: Element;
}

/** Reads the rows of a grid that are lines; headers, totals, templates and struck-through rows aren't. */
export function linesOf(grid: Grid, columns: readonly Column[], reader: Reader): readonly LineValues[] {
  const lines: LineValues[] = [];
  let section: string | null = null;
  for (const row of grid.rows) {
    const cells = [...new Set(row.cells)].filter((cell): cell is Cell => cell !== null && cell.text !== '');
    const [first] = cells;
    if (!first || reader.struck(row.element)) continue;
    if (cells.length === 1) {
      const previous = lines.at(-1);
      if (isContinuation(first, previous)) addInline(previous.values, first.segments);
      else if (!plainNdcIn(first.text)) section = first.text;
      if (!plainNdcIn(first.text) || previous?.values.get('ndc')) continue;
    }
    if (columns.some(({ field, index }) => isStruckCell(field, row.cells[index], reader))) continue;
    const values = valuesOf(row, columns, section);
    if (isLine(values, cells)) lines.push({ values, element: row.element });
  }
  return lines;
}

/** Crossing out the product or its number crosses out the line; a price alone doesn't. */
function isStruckCell(field: Field, cell: Cell | null | undefined, reader: Reader): boolean {
  return (
    (field === 'ndc' || field === 'description') &&
    cell !== null &&
    cell !== undefined &&
    reader.struck(cell.element)
  );
}

/** A second row under a line that only carries more about it, such as "NDC: … · Mfr: …". */
function isContinuation(cell: Cell, previous: LineValues | undefined): previous is LineValues {
  if (!previous || TOTAL.test(cell.text)) return false;
  return !previous.values.has('ndc') && plainNdcIn(cell.text) !== null;
}

function valuesOf(row: Row, columns: readonly Column[], section: string | null): Values {
  const values: Values = new Map();
  const used = new Set<Cell>();
  for (const column of columns) {
    const cell = row.cells[column.index];
    if (!cell || column.field === 'other') continue;
    used.add(cell);
    const text = textOf(column, cell);
    if (!text || /^(?:[-–—]+|n\/?a)$/i.test(text)) continue;
    const shape = fit(column.field, text);
    const base = column.label === null ? 0.82 : 0.97;
    values.set(column.field, found(text, column.label, shape >= 0.5 ? base : 0.5, cell.editable));
  }
  for (const column of columns) {
    const cell = row.cells[column.index];
    if (cell && cell.segments.length > 1) addInline(values, cell.segments);
    else if (cell && column.field === 'description') addInline(values, cell.segments);
  }
  for (const cell of row.cells)
    if (cell && !used.has(cell))
      addInline(
        values,
        cell.segments.filter((part) => !part.editable),
      );
  const heading =
    section && !values.has('schedule')
      ? /\b(?:schedule |c-?)(i{1,3}|iv|v|[2-5])(?:n)?\b/i.exec(section)
      : null;
  if (heading) values.set('schedule', found(heading[0], section, 0.8));
  return values;
}

function textOf(column: Column, cell: Cell): string | null {
  switch (column.field) {
    case 'description':
      return descriptionIn(cell.segments) ?? cell.text;
    case 'ndc':
      return ndcIn(cell.text) ?? cell.text;
    case 'packages':
    case 'shipped':
    case 'received': {
      const control =
        cell.segments.find((segment) => segment.editable) ??
        cell.segments.find((segment) => parsePackages(segment.text) !== null);
      return control ? control.text : cell.text;
    }
    case 'itemNumber':
      return cell.segments[0]?.text ?? null;
    default:
      return cell.text;
  }
}

function isLine(values: Values, cells: readonly Cell[]): boolean {
  if (cells.some((cell) => TEMPLATE.test(cell.text))) return false;
  if (REMOVED.test(values.get('state')?.text ?? '')) return false;
  const ndc = values.get('ndc');
  if (ndc && fit('ndc', ndc.text) > 0) return true;
  if (cells.slice(0, 3).some((cell) => TOTAL.test(cell.text))) return false;
  const description = values.get('description');
  if (!description || fit('description', description.text) < 0.5) return false;
  if (values.has('itemNumber') || isDrugText(description.text)) return true;
  return (
    values.has('packages') && (values.has('packageSize') || values.has('strength') || values.has('schedule'))
  );
}

export function quantityOf(line: LineValues): number | null {
  const value = line.values.get('packages');
  return value ? parsePackages(value.text) : null;
}

export function toSeenLine({ values }: LineValues): SeenLine {
  const ndc = values.get('ndc');
  const packages = values.get('packages');
  return {
    ndc: ndc && fit('ndc', ndc.text) > 0 ? evidence(ndc) : null,
    itemNumber: evidence(values.get('itemNumber')),
    description: evidence(values.get('description')),
    strength: evidence(values.get('strength')),
    form: evidence(values.get('form')),
    packageSize: evidence(values.get('packageSize')),
    packages: packages?.text ? evidence(packages) : null,
    schedule: evidence(values.get('schedule')),
    shipped: evidence(values.get('shipped')),
    received: evidence(values.get('received')),
    unit: null,
    cut: evidence(values.get('reason') ?? values.get('state')),
    suggested: null,
  };
}
