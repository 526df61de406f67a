import { limits } from '@/lib/base/light';
import type { SeenLine, SeenPage } from '../evidence';
import { mergeRows } from './merge-rows';
import { productOf, type Row, type RowPlace } from './row';

/** One reading of a page, and where in its list each line stands; `places[i]` is of `page.lines[i]`. */
export interface Reading {
  readonly page: SeenPage;
  readonly places: readonly RowPlace[];
}

/** What was read of a page so far, over all the rows that were mounted one time or another. */
export interface Gathered {
  /** The page with every line that was seen of its list, in the list's order. */
  readonly page: SeenPage;
  readonly rows: readonly Row[];
  /** How many lines the page says there are; null where it says nothing. */
  readonly stated: number | null;
}

/**
 * A list that mounts its rows while it is scrolled, or shows them page by page, is read piece by piece: what was read of it
 * stays while the page goes on to speak of the same order with as many lines. Everything else begins anew: another order,
 * another number of lines, other rows in the same places, more lines than are stated, or rows that went while nobody scrolled, since
 * those were deleted. `isMoved`: the person scrolled since the reading before.
 */
export function gathered(previous: Gathered | null, now: Reading, isMoved: boolean): Gathered {
  const said = now.page.missing?.stated ?? null;
  if (!previous || !isSameOrder(previous.page, now.page)) return alone(now, said);
  // Between two windows of rows a list may show none at all; one that isn't longer than it shows was emptied.
  if (now.page.lines.length === 0)
    return isMoved && previous.stated !== null
      ? { page: now.page, rows: previous.rows.map(unmounted), stated: previous.stated }
      : alone(now, said);
  if (previous.page.lines.length === 0 && previous.stated !== said) return alone(now, said);
  // A count that happens to fit the rows mounted now isn't told of them; it goes on counting all.
  const stated = said ?? (isMoved || isUnmoved(previous.rows, now) ? previous.stated : null);
  if (previous.stated !== stated) return alone(now, said);
  const rows = mergeRows(previous.rows, rowsOf(now), { isMoved, isStated: stated !== null });
  if (!rows || rows.length > (stated ?? limits.orderMaxLines)) return alone(now, said);
  return { page: pageWith(now.page, rows, stated), rows, stated };
}

/** The same rows are mounted as before. */
function isUnmoved(rows: readonly Row[], { page }: Reading): boolean {
  const mounted = rows.filter(({ isMounted }) => isMounted);
  return (
    mounted.length === page.lines.length &&
    page.lines.every((line, i) => mounted[i] && productOf(mounted[i].line) === productOf(line))
  );
}

function alone(now: Reading, stated: number | null): Gathered {
  return { page: now.page, rows: rowsOf(now), stated };
}

function rowsOf({ page, places }: Reading): readonly Row[] {
  return page.lines.map((line, i) => ({
    line,
    place: places[i] ?? { list: 0, index: null },
    isMounted: true,
  }));
}

const unmounted = (row: Row): Row => ({ ...row, isMounted: false });

function pageWith(page: SeenPage, rows: readonly Row[], stated: number | null): SeenPage {
  const lines: readonly SeenLine[] = rows.map(({ line }) => line);
  const missing = stated === null || lines.length >= stated ? null : { shown: lines.length, stated };
  return { ...page, lines, missing };
}

/** The address without its query, which a list may change while it is scrolled or paged. */
function isSameOrder(before: SeenPage, now: SeenPage): boolean {
  const id = ({ url, orderNumber, supplierDea, purchaserDea }: SeenPage) =>
    [url.replace(/\?[^#]*/, ''), orderNumber?.text, supplierDea?.text, purchaserDea?.text].join('\n');
  if (now.lines.length === 0 && now.kind === 'none') return before.url === now.url;
  return id(before) === id(now) && (before.kind === now.kind || before.kind === 'none');
}
