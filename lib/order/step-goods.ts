import type { OrderEvents } from './events';
import type { InvoiceShipped, LineQuantity } from './facts';
import { isAfterDay60, isVoided, readable, shippedOf, type Life } from './life';

type Movement = 'shipped' | 'received';

/** Goods that move on an order that was ended: recorded all the same, and pointed out. */
function flagEnded(life: Life, movement: Movement, lineNumbers: readonly number[]): void {
  if (lineNumbers.some((line) => isVoided(life, line))) life.flags.add(`${movement}-after-void`);
  if (lineNumbers.length === 0) return;
  if (life.cancelledOn !== null) life.flags.add(`${movement}-after-cancelled`);
  if (life.lostOn !== null) life.flags.add(`${movement}-after-lost`);
}

/** The most that is said of each line. */
function highest(life: Life, lines: readonly LineQuantity[]): Map<number, number> {
  const totals = new Map<number, number>();
  for (const { lineNumber, packages } of readable(life, lines)) {
    totals.set(lineNumber, Math.max(packages, totals.get(lineNumber) ?? 0));
  }
  return totals;
}

/** What an invoice said of a line stays, where a page that shows it again leaves the line out. */
function invoiced(life: Life, { number, lines }: InvoiceShipped): void {
  const of = highest(life, lines);
  for (const [line, packages] of life.invoices.get(number) ?? [])
    of.set(line, Math.max(packages, of.get(line) ?? 0));
  life.invoices.set(number, of);
}

export function ship(life: Life, { lines, date, invoice }: OrderEvents['order.shipped']): void {
  const totals = highest(life, lines);
  const before = new Map([...totals.keys()].map((line) => [line, shippedOf(life, line) ?? 0]));
  life.shipments.push({ date, totals });
  if (invoice) invoiced(life, invoice);
  const risen: number[] = [];
  for (const [line, packages] of totals) {
    const known = before.get(line) ?? 0;
    // What two computers saw of two invoices adds up only here: neither's total takes the other's back.
    if (packages < known && !invoice) life.flags.add('shipped-total-fell');
    if ((shippedOf(life, line) ?? 0) > known) risen.push(line);
  }
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
