import type { Directory } from '@/lib/archive';
import { addDays, parseOrderNumber, type OrderNumber, type PlainDate } from '@/lib/base';
import type { OrderState } from '@/lib/order';
import {
  readPageDate,
  readPageState,
  SURE,
  type Evidence,
  type PortalProfile,
  type SeenLine,
  type SeenPage,
} from '@/lib/portal';
import { draftFromPage } from './draft';
import { isOf } from './known-order';
import type { DeskPorts } from './ports';
import { recordSeen } from './record-seen';
import { sameLines } from './same-lines';

interface Numbered {
  readonly number: string;
  readonly state: Evidence | null;
  readonly lines: readonly SeenLine[];
  /** Whether it can be the order that was begun to be tracked on this day. */
  readonly mayBeOf: (orderedOn: PlainDate) => boolean;
}

/** Orders with their lines as a page shows them: the one that it is about, and those that a listing shows with their lines. */
function numberedOn({ orderNumber, state, lines, shipDate, orderDate, orders }: SeenPage): Numbered[] {
  const shipped = shipDate && readPageDate(shipDate.text);
  const ordered = orderDate ? readPageDate(orderDate.text) : null;
  const isOfDay = (date: PlainDate, day: PlainDate) => date === day || date === addDays(day, 1);
  const about: Numbered[] =
    orderNumber && orderNumber.confidence >= SURE
      ? [
          {
            ...{ number: orderNumber.text, state, lines },
            mayBeOf: (day) => (!shipped || shipped >= day) && (!ordered || isOfDay(ordered, day)),
          },
        ]
      : [];
  const sure = orders.filter((one) => one.orderNumber.confidence >= SURE);
  const listed = sure.map((one): Numbered => {
    const date = one.date && readPageDate(one.date.text);
    return {
      ...{ number: one.orderNumber.text, state: one.state, lines: one.lines ?? [] },
      mayBeOf: (day) => date !== null && isOfDay(date, day),
    };
  });
  return [...about, ...listed];
}

/**
 * A companion portal shows the number only after its own signature: same supplier, same location, same lines, no number yet.
 * Only where that is one order, of one number, and the page can be about it: last month's same cart, shipped or received
 * before, is another.
 */
export async function numberTracked(
  { ports, directory }: { readonly ports: DeskPorts; readonly directory: Directory },
  page: SeenPage,
  origin: string,
  supplier: PortalProfile,
): Promise<boolean> {
  const shown = numberedOn(page).filter(({ lines }) => lines.length > 0);
  if (shown.length === 0) return false;
  const waiting = (await ports.archive.openOrders()).filter(
    (order) =>
      order.kind === 'tracked' &&
      order.number === null &&
      order.supplierId === supplier.id &&
      isOf(directory, order.draft.purchaser, page.purchaserDea),
  );
  const pairs: { readonly number: OrderNumber; readonly order: OrderState }[] = [];
  for (const { number: text, state, lines: seen, mayBeOf } of waiting.length === 0 ? [] : shown) {
    const number = parseOrderNumber(text);
    if (!number || (state && readPageState(state.text) === 'received')) continue;
    if (await ports.archive.isNumberUsed(number)) continue;
    const { lines } = draftFromPage({ ...page, lines: seen }, supplier, supplier.supplier);
    for (const order of waiting)
      if (mayBeOf(order.orderedOn) && sameLines(order.draft.lines, lines)) pairs.push({ number, order });
  }
  let changed = false;
  for (const { number, order } of pairs) {
    if (pairs.filter((other) => other.number === number || other.order === order).length > 1) continue;
    changed =
      (await recordSeen(ports, order, [{ type: 'order.numbered', payload: { number, seen: { origin } } }])) ||
      changed;
  }
  return changed;
}
