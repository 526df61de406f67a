import { controlName } from './control';
import { flatRows } from './flat-rows';
import { fieldsOfLabel } from './label';
import { cellOf, gridsOf, headerScore } from './grid';
import type { Grid } from './grid';
import { labelledIn } from './inline';
import type { Reader, Segment } from './reader';
import { plainNdcIn } from './shape';

const MAX_ANCHORS = 2_000;
const NOWHERE: ReadonlySet<Element> = new Set();

/** Elements whose own text shows an NDC, outside of what was already read; without any, those that show an item number. */
export function anchorsIn(
  stream: readonly Segment[],
  covered: (element: Element) => boolean,
): readonly Element[] {
  const free = stream.filter(({ text, editable }) => !editable && text.length >= 6);
  const ndcs = stream.filter(
    (segment, i) =>
      segment.text.length >= 10 &&
      showsNdc(segment, stream[i - 1]) &&
      !isSearch(segment) &&
      !covered(segment.element),
  );
  const anchors =
    ndcs.length > 0
      ? ndcs
      : free
          .slice(0, MAX_ANCHORS * 2)
          .filter(
            (segment) =>
              /\d/.test(segment.text) &&
              labelledIn(segment).some(({ field }) => field === 'itemNumber') &&
              !covered(segment.element),
          );
  return anchors.slice(0, MAX_ANCHORS).map(({ element }) => element);
}

/** Eleven digits alone are an NDC only where a label says so. */
function showsNdc({ text }: Segment, before: Segment | undefined): boolean {
  if (plainNdcIn(text)) return true;
  if (!/(?<![\d.-])\d{11}(?![\d.-])/.test(text)) return false;
  return /\bNDC\b/i.test(text) || (before !== undefined && fieldsOfLabel(before.text).includes('ndc'));
}

/** An NDC that is looked for isn't ordered yet. */
function isSearch({ editable, element }: Segment): boolean {
  return (
    editable &&
    ((element as HTMLInputElement).type === 'search' || /search|find|look/i.test(controlName(element)))
  );
}

/**
 * The biggest element around each anchor that holds no other anchor: a card, a list item, a row of a drawn grid.
 * `around`: what holds a list that was read already.
 */
export function recordsOf(
  anchors: readonly Element[],
  reader: Reader,
  around: ReadonlySet<Element> = NOWHERE,
): readonly Element[] {
  const shown = anchors.filter((anchor) => reader.legible(anchor));
  const count = new Map<Element, number>();
  for (const anchor of shown)
    for (let up: Element | null = anchor; up; up = up.parentElement) count.set(up, (count.get(up) ?? 0) + 1);
  return shown.map((anchor) => {
    let record = anchor;
    for (
      let up = anchor.parentElement;
      up && up.tagName !== 'BODY' && count.get(up) === 1 && !around.has(up);
      up = up.parentElement
    ) {
      if (shown.length === 1 && isWhole(record, reader)) break;
      record = up;
    }
    return record;
  });
}

/** A record that stands alone ends where it says how many. */
function isWhole(record: Element, reader: Reader): boolean {
  return reader
    .segments(record)
    .some(
      (segment) =>
        segment.editable ||
        fieldsOfLabel(segment.text).includes('packages') ||
        labelledIn(segment).some(({ field }) => field === 'packages'),
    );
}

/** Records that are rows under a drawn header, by their shared parent; the rest are cards. */
export function* drawnGrids(
  records: readonly Element[],
  reader: Reader,
): Generator<void, { readonly grids: readonly Grid[]; readonly cards: readonly Element[] }> {
  const byParent = new Map<Element | null, Element[]>();
  for (const record of new Set(records)) {
    const siblings = byParent.get(record.parentElement);
    if (siblings) siblings.push(record);
    else byParent.set(record.parentElement, [record]);
  }
  const grids: Grid[] = [];
  const cards: Element[] = [];
  for (const [parent, rows] of byParent) {
    const flat = parent && flatRows(parent, reader);
    if (flat) {
      grids.push(...(yield* gridsOf(parent, flat, reader, 'list')).grids);
      continue;
    }
    const header = parent && headerAbove(rows[0] as Element, columnsIn(rows[0] as Element).length, reader);
    if (!parent || !header) {
      cards.push(...rows);
      continue;
    }
    const all = [header, ...rows].map((element) => ({ element, cells: columnsIn(element) }));
    const divided = yield* gridsOf(
      parent,
      all,
      reader,
      `list ${byParent.size > 1 ? grids.length + 1 : ''}`.trim(),
    );
    grids.push(...divided.grids.map((grid) => ({ ...grid, parts: all.map(({ element }) => element) })));
  }
  return { grids, cards };
}

/** Children that are cells, wrappers with a single child looked through. */
function columnsIn(row: Element): readonly Element[] {
  let inner = row;
  while (inner.children.length === 1 && inner.firstElementChild) inner = inner.firstElementChild;
  return [...inner.children];
}

/** The closest row before, here or one to three levels up, whose cells are as many and are labels. */
function headerAbove(row: Element, width: number, reader: Reader): Element | null {
  if (width < 3) return null;
  let from: Element | null = row;
  for (let level = 0; level < 4 && from; level++, from = from.parentElement) {
    for (let before = from.previousElementSibling; before; before = before.previousElementSibling) {
      const cells = columnsIn(before);
      if (
        Math.abs(cells.length - width) <= 1 &&
        headerScore(cells.map((cell) => cellOf(cell, reader))) >= Math.max(2, cells.length / 2 - 1)
      )
        return before;
    }
  }
  return null;
}
