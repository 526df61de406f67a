import type { SeenOrder } from '../evidence';
import type { Column } from './columns';
import { evidence, found } from './found';
import type { Grid } from './grid';
import type { Reader } from './reader';
import { csosNumbersIn, fit } from './shape';

/** Whether a grid lists orders, one or more rows each: a number of an order in every row, and a day or a state. */
export function listsOrders(columns: readonly Column[]): boolean {
  const has = (...fields: readonly string[]) => columns.some((column) => fields.includes(column.field));
  return has('csosNumber', 'poNumber', 'orderNumber') && has('date', 'state', 'shipDate', 'invoiceDate');
}

/** The orders of such a grid. The tracking number counts wherever in the row it stands; else the supplier's own. */
export function ordersOf(grid: Grid, columns: readonly Column[], reader: Reader): readonly SeenOrder[] {
  const orders = new Map<string, SeenOrder>();
  const numbers = ['csosNumber', 'poNumber', 'orderNumber'].flatMap((field) =>
    columns.filter((column) => column.field === field),
  );
  for (const row of grid.rows) {
    if (reader.struck(row.element)) continue;
    const cells = numbers.map((column) => ({ column, text: row.cells[column.index]?.text ?? '' }));
    const tracked = cells.find(({ text }) => csosNumbersIn(text).length > 0);
    const stated = tracked ?? cells.find(({ column, text }) => fit(column.field, text) >= 0.8);
    const elsewhere = tracked
      ? null
      : (row.cells.map((cell) => csosNumbersIn(cell?.text ?? '')[0]).find(Boolean) ?? null);
    const number = tracked ? (csosNumbersIn(tracked.text)[0] as string) : (elsewhere ?? stated?.text);
    if (!number || orders.has(number)) continue;
    const value = (...fields: readonly string[]) => {
      for (const field of fields) {
        const column = columns.find((candidate) => candidate.field === field);
        const text = column ? row.cells[column.index]?.text : undefined;
        if (column && text)
          return evidence(found(text, column.label, fit(column.field, text) >= 0.5 ? 0.95 : 0.6));
      }
      return null;
    };
    orders.set(number, {
      orderNumber: evidence(
        found(number, stated?.column.label ?? null, tracked ? 0.97 : 0.85),
      ) as SeenOrder['orderNumber'],
      state: value('state'),
      date: value('date', 'shipDate', 'invoiceDate'),
    });
  }
  return [...orders.values()];
}
