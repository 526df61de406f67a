import { limits } from '@/lib/base/light';
import type { LineField } from '../evidence';
import { createRowColumns, type RowColumns } from '../profiles/row-columns';
import type { ColumnRule, ReadingRules } from '../profiles/rules';
import { selectAll } from '../profiles/select-all';
import { cardLine } from './cards';
import { doubted, found, type Values } from './found';
import { descriptionIn } from './inline';
import { fields, type Field } from './label';
import type { LineValues } from './lines';
import type { Reader, Segment } from './reader';
import { fit, ndcIn } from './shape';

/** What a rule says is surer than any guess, and still no certainty. */
export const BY_RULE = 0.99;
/** A rule that takes the boxes around rows for rows as well means none of them. */
const MOST_INSIDE = 20;
const MAX_ROWS = limits.orderMaxLines + 200;
const TOTAL = /^(?:sub-?|grand |order )?totals?\b/i;
const TEMPLATE = /\{\{|\$\{|<%/;

type Rows = NonNullable<ReadingRules['lines']>;
type Root = Document | ShadowRoot;

/** `isByRules`: the rules found at least one ordered line, so the page is one that the profile describes. */
export interface Profiled {
  readonly lines: readonly LineValues[];
  readonly isByRules: boolean;
}

/**
 * Lines by a profile's rules: rows that the rules find become lines, and in every row the rules' values take the place of
 * what was guessed, where they have their field's shape. Lines that were read elsewhere stay: a rule that has grown old
 * must not make a line disappear.
 */
export function profiledLines(
  guessed: readonly LineValues[],
  roots: readonly Root[],
  rules: ReadingRules,
  reader: Reader,
): Profiled {
  const { lines } = rules;
  if (!lines) return { lines: guessed, isByRules: false };
  const columnsOf = createRowColumns();
  const rows = rowsOf(lines, roots, reader);
  const taken = new Set<LineValues>();
  const made: LineValues[] = [];
  const bases = basesOf(guessed, rows);
  for (const [i, row] of rows.entries()) {
    const [base, ...more] = bases.get(row) ?? [];
    // A rule that takes several lines for one doesn't fit this page any more.
    if (more.length > 0) continue;
    const line = byRules({ row, base, at: columnsOf(row), number: i + 1 }, lines, reader);
    if (base) taken.add(base);
    if (line) made.push(line);
    else if (base) made.push(base);
  }
  const rest = guessed
    .filter((line) => !taken.has(line))
    .map((base, i) => {
      const row = base.element;
      if (lines.row !== undefined) return base;
      return byRules({ row, base, at: columnsOf(row), number: i + 1 }, lines, reader) ?? base;
    });
  const all = inPageOrder([...rest, ...made], roots);
  return { lines: all, isByRules: all.some(({ values }) => isCountedByRule(values)) };
}

function isCountedByRule(values: Values): boolean {
  const packages = values.get('packages');
  return packages?.confidence === BY_RULE && packages.text !== '';
}

function rowsOf(lines: Rows, roots: readonly Root[], reader: Reader): readonly Element[] {
  const { row } = lines;
  if (row === undefined) return [];
  const all = roots.flatMap((root) => selectAll(root, row)).slice(0, MAX_ROWS);
  const inside = new Map(all.map((element) => [element, 0]));
  for (const element of all) {
    for (let up = element.parentElement; up; up = up.parentElement) {
      const held = inside.get(up);
      if (held !== undefined) inside.set(up, held + 1);
    }
  }
  return all
    .filter((element) => (inside.get(element) ?? 0) <= MOST_INSIDE)
    .filter((element) => reader.visible(element) && !reader.struck(element));
}

/** The guessed lines that each row is or holds; where it holds none, the line that has it for its only row. */
function basesOf(
  guessed: readonly LineValues[],
  rows: readonly Element[],
): ReadonlyMap<Element, readonly LineValues[]> {
  const isRow = new Set(rows);
  const bases = new Map<Element, LineValues[]>();
  for (const line of guessed) {
    const row = closestIn(isRow, line.element);
    if (row) bases.set(row, [...(bases.get(row) ?? []), line]);
  }
  const lineAt = new Map(guessed.map((line) => [line.element, line]));
  const held = new Map<Element, Element[]>();
  for (const row of rows) {
    const around = closestIn(lineAt, row);
    if (around) held.set(around, [...(held.get(around) ?? []), row]);
  }
  for (const [element, [row, ...more]] of held) {
    const line = lineAt.get(element);
    if (row && line && more.length === 0 && !bases.has(row)) bases.set(row, [line]);
  }
  return bases;
}

function closestIn(known: { has(element: Element): boolean }, from: Element): Element | null {
  for (let up: Element | null = from; up; up = up.parentElement) if (known.has(up)) return up;
  return null;
}

interface RuledRow {
  readonly row: Element;
  /** The line that guessing made of it. */
  readonly base: LineValues | undefined;
  readonly at: RowColumns;
  readonly number: number;
}

/** A row with the rules' values over the guessed ones; null where it is no line. */
function byRules(
  { row, base, at, number }: RuledRow,
  { columns = {} }: Rows,
  reader: Reader,
): LineValues | null {
  const values: Values = new Map((base ?? cardLine(row, reader, `row ${number}`)).values);
  let isCounted = false;
  for (const [field, rule] of Object.entries(columns) as [LineField, ColumnRule][]) {
    const own = fieldOf(field);
    const cell = own && placed(row, rule, at);
    if (!own || !cell) continue;
    const { text, editable } = valueIn(own, reader.segments(cell));
    const isFit = text !== '' && fit(own, text) >= (isQuantity(own) ? 1 : 0.5);
    isCounted ||= isFit && isQuantity(own);
    const guess = values.get(own);
    const where = `row ${number}, by the profile${rule.header === null ? '' : `, column “${rule.header}”`}`;
    // An empty quantity is one that isn't ordered, whatever number stands elsewhere in the row.
    if (isFit || (text === '' && isQuantity(own)))
      values.set(own, found(text, rule.header, BY_RULE, { element: cell, where, editable }));
    else if (guess) values.set(own, doubted(guess, 'shape'));
  }
  if (base) return { ...base, values };
  return isCounted && isNamed(values, row, reader) ? { values, element: row } : null;
}

/** A row that only the rules know is a line where it says how many of what. */
function isNamed(values: Values, row: Element, reader: Reader): boolean {
  const texts = reader.segments(row).map(({ text }) => text);
  if (texts.slice(0, 3).some((text) => TOTAL.test(text)) || texts.some((text) => TEMPLATE.test(text)))
    return false;
  const fits = (field: Field) => fit(field, values.get(field)?.text ?? '') >= 0.5;
  return fits('ndc') || fits('itemNumber') || fits('description');
}

/**
 * The element that a column's rule means in a row. Where the row's columns are labelled and none has the rule's label, the
 * column isn't on this page: its position then is another column's.
 */
function placed(
  row: Element,
  { header, path, index }: ColumnRule,
  { cells, headers }: RowColumns,
): Element | null {
  if (header !== null && headers !== null) {
    const at = headers.indexOf(header);
    return at === -1 ? null : (cells[at] ?? null);
  }
  const found = path === null ? undefined : selectAll(row, path)[0];
  return found ?? (index === null ? null : (cells[index] ?? null));
}

function fieldOf(field: LineField): Field | null {
  if (field === 'cut') return 'reason';
  return fields.find((known) => known === field) ?? null;
}

function isQuantity(field: Field): boolean {
  return field === 'packages' || field === 'shipped' || field === 'received';
}

function valueIn(
  field: Field,
  segments: readonly Segment[],
): { readonly text: string; readonly editable: boolean } {
  const text = segments.map((segment) => segment.text).join(' ');
  const control = segments.find(({ editable }) => editable);
  if (isQuantity(field)) {
    const one = control ?? segments.find((segment) => fit(field, segment.text) === 1);
    return { text: one?.text ?? text, editable: control !== undefined };
  }
  if (field === 'ndc') return { text: ndcIn(text) ?? text, editable: false };
  if (field === 'description') return { text: descriptionIn(segments) ?? text, editable: false };
  return { text: control?.text ?? text, editable: control !== undefined };
}

function inPageOrder(lines: readonly LineValues[], roots: readonly Root[]): readonly LineValues[] {
  const rootOf = ({ element }: LineValues) => roots.indexOf(element.getRootNode() as Root);
  return [...lines].sort(
    (a, b) =>
      rootOf(a) - rootOf(b) ||
      (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1),
  );
}
