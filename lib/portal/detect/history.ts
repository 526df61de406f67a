import type { SeenOrder } from '../evidence';
import { recordsOf } from './anchors';
import { evidence, found } from './found';
import type { Grid } from './grid';
import { labelledValues } from './inline';
import type { Field } from './label';
import type { LineValues } from './lines';
import type { Reader, Segment } from './reader';
import type { Column } from './sampled';
import { toSeenLine } from './seen-line';
import { csosNumbersIn, dateIn, fit } from './shape';
import { stateIn } from './state';

/** Whether a grid lists orders, one or more rows each: a number of an order in every row, and a day or a state. */
export function listsOrders(columns: readonly Column[]): boolean {
  const has = (...fields: readonly string[]) => columns.some((column) => fields.includes(column.field));
  return has('csosNumber', 'poNumber', 'orderNumber') && has('date', 'state', 'shipDate', 'invoiceDate');
}

const MONEY =
  /\b(?:balance|(?:amount|amt|date|total|net|past) (?:due|paid|open)|due(?: date)?|paid|payment|terms|discount|aging|credits?|debits?|open (?:amount|amt))\b/i;

/** Whether a grid lists what is to be paid, by numbers that no order has: an account's invoices and statements. */
export function isAccount(grid: Grid, columns: readonly Column[]): boolean {
  const has = (field: string) => columns.some((column) => column.field === field);
  if (
    has('csosNumber') ||
    grid.rows.some((row) => row.cells.some((cell) => csosNumbersIn(cell?.text ?? '').length > 0))
  )
    return false;
  if (grid.labels.some((labels) => labels.some((label) => MONEY.test(label)))) return true;
  return has('invoiceNumber') && !has('state') && !has('orderNumber');
}

/** A row that names a product and how much of it; a listing's count of items doesn't. */
function isProduct({ values }: LineValues): boolean {
  return (values.has('ndc') || values.has('itemNumber')) && (values.has('packages') || values.has('shipped'));
}

/**
 * The orders of such a grid. The tracking number counts wherever in the row it stands; else the supplier's own. Where each
 * row of an order is one of its lines, the order has them.
 */
export function ordersOf(
  grid: Grid,
  columns: readonly Column[],
  reader: Reader,
  lines: readonly LineValues[] = [],
): readonly SeenOrder[] {
  const orders = new Map<string, SeenOrder>();
  const rowLines = new Map(lines.filter(isProduct).map((line) => [line.element, line]));
  const linesOf = new Map<string, (LineValues | null)[]>();
  const numbers = ['csosNumber', 'poNumber', 'orderNumber'].flatMap((field) =>
    columns.filter((column) => column.field === field),
  );
  for (const [at, row] of grid.rows.entries()) {
    const where = (label: string | null | undefined) => ({
      where: `${grid.name}, ${label ? `column “${label}”, ` : ''}row ${at + 1}`,
    });
    if (reader.struck(row.element)) continue;
    const cells = numbers.map((column) => ({ column, text: row.cells[column.index]?.text ?? '' }));
    const tracked = cells.find(({ text }) => csosNumbersIn(text).length > 0);
    const stated = tracked ?? cells.find(({ column, text }) => fit(column.field, text) >= 0.8);
    const elsewhere = tracked
      ? null
      : (row.cells.map((cell) => csosNumbersIn(cell?.text ?? '')[0]).find(Boolean) ?? null);
    const number = tracked ? (csosNumbersIn(tracked.text)[0] as string) : (elsewhere ?? stated?.text);
    if (!number) continue;
    linesOf.set(number, [...(linesOf.get(number) ?? []), rowLines.get(row.element) ?? null]);
    if (orders.has(number)) continue;
    const value = (...fields: readonly string[]) => {
      for (const field of fields) {
        const column = columns.find((candidate) => candidate.field === field);
        const text = column ? row.cells[column.index]?.text : undefined;
        if (column && text)
          return evidence(
            found(text, column.label, fit(column.field, text) >= 0.5 ? 0.95 : 0.6, where(column.label)),
          );
      }
      return null;
    };
    orders.set(number, {
      orderNumber: evidence(
        found(number, stated?.column.label ?? null, tracked ? 0.97 : 0.85, where(stated?.column.label)),
      ) as SeenOrder['orderNumber'],
      state: value('state'),
      date: value('date', 'shipDate', 'invoiceDate'),
    });
  }
  return [...orders].map(([number, order]) => {
    const own = (linesOf.get(number) ?? []).filter((line) => line !== null);
    return own.length > 0 && own.length === linesOf.get(number)?.length
      ? { ...order, lines: own.map(toSeenLine) }
      : order;
  });
}

/** Orders drawn as cards: each box around one tracking number that also says a state or a day. */
export function orderCards(
  stream: readonly Segment[],
  covered: (element: Element) => boolean,
  reader: Reader,
): readonly SeenOrder[] {
  const anchors = stream
    .filter(
      ({ text, element, editable }) => !editable && csosNumbersIn(text).length === 1 && !covered(element),
    )
    .slice(0, 500)
    .map(({ element }) => element);
  if (new Set(anchors).size < 2) return [];
  const orders = new Map<string, SeenOrder>();
  for (const [at, card] of recordsOf(anchors, reader).entries()) {
    const segments = reader.segments(card);
    const labelled = labelledValues(segments);
    const number = segments.map(({ text }) => csosNumbersIn(text)[0]).find(Boolean);
    const valueOf = (...fields: readonly Field[]) =>
      labelled.find(({ field, text }) => fields.includes(field) && fit(field, text) >= 0.5);
    const date = valueOf('date', 'shipDate', 'invoiceDate')?.text ?? firstOf(segments, dateIn);
    const state = valueOf('state')?.text ?? stateIn(segments);
    if (!number || orders.has(number) || (!date && !state)) continue;
    const from = { where: `order ${at + 1}`, element: card };
    orders.set(number, {
      orderNumber: evidence(found(number, null, 0.93, from)) as SeenOrder['orderNumber'],
      state: state ? evidence(found(state, null, 0.88, from)) : null,
      date: date ? evidence(found(date, null, 0.85, from)) : null,
    });
  }
  return orders.size >= 2 ? [...orders.values()] : [];
}

function firstOf(segments: readonly Segment[], read: (text: string) => string | null): string | null {
  for (const { text, editable } of segments) {
    const value = editable ? null : read(text);
    if (value) return value;
  }
  return null;
}
