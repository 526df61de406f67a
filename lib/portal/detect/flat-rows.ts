import { cellOf, type Layout } from './grid';
import { fieldsOfHeading } from './label';
import type { Reader } from './reader';

const MAX_CELLS = 12_000;

/** Cells that lie in one box without rows, laid out by style alone: headings first, then as many values for each line. */
export function flatRows(box: Element, reader: Reader): Layout | null {
  const cells = [...box.children].slice(0, MAX_CELLS);
  let width = 0;
  while (width < 20 && width < cells.length && isHeading(cells[width] as Element, reader)) width++;
  if (width < 3 || cells.length < 2 * width || cells.length % width !== 0) return null;
  return Array.from({ length: cells.length / width }, (_, row) => {
    const own = cells.slice(row * width, (row + 1) * width);
    return { element: own[0] as Element, cells: own };
  });
}

function isHeading(element: Element, reader: Reader): boolean {
  const { text, editable } = cellOf(element, reader);
  return !editable && fieldsOfHeading(text).fields.length > 0 && !/\d{3}/.test(text);
}
