import type { Reader, Segment } from './reader';
import { fieldsOfLabel } from './label';

/** One cell, read when it is asked for. */
export interface Cell {
  readonly element: Element;
  readonly segments: readonly Segment[];
  readonly text: string;
  readonly editable: boolean;
}

export interface Row {
  readonly element: Element;
  readonly cells: readonly (Cell | null)[];
}

/** Rows that share their columns, whatever they are made of on the page. */
export interface Grid {
  readonly element: Element;
  /** Candidate labels per column, most telling first; empty where the column has none. */
  readonly labels: readonly (readonly string[])[];
  readonly rows: readonly Row[];
}

export function cellOf(element: Element, reader: Reader): Cell {
  const segments = reader.segments(element);
  return {
    element,
    segments,
    text: segments.map((segment) => segment.text).join(' '),
    editable: segments.some((segment) => segment.editable),
  };
}

/** How many different fields a row's cells are labels of; a row with values in controls is no header. */
export function headerScore(cells: readonly (Cell | null)[]): number {
  const found = new Set<string>();
  for (const cell of cells) {
    if (!cell) continue;
    if (cell.editable) return 0;
    const [field] = fieldsOfLabel(cell.text);
    if (field) found.add(field === 'other' ? `other ${cell.text}` : field);
  }
  return found.size;
}

/** Cells of a table laid out as they are drawn: spans are filled in, so that a column index means one column. */
export type Layout = readonly { readonly element: Element; readonly cells: readonly (Element | null)[] }[];

/** Rows with their header taken off: a two-row header gives "Quantity Ordered" before "Ordered" before "Quantity". */
export function gridsOf(element: Element, layout: Layout, reader: Reader): readonly Grid[] {
  const rows: Row[] = layout
    .filter((row) => reader.visible(row.element) || row.cells.some((cell) => cell && reader.visible(cell)))
    .map((row) => {
      const made = new Map<Element, Cell>();
      const cells = row.cells.map((cell) => {
        const known = cell && (made.get(cell) ?? cellOf(cell, reader));
        if (cell && known) made.set(cell, known);
        return known;
      });
      return { element: row.element, cells };
    });
  const grids: Grid[] = [];
  let labels: readonly (readonly string[])[] = [];
  let body: Row[] = [];
  const close = () => {
    if (body.length > 0) grids.push({ element, labels, rows: body });
    body = [];
  };
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row;
    if (!isHeader(row)) {
      body.push(row);
      continue;
    }
    close();
    const above = rows[i - 1];
    const below = rows[i + 1];
    if (below && isSecondHeader(row, below)) {
      labels = columnsOf([row, below]);
      i++;
    } else labels = columnsOf(above && isGroupHeader(above, row) ? [above, row] : [row]);
  }
  close();
  return grids;
}

function isHeader(row: Row): boolean {
  const score = headerScore(row.cells);
  const filled = new Set(row.cells.filter((cell) => cell?.text)).size;
  if (score < 2) return false;
  const isMarked = row.cells.every(
    (cell) =>
      !cell || /^TH$/.test(cell.element.tagName) || cell.element.getAttribute('role') === 'columnheader',
  );
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

function columnsOf(rows: readonly Row[]): readonly (readonly string[])[] {
  const width = Math.max(...rows.map((row) => row.cells.length));
  return Array.from({ length: width }, (_, i) => {
    const cells = rows.map((row) => row.cells[i] ?? null);
    const texts = [...new Set(cells)]
      .filter((cell, at, all) => cell && all.findIndex((other) => other?.element === cell.element) === at)
      .map((cell) => cell?.text ?? '')
      .filter(Boolean);
    return texts.length > 1 ? [texts.join(' '), texts.at(-1) as string, texts[0] as string] : texts;
  });
}
