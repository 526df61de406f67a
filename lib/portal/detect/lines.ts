import { parsePackages } from '../packages';
import { found } from './found';
import type { Values } from './found';
import type { Cell, Grid, Row } from './grid';
import { addInline, descriptionIn } from './inline';
import { isLoose } from './loose-rows';
import type { Field } from './label';
import type { Reader } from './reader';
import { rowStands } from './row-stands';
import { rowValues } from './row-values';
import type { Column } from './sampled';
import { fit, isDrugText, plainNdcIn } from './shape';

const TOTAL =
  /^(?:(?:sub|grand |order |invoice |c-?i{1,3}v? |page |sch\w* \w+ )?\s*(?:sub-?)?totals?\b|.{0,12}subtotal|items? in (?:cart|order)|number of lines|shipping|freight|tax\b|estimated)/i;
const TEMPLATE = /\{\{|\$\{|<%|__prefix__|\[\[|\{\w+\}/;
/** A line that the page itself says is no longer part of the order. */
const REMOVED = /^(?:deleted|removed|void(?:ed)?|cancell?ed)$/i;
const SECTION_SCHEDULE = /\b(?:schedule |c-?)(i{1,3}|iv|v|[2-5])(?:n)?\b/i;

/** One row as values by field; null where the row is no line. */
export interface LineValues {
  readonly values: Values;
  readonly element: Element;
}

export interface ReadLines {
  readonly lines: readonly LineValues[];
  /** Rows that were lines until somebody crossed them out. */
  readonly struck: number;
}

/** Reads the rows of a grid that are lines; headers, totals, templates and struck-through rows aren't. */
export function* linesOf(grid: Grid, columns: readonly Column[], reader: Reader): Generator<void, ReadLines> {
  const lines: LineValues[] = [];
  let struck = 0;
  let section: Cell | null = null;
  let before: Row | null = null;
  for (const [at, row] of grid.rows.entries()) {
    yield;
    const cells = [...new Set(row.cells)].filter((cell): cell is Cell => cell !== null && cell.text !== '');
    const [first] = cells;
    if (!first) continue;
    if (!rowStands(row.element, reader)) continue;
    const previous = lines.at(-1);
    if (reader.struck(row.element)) {
      struck++;
      continue;
    }
    if (
      previous &&
      cells.length > 1 &&
      isLoose(row, grid) &&
      !TOTAL.test(first.text) &&
      !cells.some(({ text }) => plainNdcIn(text))
    ) {
      for (const cell of cells) addMore(previous.values, cell, reader);
      continue;
    }
    if (cells.length === 1 && row.cells.length > 1) {
      if (previous && isContinuation(first, previous)) addMore(previous.values, first, reader);
      else if (!plainNdcIn(first.text)) section = first;
      if (!plainNdcIn(first.text) || previous?.values.get('ndc')) continue;
    }
    if (columns.some(({ field, index }) => isStruckCell(field, row.cells[index], reader))) {
      struck++;
      continue;
    }
    const where = (label: string | null) =>
      `${grid.name}, ${label ? `column “${label.slice(0, 60)}”, ` : ''}row ${at + 1}`;
    const values = rowValues(row, columns, reader, where);
    const isSameProduct = before !== null && sharesProduct(row, before, columns);
    before = row;
    if (isSameProduct && previous) {
      for (const [field, value] of values) if (!previous.values.has(field)) previous.values.set(field, value);
      continue;
    }
    if (section) {
      addSection(values, section);
      if (isDrugText(section.text)) section = null;
    }
    if (isLine(values, cells)) lines.push({ values, element: row.element });
  }
  return { lines, struck };
}

/** Crossing out the product or its number crosses out the line; a price alone doesn't. */
function isStruckCell(field: Field, cell: Cell | null | undefined, reader: Reader): boolean {
  if ((field !== 'ndc' && field !== 'description') || !cell) return false;
  if (reader.struck(cell.element)) return true;
  return cell.text === '' && /\w{3}/.test(cell.element.textContent ?? '') && hasStrike(cell.element, reader);
}

function hasStrike(element: Element, reader: Reader): boolean {
  return [...element.querySelectorAll('*')].slice(0, 20).some((inner) => reader.struck(inner));
}

/** A second row under a line that only carries more about it, such as "NDC: … · Mfr: …", or its description. */
function isContinuation(cell: Cell, previous: LineValues): boolean {
  if (TOTAL.test(cell.text) || SECTION_SCHEDULE.exec(cell.text)?.[0] === cell.text) return false;
  if (!previous.values.has('ndc') && plainNdcIn(cell.text) !== null) return true;
  return !previous.values.has('description') && isDrugText(cell.text);
}

function addMore(values: Values, cell: Cell, reader: Reader): void {
  addInline(values, cell.segments, reader);
  const text = values.has('description') ? null : descriptionIn(cell.segments);
  if (text) values.set('description', found(text, null, 0.85, { element: cell.element }));
}

/** A product or its number that spans two rows is one line in two rows. */
function sharesProduct(row: Row, before: Row, columns: readonly Column[]): boolean {
  return columns.some(({ field, index }) => {
    const cell = row.cells[index];
    if ((field !== 'ndc' && field !== 'description') || !cell || cell.element === row.element) return false;
    return cell.element === before.cells[index]?.element;
  });
}

/** What stands over lines counts for those that don't say it: a schedule, or the product of the one line under it. */
function addSection(values: Values, section: Cell): void {
  const source = { element: section.element, where: `heading “${section.text.slice(0, 60)}”` };
  const schedule = SECTION_SCHEDULE.exec(section.text)?.[0];
  if (schedule && !values.has('schedule'))
    values.set('schedule', found(schedule, section.text, 0.82, source));
  if (!values.has('description') && isDrugText(section.text) && values.size > 1)
    values.set('description', found(descriptionIn(section.segments) ?? section.text, null, 0.82, source));
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
