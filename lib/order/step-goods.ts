import type { OrderEvents } from './events';
import { isAfterDay60, isVoided, readable, shippedOf, type Life } from './life';

type Movement = 'shipped' | 'received';

/** Goods that move on an order that was ended: recorded all the same, and pointed out. */
function flagEnded(life: Life, movement: Movement, lineNumbers: readonly number[]): void {
  if (lineNumbers.some((line) => isVoided(life, line))) life.flags.add(`${movement}-after-void`);
  if (lineNumbers.length === 0) return;
  if (life.cancelledOn !== null) life.flags.add(`${movement}-after-cancelled`);
  if (life.lostOn !== null) life.flags.add(`${movement}-after-lost`);
}

export function ship(life: Life, { lines, date }: OrderEvents['order.shipped']): void {
  const totals = new Map<number, number>();
  for (const { lineNumber, packages } of readable(life, lines)) {
    totals.set(lineNumber, Math.max(packages, totals.get(lineNumber) ?? 0));
  }
  const risen: number[] = [];
  for (const [lineNumber, packages] of totals) {
    const before = shippedOf(life, lineNumber) ?? 0;
    if (packages < before) life.flags.add('shipped-total-fell');
    if (packages > before) risen.push(lineNumber);
  }
  life.shipments.push({ date, totals });
  flagEnded(life, 'shipped', risen);
  if (life.verdict === 'not-accepted') life.flags.add('shipped-after-not-accepted');
  if (life.origin && date && isAfterDay60(life.origin.orderedOn, date))
    life.flags.add('shipped-after-day-60');
}

export function receive(life: Life, { lines, date }: OrderEvents['order.received']): void {
  const came: number[] = [];
  for (const { lineNumber, packages, discrepancy } of readable(life, lines)) {
    const total = packages + (life.received.get(lineNumber) ?? 0);
    life.received.set(lineNumber, total);
    if (total > (shippedOf(life, lineNumber) ?? 0)) life.flags.add('received-before-shipped');
    if (packages > 0) came.push(lineNumber);
    if (discrepancy) life.flags.add('received-discrepancy');
  }
  if (life.lastReceivedOn === null || date > life.lastReceivedOn) life.lastReceivedOn = date;
  flagEnded(life, 'received', came);
  if (life.verdict === 'not-accepted') life.flags.add('received-after-not-accepted');
  if (!life.origin) return;
  if (isAfterDay60(life.origin.orderedOn, date)) life.flags.add('received-after-day-60');
  if (date < life.origin.orderedOn) life.flags.add('received-before-order');
}
