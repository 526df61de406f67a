import { normalLabel } from '../detect/label';
import { ariaLayout, tableLayout } from '../detect/layouts';
import type { Layout } from '../detect/grid';

/** A row's cells in the order of their columns, and the normalised labels over them; null where nothing stands over them. */
export interface RowColumns {
  readonly cells: readonly (Element | null)[];
  readonly headers: readonly string[] | null;
}

const GRID = '[role="grid"],[role="table"],[role="treegrid"]';
const NO_COLUMNS: RowColumns = { cells: [], headers: null };

/** Reads rows as columns; what it learns of a table is kept for one pass over a page. */
export function createRowColumns(): (row: Element) => RowColumns {
  const known = new Map<Element, Map<Element, RowColumns>>();
  const heads = new Map<Element, Head>();
  const inside = (table: Element, layout: () => Layout) => {
    let rows = known.get(table);
    if (!rows) known.set(table, (rows = withHeaders(layout())));
    return rows;
  };
  return (row) => {
    if (row.tagName === 'TR') {
      const table = row.closest('table');
      return (table && inside(table, () => tableLayout(table)).get(row)) ?? NO_COLUMNS;
    }
    const grid = row.getAttribute('role') === 'row' ? row.closest(GRID) : null;
    if (grid) return inside(grid, () => ariaLayout(grid)).get(row) ?? NO_COLUMNS;
    const cells = cellsIn(row);
    return { cells, headers: headersAbove(row, cells.length, heads) };
  };
}

function withHeaders(layout: Layout): Map<Element, RowColumns> {
  const rows = new Map<Element, RowColumns>();
  let headers: readonly string[] | null = null;
  let above: readonly string[] = [];
  layout.forEach(({ element, cells }, i) => {
    if (isMarked(element, cells) || (i === 0 && isWords(cells))) {
      const own = cells.map(labelOf);
      // Of a two-row header the lower label counts; where it has none, the one that spans both rows.
      headers = own.map((label, at) => label || above[at] || '');
      above = own;
    } else above = [];
    rows.set(element, { cells, headers });
  });
  return rows;
}

function isMarked(row: Element, cells: readonly (Element | null)[]): boolean {
  if (row.parentElement?.tagName === 'THEAD') return true;
  return (
    cells.some((cell) => cell !== null) &&
    cells.every((cell) => !cell || cell.tagName === 'TH' || cell.getAttribute('role') === 'columnheader')
  );
}

/** A first row of words alone: no numbers, no controls. */
function isWords(cells: readonly (Element | null)[]): boolean {
  const texts = cells.map(labelOf);
  return (
    texts.filter(Boolean).length >= 2 &&
    texts.every((text) => !/\d/.test(text)) &&
    cells.every((cell) => !cell?.querySelector('input,select,textarea'))
  );
}

function labelOf(cell: Element | null): string {
  return normalLabel((cell?.textContent ?? '').slice(0, 200)).slice(0, 60);
}

/** Children that are cells, wrappers with a single child looked through. */
function cellsIn(row: Element): readonly Element[] {
  let inner = row;
  while (inner.children.length === 1 && inner.firstElementChild) inner = inner.firstElementChild;
  return [...inner.children];
}

/** What a row would be as a header; asked once, since every row below it asks again. */
interface Head {
  readonly width: number;
  /** Null: not words alone. */
  readonly labels: readonly string[] | null;
}

/** The closest row of words before this one, beside it or up to three levels up, with as many cells. */
function headersAbove(row: Element, width: number, heads: Map<Element, Head>): readonly string[] | null {
  if (width < 2) return null;
  let from: Element | null = row;
  for (let level = 0; level < 4 && from; level++, from = from.parentElement) {
    for (let before = from.previousElementSibling; before; before = before.previousElementSibling) {
      let head = heads.get(before);
      if (!head) {
        const cells = cellsIn(before);
        head = { width: cells.length, labels: isWords(cells) ? cells.map(labelOf) : null };
        heads.set(before, head);
      }
      if (head.width === width && head.labels) return head.labels;
    }
  }
  return null;
}
