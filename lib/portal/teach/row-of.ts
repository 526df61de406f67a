import { selectAll } from '../profiles/select-all';
import { plainNdcIn } from '../detect/shape';
import { pathIn } from './path-in';

/** A line's element, and those beside it that hold the same kind of value in the same place. */
export interface TaughtRow {
  readonly row: Element;
  readonly others: readonly Element[];
}

const ROW = 'tr,[role="row"]';
const ITEM = 'li,article,[role="listitem"],dl,fieldset';

/**
 * `known`: the row selector of an earlier step. The line that a picked value belongs to: the closest element that also says of what, and that others like it stand beside.
 * In an order of one line nothing does: then the closest that looks like a line.
 */
export function rowOf(picked: Element, isQuantity: boolean, known: string | null): TaughtRow | null {
  const before = known === null ? null : knownRow(picked, known);
  if (before) return before;
  let alone: Element | null = null;
  for (let row = picked.parentElement; row && row.localName !== 'body'; row = row.parentElement) {
    if (!saysMore(row, picked, isQuantity)) continue;
    const others = likeIt(row, picked);
    if (row.matches(ROW) || others.length > 0) return { row, others };
    if (!alone || (!alone.matches(ITEM) && row.matches(ITEM))) alone = row;
  }
  return alone && { row: alone, others: [] };
}

/** The row that an earlier step found, where this value stands in it too. */
function knownRow(picked: Element, known: string): TaughtRow | null {
  const rows = selectAll(picked.getRootNode() as Document | ShadowRoot, known);
  const row = rows.find((one) => one.contains(picked));
  return row && row !== picked ? { row, others: rows.filter((one) => one !== row) } : null;
}

/** Beside a quantity a line says of what, in words or by NDC; beside its product it has a number, a control or more words. */
function saysMore(row: Element, picked: Element, isQuantity: boolean): boolean {
  const rest = (row.textContent ?? '').replace(picked.textContent ?? '', ' ');
  if (plainNdcIn(rest) !== null || /\p{L}{4}/u.test(rest)) return true;
  return !isQuantity && (/\d/.test(rest) || row.querySelector('input:not([type="hidden"]),select') !== null);
}

function likeIt(row: Element, picked: Element): readonly Element[] {
  const path = pathIn(row, picked, []);
  if (path === null) return [];
  return [...(row.parentElement?.children ?? [])].filter(
    (other) =>
      other !== row &&
      other.localName === row.localName &&
      other.getAttribute('role') === row.getAttribute('role') &&
      selectAll(other, path).some(({ localName }) => localName === picked.localName),
  );
}
