import type { Evidence, SeenLine } from '../evidence';

/** Where a line stands in its list. */
export interface RowPlace {
  /** Which of the page's lists, counted from 0. */
  readonly list: number;
  /** The row's own number, where the page gives one; it counts from wherever the page likes. */
  readonly index: number | null;
}

/** A line that was read, on the page at this moment or scrolled out of it. */
export interface Row {
  readonly line: SeenLine;
  readonly place: RowPlace;
  readonly isMounted: boolean;
}

/** What the product of a line is called by; a line whose quantity changed keeps it. */
export function productOf({ ndc, itemNumber, description }: SeenLine): string {
  return [ndc?.text, itemNumber?.text, description?.text].join('\n');
}

/** All that a line says. */
export function saidBy(line: SeenLine): string {
  const values: readonly (Evidence | null)[] = Object.values(line);
  return values.map((value) => value?.text ?? '').join('\n');
}
