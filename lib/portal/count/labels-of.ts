import { fold } from '../detect/fold';
import type { Field } from './write-field';

const CELL = 'td,th,[role="cell"],[role="gridcell"],[role="columnheader"],[role="rowheader"]';
const ROW = 'tr,[role="row"]';
const GRID = 'table,[role="table"],[role="grid"],[role="treegrid"]';

/** What is said of a field, the most telling first: its own labels, its column's header, hints, its name in the form. */
export function labelsOf(field: Field): readonly string[] {
  const root = field.getRootNode() as Document | ShadowRoot;
  const named = (field.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  return [
    field.getAttribute('aria-label') ?? '',
    ...named.map((id) => root.getElementById(id)?.textContent ?? ''),
    ...[...(field.labels ?? [])].map((label) => label.textContent ?? ''),
    ...headersOver(field),
    field.getAttribute('placeholder') ?? '',
    field.title,
    spoken(field.name),
    spoken(field.id),
  ]
    .map(fold)
    .filter(Boolean);
}

/** `rcv_qty[3]`, `ReceivedQty` as words. */
function spoken(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[^a-zA-Z]+/g, ' ');
}

/** Header texts over the cell that holds a field, the nearest first. */
function headersOver(field: Field): string[] {
  const cell = field.closest(CELL);
  const row = cell?.closest(ROW);
  const grid = row?.closest(GRID);
  if (!cell || !row || !grid) return [];
  const at = placeOf(cell, row);
  const first = grid.querySelector(ROW);
  const heads = [...grid.querySelectorAll(`thead tr,${ROW}:has([role="columnheader"])`)];
  return (heads.length > 0 || first === null ? heads : [first])
    .filter((head) => head !== row && head.closest(GRID) === grid)
    .flatMap((head) => cellsOf(head).find((one) => covers(one, head, at))?.textContent ?? [])
    .reverse();
}

function cellsOf(row: Element): Element[] {
  return [...row.querySelectorAll(CELL)].filter((cell) => cell.closest(ROW) === row);
}

function placeOf(cell: Element, row: Element): number {
  const stated = Number(cell.getAttribute('aria-colindex'));
  if (stated > 0) return stated - 1;
  let at = 0;
  for (const one of cellsOf(row)) {
    if (one === cell) break;
    at += span(one);
  }
  return at;
}

function covers(cell: Element, row: Element, at: number): boolean {
  const from = placeOf(cell, row);
  return from <= at && at < from + span(cell);
}

function span(cell: Element): number {
  return Math.max(1, Number(cell.getAttribute('colspan') ?? cell.getAttribute('aria-colspan')) || 1);
}
