import { limits } from '@/lib/base/light';
import type { Layout } from './grid';

const MAX_SPAN = 60;
/** A wall of rows is no order; reading stops here (`limits.orderMaxLines` and room for headers and totals). */
const MAX_ROWS = limits.orderMaxLines + 200;

/** A cell that holds a table of its own is page layout, not a value. A stepper built of one table row isn't. */
function isLayoutCell(cell: Element): boolean {
  const inner = cell.querySelectorAll('table');
  return inner.length > 1 || (inner[0]?.querySelectorAll('tr').length ?? 0) > 2;
}

/** Rows of a `<table>` without those of tables inside it, spans filled in. */
export function tableLayout(table: HTMLTableElement): Layout {
  const rows = [...table.rows].slice(0, MAX_ROWS);
  const mayNest = table.querySelector('table') !== null;
  const grid: (Element | null)[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row.cells) {
      while (grid[y]?.[x]) x++;
      const height = Math.min(Math.max(cell.rowSpan || 1, 1), rows.length - y);
      const width = Math.min(Math.max(cell.colSpan || 1, 1), MAX_SPAN);
      const value = mayNest && isLayoutCell(cell) ? null : cell;
      for (let dy = 0; dy < height; dy++)
        for (let dx = 0; dx < width; dx++) (grid[y + dy] as (Element | null)[])[x + dx] = value;
      x += width;
    }
  });
  return rows.map((element, y) => ({ element, cells: Array.from(grid[y] ?? [], (cell) => cell ?? null) }));
}

/**
 * Rows of an ARIA grid. A row may be drawn in several parts (pinned columns): parts with the same row index are one
 * row; column indexes, where the page gives them, say which column a cell is in.
 */
export function ariaLayout(grid: Element): Layout {
  const parts = new Map<string, Element[]>();
  [...grid.querySelectorAll('[role="row"]')].slice(0, MAX_ROWS).forEach((row, i) => {
    if (row.closest('[role="grid"],[role="table"],[role="treegrid"]') !== grid) return;
    const index = row.getAttribute('aria-rowindex') ?? row.getAttribute('row-index');
    const isHead = row.querySelector('[role="columnheader"]') !== null;
    const key = index === null ? `#${i}` : `${isHead ? 'head' : 'row'} ${index}`;
    parts.set(key, [...(parts.get(key) ?? []), row]);
  });
  return [...parts.values()].map((rows) => {
    const cells: (Element | null)[] = [];
    for (const cell of rows.flatMap((row) => [
      ...row.querySelectorAll('[role="gridcell"],[role="cell"],[role="columnheader"],[role="rowheader"]'),
    ])) {
      const index = Number(cell.getAttribute('aria-colindex'));
      if (index >= 1 && index < 500) cells[index - 1] = cell;
      else cells.push(cell);
    }
    return { element: rows[0] as Element, cells: Array.from(cells, (cell) => cell ?? null) };
  });
}

/** Labels in the first column and one line per further column: a table on its side. */
export function turned(layout: Layout, labelsOf: (cell: Element) => readonly string[]): Layout | null {
  const width = Math.max(0, ...layout.map(({ cells }) => cells.length));
  if (width < 2 || layout.length < 3 || layout.length > 40 || width > 40) return null;
  const known = layout.map(({ cells }) => (cells[0] ? labelsOf(cells[0]) : []));
  const fields = new Set(known.flatMap(([field]) => (field && LINE_FIELDS.has(field) ? [field] : [])));
  const isNamed = known.filter((field) => field.length > 0).length >= layout.length * 0.6;
  const across = new Set(
    (layout[0]?.cells ?? []).flatMap((cell) => (cell ? labelsOf(cell).slice(0, 1) : [])),
  );
  if (fields.size < 3 || !isNamed || across.size > 2) return null;
  return Array.from({ length: width }, (_, x) => ({
    element: (layout.find(({ cells }) => cells[x])?.cells[x] ?? layout[0]?.element) as Element,
    cells: layout.map(({ cells }) => cells[x] ?? null),
  }));
}

/** What only lines have; a box of facts about an order has other labels. */
const LINE_FIELDS: ReadonlySet<string> = new Set([
  'ndc',
  'itemNumber',
  'description',
  'strength',
  'form',
  'packageSize',
  'packages',
  'schedule',
  'shipped',
  'received',
]);
