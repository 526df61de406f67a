import type { SeenPage } from '../evidence';
import type { Labelled } from './inline';
import type { Reader, Segment } from './reader';

/** "1–10 of 37", "Showing 1 to 10 of 37 items". */
const RANGE = /\b(\d{1,4}) ?(?:-|–|—|to|through) ?(\d{1,4}) of (\d[\d,]{0,5})\b/i;
/** "12 items", "8 line items in this order", "Lines: 12". */
const COUNTED =
  /^(?:\W*)(\d{1,4}) (?:line )?(?:items?|lines?|products?)\b(?!.*\b(?:per page|selected|added)\b)/i;

/**
 * Whether the page itself says that there are more lines than it shows: a list's row count, a pager's range, a number of
 * lines. `rows`: all rows read as lines, ordered or not; `packages`: their sum, which pages also call items.
 */
export function missingOf(
  lists: readonly Element[],
  labelled: readonly Labelled[],
  stream: readonly Segment[],
  reader: Reader,
  { rows, packages }: { readonly rows: number; readonly packages: number },
): SeenPage['missing'] {
  const stated = [
    ...lists.map(rowCount),
    ...labelled
      .filter(({ field, element }) => field === 'lineCount' && reader.legible(element))
      .map(({ text }) => Number(text)),
    ...stream.map((segment) => statedIn(segment, reader)),
  ].filter((count) => Number.isInteger(count) && count > rows && count !== packages && count < 100_000);
  return stated.length > 0 && rows > 0 ? { shown: rows, stated: Math.max(...stated) } : null;
}

/** Rows of an ARIA grid without its header; −1 means unknown there. */
function rowCount(list: Element): number {
  const grid = list.closest('[aria-rowcount]');
  if (!grid) return 0;
  const headers = new Set(
    [...grid.querySelectorAll('[role="columnheader"]')].map((cell) => cell.closest('[role="row"]')),
  );
  return Number(grid.getAttribute('aria-rowcount')) - Math.min(headers.size, 2);
}

function statedIn({ text, element, editable }: Segment, reader: Reader): number {
  if (editable || text.length > 80 || !/\d/.test(text)) return 0;
  const count = RANGE.exec(text)?.[3] ?? COUNTED.exec(text)?.[1];
  return count && reader.legible(element) ? Number(count.replace(',', '')) : 0;
}
