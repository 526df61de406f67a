import { fieldsOfLabel } from './label';
import { found } from './found';
import type { Values } from './found';
import { cellOf, gridsOf, headerScore } from './grid';
import type { Grid } from './grid';
import { addInline, descriptionIn } from './inline';
import type { LineValues } from './lines';
import type { Reader, Segment } from './reader';
import { fit, plainNdcIn } from './shape';

const MAX_ANCHORS = 2_000;

/** Elements whose own text shows an NDC, outside of what was already read. */
export function ndcElements(
  stream: readonly Segment[],
  covered: (element: Element) => boolean,
): readonly Element[] {
  return stream
    .filter(
      ({ text, editable, element }) =>
        !editable && text.length >= 10 && plainNdcIn(text) && !covered(element),
    )
    .slice(0, MAX_ANCHORS)
    .map(({ element }) => element);
}

/** The biggest element around each anchor that holds no other anchor: a card, a list item, a row of a drawn grid. */
export function recordsOf(anchors: readonly Element[], reader: Reader): readonly Element[] {
  const shown = anchors.filter((anchor) => reader.visible(anchor));
  const count = new Map<Element, number>();
  for (const anchor of shown)
    for (let up: Element | null = anchor; up; up = up.parentElement) count.set(up, (count.get(up) ?? 0) + 1);
  return shown.map((anchor) => {
    let record = anchor;
    for (
      let up = anchor.parentElement;
      up && up.tagName !== 'BODY' && count.get(up) === 1;
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
    .some((segment) => segment.editable || fieldsOfLabel(segment.text).includes('packages'));
}

/** Records that are rows under a drawn header, by their shared parent; the rest are cards. */
export function drawnGrids(
  records: readonly Element[],
  reader: Reader,
): { readonly grids: readonly Grid[]; readonly cards: readonly Element[] } {
  const byParent = new Map<Element | null, Element[]>();
  for (const record of new Set(records)) {
    byParent.set(record.parentElement, [...(byParent.get(record.parentElement) ?? []), record]);
  }
  const grids: Grid[] = [];
  const cards: Element[] = [];
  for (const [parent, rows] of byParent) {
    const header = parent && headerAbove(rows[0] as Element, columnsIn(rows[0] as Element).length, reader);
    if (!parent || !header) {
      cards.push(...rows);
      continue;
    }
    const all = [header, ...rows].map((element) => ({ element, cells: columnsIn(element) }));
    grids.push(...gridsOf(parent, all, reader));
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
      if (cells.length === width && headerScore(cells.map((cell) => cellOf(cell, reader))) >= 2)
        return before;
    }
  }
  return null;
}

/** Reads a card: labelled values, its controls, its badges, and its first words for a name. */
export function cardLine(record: Element, reader: Reader): LineValues {
  const segments = reader.segments(record).flatMap(divide);
  const values: Values = new Map();
  addInline(values, segments);
  const heading = [
    ...record.querySelectorAll('h1,h2,h3,h4,h5,h6,strong,b,a,[class*="name"],[class*="title"]'),
  ].find(
    (element) =>
      reader.visible(element) &&
      descriptionIn(reader.segments(element)) !== null &&
      !plainNdcIn(element.textContent ?? ''),
  );
  if (!values.has('description')) {
    const text = (heading && descriptionIn(reader.segments(heading))) ?? descriptionIn(segments);
    if (text) values.set('description', found(text, null, heading ? 0.9 : 0.85));
  }
  if (!values.has('packages')) {
    const controls = segments.filter(
      (segment) => segment.editable && (segment.text === '' || fit('packages', segment.text) === 1),
    );
    const [only] = controls;
    if (only && controls.length === 1) values.set('packages', found(only.text, null, 0.85, true));
  }
  return { values, element: record };
}

/** "NDC 00406-8552-01 · Qty: 3" says two things. */
function divide(segment: Segment): readonly Segment[] {
  if (segment.editable) return [segment];
  return segment.text
    .split(/\s*[|·•;]\s*/)
    .filter(Boolean)
    .map((text) => ({ ...segment, text }));
}
