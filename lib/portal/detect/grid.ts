import { fold } from './fold';
import { fieldsOfLabel } from './label';
import type { Reader, Segment } from './reader';
import { csosNumbersIn, dateIn, plainNdcIn } from './shape';

/** One cell, read when it is asked for. */
export interface Cell {
  readonly element: Element;
  readonly segments: readonly Segment[];
  readonly text: string;
  readonly editable: boolean;
  /** A part of a longer text, which holds cells as well that this one isn't about. */
  readonly isDrawn?: true;
}

export interface Row {
  readonly element: Element;
  readonly cells: readonly (Cell | null)[];
}

/** Rows that share their columns, whatever they are made of on the page. */
export interface Grid {
  readonly element: Element;
  /** For people: "table 2". */
  readonly name: string;
  /** Candidate labels per column, most telling first; empty where the column has none. */
  readonly labels: readonly (readonly string[])[];
  readonly rows: readonly Row[];
  /** Where the element holds more than the grid: what belongs to it. */
  readonly parts?: readonly Element[];
}

export function cellOf(element: Element, reader: Reader): Cell {
  const segments = reader.segments(element);
  const text = segments.map((segment) => segment.text).join(' ');
  return {
    element,
    segments,
    text: text === '' && isHeading(element) ? nameOf(element, reader) : text,
    editable: segments.some((segment) => segment.editable),
  };
}

export function isHeading(cell: Element): boolean {
  return cell.tagName === 'TH' || cell.getAttribute('role') === 'columnheader';
}

/** Many headings are buttons that sort, which are silent elsewhere. */
function nameOf(element: Element, reader: Reader): string {
  if (!reader.visible(element)) return '';
  const shown = fold(element.textContent ?? '');
  return (
    shown ||
    element.getAttribute('aria-label') ||
    element.getAttribute('abbr') ||
    element.getAttribute('title') ||
    ''
  ).slice(0, 60);
}

/** What a cell names when it is a heading: a filter box under the name doesn't count. */
function headingText(cell: Cell): string {
  if (!cell.editable || !isHeading(cell.element)) return cell.text;
  return cell.segments
    .filter((segment) => !segment.editable)
    .map((segment) => segment.text)
    .join(' ');
}

/** How many different fields a row's cells are labels of; a row with values is no header. */
export function headerScore(cells: readonly (Cell | null)[]): number {
  const found = new Set<string>();
  for (const cell of cells) {
    if (!cell) continue;
    if (cell.editable && !isHeading(cell.element)) return 0;
    const text = headingText(cell);
    const [field] = fieldsOfLabel(text);
    if (field) found.add(field === 'other' ? `other ${text}` : field);
    else if (text && (plainNdcIn(text) || csosNumbersIn(text).length > 0 || dateIn(text))) return 0;
  }
  return found.size;
}

/** Rows as they are laid out: spans filled in, so that a column index means one column. */
export type Layout = readonly { readonly element: Element; readonly cells: readonly (Element | null)[] }[];

/** A header that no row follows is kept: many grids draw it as a table of its own. */
export interface Divided {
  readonly grids: readonly Grid[];
  readonly header: Grid['labels'] | null;
}

/**
 * Rows with their header taken off: a two-row header gives "Quantity Ordered" before "Ordered" before "Quantity".
 * `inherited`: the header of a table right before, which holds nothing else.
 */
export function* gridsOf(
  element: Element,
  layout: Layout,
  reader: Reader,
  name: string,
  inherited: Grid['labels'] = [],
): Generator<void, Divided> {
  const rows: Row[] = [];
  for (const row of layout) {
    if (!reader.visible(row.element) && !row.cells.some((cell) => cell && reader.visible(cell))) continue;
    rows.push(rowOf(row, reader));
    yield;
  }
  const grids: Grid[] = [];
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  let labels: Grid['labels'] = inherited.length === width ? inherited : [];
  let isOpen = false;
  let body: Row[] = [];
  const close = () => {
    if (body.length > 0) grids.push({ element, name, labels, rows: body });
    body = [];
  };
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row;
    if (!isHeader(row)) {
      body.push(row);
      isOpen = false;
      continue;
    }
    close();
    const above = rows[i - 1];
    const below = rows[i + 1];
    if (below && isSecondHeader(row, below)) {
      labels = labelsOf([row, below]);
      i++;
    } else labels = labelsOf(above && isGroupHeader(above, row) ? [above, row] : [row]);
    isOpen = true;
  }
  close();
  return { grids, header: isOpen && grids.length === 0 ? labels : null };
}

/** Cells that aren't drawn hold a column that this page has switched off, in rows and header alike. */
function rowOf(row: Layout[number], reader: Reader): Row {
  const made = new Map<Element, Cell>();
  const cells = row.cells.map((cell) => {
    const known = cell && (made.get(cell) ?? cellOf(cell, reader));
    if (cell && known) made.set(cell, known);
    return known;
  });
  return {
    element: row.element,
    cells: cells.filter((cell) => !cell || cell.text !== '' || reader.displayed(cell.element)),
  };
}

function isHeader(row: Row): boolean {
  const score = headerScore(row.cells);
  const filled = new Set(row.cells.filter((cell) => cell?.text)).size;
  if (score < 2) return false;
  const isMarked = row.cells.every((cell) => !cell || isHeading(cell.element));
  return score >= (isMarked ? 2 : Math.max(2, filled / 2));
}

/** A row right under a header that only names parts of its groups. */
function isSecondHeader(header: Row, row: Row): boolean {
  const sameAbove = row.cells.some(
    (cell, i) =>
      cell && i > 0 && header.cells[i] !== null && header.cells[i]?.element === header.cells[i - 1]?.element,
  );
  const continues = row.cells.some((cell, i) => cell && cell.element === header.cells[i]?.element);
  return (
    (sameAbove || continues) &&
    row.cells.every((cell) => !cell || (!cell.editable && !/\d{3}/.test(cell.text))) &&
    headerScore(row.cells) >= 1
  );
}

/** A row of group names over a header: every cell is a name or empty, and at least one spans several columns. */
function isGroupHeader(above: Row, header: Row): boolean {
  const spans = above.cells.some(
    (cell, i) => cell?.text && i > 0 && cell.element === above.cells[i - 1]?.element,
  );
  const whole = new Set(above.cells.map((cell) => cell?.element)).size === 1;
  return (
    spans &&
    !whole &&
    above.cells.length === header.cells.length &&
    above.cells.every((cell) => !cell || !/\d{3}/.test(cell.text))
  );
}

function labelsOf(rows: readonly Row[]): Grid['labels'] {
  const width = Math.max(...rows.map((row) => row.cells.length));
  return Array.from({ length: width }, (_, i) => {
    const cells = rows.map((row) => row.cells[i] ?? null);
    const texts = [...new Set(cells)]
      .filter((cell, at, all) => cell && all.findIndex((other) => other?.element === cell.element) === at)
      .map((cell) => (cell ? headingText(cell) : ''))
      .filter(Boolean);
    return texts.length > 1 ? [texts.join(' '), texts.at(-1) as string, texts[0] as string] : texts;
  });
}
