import { CountersignError, parsePlainDate, type PlainDate } from '@/lib/base';
import type { OrderState, ReceivedLine } from '@/lib/order';
import { actAs } from './act-as';
import type { Desk } from './desk';
import { orderToday } from './orders-life/act-on-order';
import type { DeskPorts } from './ports';
import { isCount, requireLots } from './require-lots';
import { requireVerifier } from './require-verifier';

function requireLines(order: OrderState, lines: readonly ReceivedLine[]): void {
  if (lines.length === 0) throw new CountersignError('receipt/nothing-entered');
  for (const line of lines) {
    const { lineNumber, packages } = line;
    const isKnown = order.lines.some((one) => one.line.lineNumber === lineNumber);
    if (!isKnown || !isCount(packages))
      throw new CountersignError('receipt/quantity-invalid', { line: lineNumber, value: String(packages) });
    requireLots(line);
  }
}

/** The day of a tracked order is only the one on which somebody began to track it: its goods may have come before. */
function requireDay(order: OrderState, date: PlainDate, today: PlainDate): void {
  if (parsePlainDate(date) === null || date > today)
    throw new CountersignError('receipt/date-in-future', { date });
  if (order.kind === 'signed' && date < order.orderedOn)
    throw new CountersignError('receipt/date-before-order', { date, ordered: order.orderedOn });
}

/**
 * 21 CFR 1305.22(g): the quantity of each item received and the date, by a named person, linked to the signed order by its
 * id. Physical facts are recordable whatever the state; only what can't be (a day to come, no number) is refused, and,
 * where a pharmacist must receive, a count that none verified.
 */
export function recordReceipt(ports: DeskPorts): Desk['recordReceipt'] {
  return async ({ commandId, orderId, expectedVersion, lines, date, note, verifiedBy, ...actor }) => {
    const counter = await actAs(ports, actor, 'record-receipt');
    const { order, today } = await orderToday(ports, orderId);
    requireLines(order, lines);
    requireDay(order, date, today);
    const verifier = await requireVerifier(ports, counter, verifiedBy ?? null);
    const payload = {
      lines,
      date,
      countedBy: counter.id,
      note: note?.trim() || null,
      ...(verifier !== null && { verifiedBy: verifier }),
    };
    await ports.archive.append({
      commandId,
      who: counter.id,
      orderId,
      expectedVersion,
      events: [{ type: 'order.received', payload }],
    });
  };
}
