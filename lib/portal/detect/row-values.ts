import { parsePackages } from '../packages';
import type { Doubt } from '../evidence';
import { found } from './found';
import type { Values } from './found';
import type { Cell, Row } from './grid';
import { addInline, descriptionIn, unlabelled } from './inline';
import type { Field } from './label';
import type { Reader, Segment } from './reader';
import type { Column } from './sampled';
import { addSize } from './said-size';
import { fit, ndcIn } from './shape';

/** Values that decide what is ordered: styles that draw other characters than the text has make them doubtful. */
const WEIGHTY: ReadonlySet<Field> = new Set([
  'ndc',
  'packages',
  'packageSize',
  'schedule',
  'shipped',
  'received',
]);
/** Those without which there is no line: asked even where a cell holds nothing but its text. */
const CORE: ReadonlySet<Field> = new Set(['ndc', 'packages', 'shipped', 'received']);
/** Below this share of fitting values a column's heading and its values disagree. */
const CONSISTENT = 0.55;

/** The values of one row: its columns first, then what its cells say beside them. */
export function rowValues(
  row: Row,
  columns: readonly Column[],
  reader: Reader,
  where: (label: string | null) => string,
): Values {
  const values: Values = new Map();
  const used = new Set<Cell>();
  for (const column of columns) {
    const cell = row.cells[column.index];
    if (!cell || column.field === 'other') continue;
    used.add(cell);
    const read = readCell(column, WEIGHTY.has(column.field) ? inkedCell(column.field, cell, reader) : cell);
    if (!read || (!read.text && !read.editable) || /^(?:[-–—]+|n\/?a)$/i.test(read.text)) continue;
    const shape = fit(column.field, read.text);
    const isOdd =
      (read.text !== '' && shape < 0.5) ||
      (column.fit < CONSISTENT && row.cells[column.index]?.segments.length === 1);
    values.set(
      column.field,
      found(read.text, column.label, column.label === null ? 0.82 : 0.97, {
        element: read.element,
        where: where(column.label),
        editable: read.editable,
        doubt: doubtOf(column, read, row, reader) ?? (isOdd ? 'shape' : null),
      }),
    );
  }
  for (const { field, index } of columns) {
    const cell = row.cells[index];
    if (cell && (cell.segments.length > 1 || field === 'description'))
      addInline(values, cell.segments, reader);
  }
  for (const cell of row.cells)
    if (cell && !used.has(cell))
      addInline(
        values,
        cell.segments.filter((part) => !part.editable),
        reader,
      );
  const own = [...new Set(row.cells)].flatMap((cell) => cell?.segments ?? []);
  addSize(values, own, reader);
  return values;
}

interface Read {
  readonly text: string;
  readonly element: Element;
  readonly editable: boolean;
  readonly cell: Cell;
}

/** The cell as it can be read: what is written in the colour of its ground is no value. */
function inkedCell(field: Field, cell: Cell, reader: Reader): Cell {
  const { element, segments } = cell;
  if (segments.length === 0 || cell.isDrawn) return cell;
  if (element.childElementCount === 0 && !CORE.has(field)) return cell;
  if (element.childElementCount === 0)
    return reader.inked(element) ? cell : { ...cell, segments: [], text: '' };
  const inked = reader.inkedSegments(element);
  return { ...cell, segments: inked, text: inked.map(({ text }) => text).join(' ') };
}

function readCell({ field, label }: Column, cell: Cell): Read | null {
  const [first] = cell.segments;
  const whole = { text: cell.text, element: first?.element ?? cell.element, editable: cell.editable, cell };
  switch (field) {
    case 'description':
      return { ...whole, text: descriptionIn(cell.segments) ?? cell.text };
    case 'ndc':
      return { ...whole, text: ndcIn(cell.text) ?? cell.text };
    case 'packages':
    case 'shipped':
    case 'received':
    case 'suggested': {
      const shown = quantityIn(cell.segments, label);
      return shown ? { ...shown, cell } : whole;
    }
    case 'itemNumber':
      return first ? { ...whole, text: unlabelled(first.text, field) } : null;
    default:
      return { ...whole, text: unlabelled(cell.text, field) };
  }
}

/** The control's value; without a control the first number, also one that repeats its heading: "Qty: 3". */
function quantityIn(segments: readonly Segment[], label: string | null): Segment | null {
  const control = segments.find((segment) => segment.editable);
  if (control) return control;
  const bare = segments.map((segment) => ({ ...segment, text: unlabelled(segment.text, 'packages', label) }));
  return bare.find((segment) => parsePackages(segment.text) !== null) ?? null;
}

function doubtOf(column: Column, read: Read, row: Row, reader: Reader): Doubt | null {
  const { field } = column;
  if (WEIGHTY.has(field) && isRedrawn(read, reader)) return 'drawn';
  if (field === 'packages' && saysSeveral(column, read, row)) return 'several';
  return column.isGuess ? 'guess' : null;
}

function isRedrawn({ element, cell }: Read, reader: Reader): boolean {
  for (let up: Element | null = element; up; up = up.parentElement) {
    if (reader.redrawn(up)) return true;
    if (up === cell.element) return false;
  }
  return false;
}

/** Other numbers beside the quantity in its cell, or another column that might be meant, with another value. */
function saysSeveral({ rival }: Column, { text, editable, cell }: Read, row: Row): boolean {
  const count = parsePackages(text);
  if (count === null) return false;
  const other = rival === null ? null : parsePackages(row.cells[rival]?.text ?? '');
  if (other !== null && other !== count) return true;
  return (
    !editable &&
    cell.segments.some((segment) => {
      const beside = parsePackages(segment.text);
      return beside !== null && beside !== count;
    })
  );
}
