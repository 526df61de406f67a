import { CountersignError, limits, parsePlainDate } from '@/lib/base';
import type { LineQuantity, OrderState } from '@/lib/order';
import type { DeskPorts } from '../ports';
import { actOnOrder } from './act-on-order';
import type { OrderLifeCases } from './views';

function requireTotals(order: OrderState, lines: readonly LineQuantity[]): void {
  if (lines.length === 0) throw new CountersignError('ship/nothing-entered');
  const seen = new Set<number>();
  for (const { lineNumber, packages } of lines) {
    const isKnown = order.lines.some(({ line }) => line.lineNumber === lineNumber) && !seen.has(lineNumber);
    if (!isKnown || !Number.isInteger(packages) || packages < 0 || packages > limits.packagesMax)
      throw new CountersignError('receipt/quantity-invalid', { line: lineNumber, value: String(packages) });
    seen.add(lineNumber);
  }
}

/** What the supplier says has shipped, from its papers: totals by line, as pages show them. A day to come is no day of it. */
export function recordShipped(ports: DeskPorts): OrderLifeCases['recordShipped'] {
  return ({ lines, date, ...on }) =>
    actOnOrder(ports, on, 'enter-record', (order, _, today) => {
      requireTotals(order, lines);
      if (date !== null && (parsePlainDate(date) === null || date > today))
        throw new CountersignError('act/date', { date, ordered: order.orderedOn });
      return { type: 'order.shipped', payload: { lines, date, seen: { origin: null } } };
    });
}
