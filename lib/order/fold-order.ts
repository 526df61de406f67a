import type { PlainDate } from '@/lib/base';
import type { OrderEvent } from './events';
import { orderFlags } from './flags';
import { newLife, shippedOf, type Life } from './life';
import type { LineState, OrderPhase, OrderState } from './state';
import { step } from './step';

type Origin = NonNullable<Life['origin']>;

function phaseOf(life: Life, origin: Origin, lines: readonly LineState[]): OrderPhase {
  if (origin.kind === 'tracked' && life.portalReceived) return 'received';
  if (lines.some((line) => line.received > 0)) {
    return lines.every((line) => line.received >= line.ordered) ? 'received' : 'partly-received';
  }
  if (lines.some((line) => (line.shipped ?? 0) > 0)) {
    return lines.every((line) => (line.shipped ?? 0) >= line.ordered) ? 'shipped' : 'partly-shipped';
  }
  if (life.verdict !== null) return life.verdict;
  // A portal that signs by itself shows a number once it has signed and taken the order.
  if (life.submitted || (origin.kind === 'tracked' && life.number !== null)) return 'submitted';
  return origin.kind;
}

/**
 * 1305.22(g). Where pages told what shipped: it is open while less is recorded as received. Where none did: while a
 * line of an order that went out was never counted; a count, 0 included, is the record for that delivery.
 */
function isReceiptOpen(life: Life, origin: Origin, lines: readonly LineState[], phase: OrderPhase): boolean {
  if (origin.kind === 'tracked' && life.portalReceived) return false;
  if (lines.some((line) => line.shipped !== null))
    return lines.some((line) => (line.shipped ?? 0) > line.received);
  if (phase === 'tracked' || phase === 'signed' || phase === 'not-accepted') return false;
  return lines.some(({ line }) => !life.received.has(line.lineNumber));
}

/** The day of the first shipment that isn't wholly received; of the last one when all are. */
function shippedOn(life: Life): PlainDate | null {
  const dated = life.shipments.flatMap(({ date, totals }) => (date === null ? [] : [{ date, totals }]));
  const days = dated.map(({ date }) => date).sort();
  const waiting = dated
    .filter(({ totals }) => [...totals].some(([line, packages]) => packages > (life.received.get(line) ?? 0)))
    .map(({ date }) => date)
    .sort();
  return waiting[0] ?? days.at(-1) ?? null;
}

function flagEnds(life: Life, lines: readonly LineState[]): void {
  for (const { line, ordered, shipped, received } of lines) {
    if (shipped !== null && received > shipped) life.flags.add('received-more-than-shipped');
    if (line.packages === null) continue;
    if (received > ordered) life.flags.add('received-more-than-ordered');
    if ((shipped ?? 0) > ordered) life.flags.add('shipped-more-than-ordered');
  }
}

/**
 * What an order's events, oldest first, add up to; null where none of them signs or tracks an order. Pure and total: any
 * sequence has a state. Shipped totals are the highest that any page showed, so a page seen again, or late, changes nothing.
 */
export function foldOrder(orderId: string, events: readonly OrderEvent[]): OrderState | null {
  const life = newLife();
  for (const event of events) step(life, event);
  const { origin } = life;
  if (!origin) return null;
  const lines = origin.draft.lines.map((line): LineState => ({
    line,
    ordered: line.packages ?? 0,
    shipped: shippedOf(life, line.lineNumber),
    received: life.received.get(line.lineNumber) ?? 0,
    voided: false,
    balance: 0,
  }));
  flagEnds(life, lines);
  const phase = phaseOf(life, origin, lines);
  return {
    orderId,
    number: life.number,
    draft: origin.draft,
    supplierId: origin.supplierId,
    phase,
    kind: origin.kind,
    orderedOn: origin.orderedOn,
    lines,
    receiptOpen: isReceiptOpen(life, origin, lines, phase),
    portalReceiptOpen: origin.kind === 'tracked' && life.lastReceivedOn !== null && !life.portalReceived,
    shippedOn: shippedOn(life),
    lastReceivedOn: life.lastReceivedOn,
    statement: life.statement,
    statementLinked: (life.statement ?? '').trim() !== '',
    replacedBy: null,
    replaces: null,
    closedOn: null,
    turnedUpOn: null,
    corrected: false,
    flags: orderFlags.filter((flag) => life.flags.has(flag)),
    version: events.length,
  };
}
