import type { PlainDate } from '@/lib/base';
import { effectiveEvents } from './effective-events';
import type { OrderEvent } from './events';
import { orderFlags } from './flags';
import { isVoided, newLife, shippedOf, wholeVoidOn, type Life } from './life';
import type { DraftLine } from './order';
import { phaseOf, wentOut } from './phase-of';
import type { LineState, OrderPhase, OrderState } from './state';
import { step } from './step';

type Origin = NonNullable<Life['origin']>;

/**
 * 1305.22(g). Where pages told what shipped: it is open while less is recorded as received. Where none did: while a line
 * that went out, and wasn't taken back, was never counted; a count, 0 included, is the record for that delivery. Day 60
 * closes the balance, not this duty.
 */
function isReceiptOpen(life: Life, origin: Origin, lines: readonly LineState[], phase: OrderPhase): boolean {
  if (origin.kind === 'tracked' && life.portalReceived) return false;
  if (lines.some((line) => line.shipped !== null))
    return lines.some((line) => (line.shipped ?? 0) > line.received);
  if (!wentOut(life, origin) && life.received.size === 0) return false;
  if (phase === 'not-accepted' || phase === 'void' || phase === 'cancelled' || phase === 'lost') return false;
  return lines.some(({ line, voided }) => !voided && !life.received.has(line.lineNumber));
}

/** Nothing more may come on it, whatever did: 1305.22(e), 1305.25, 1305.26, 1305.28. */
function isClosed(life: Life, origin: Origin): boolean {
  return (
    (origin.kind === 'tracked' && life.portalReceived) ||
    life.verdict === 'not-accepted' ||
    life.cancelledOn !== null ||
    life.expiredOn !== null ||
    (life.lostOn !== null && life.verdict === null)
  );
}

function lineOf(life: Life, line: DraftLine, closed: boolean): LineState {
  const ordered = line.packages ?? 0;
  const shipped = shippedOf(life, line.lineNumber);
  const received = life.received.get(line.lineNumber) ?? 0;
  const voided = isVoided(life, line.lineNumber);
  const balance = closed || voided ? 0 : Math.max(0, ordered - Math.max(shipped ?? 0, received));
  const cut = life.cuts.get(line.lineNumber);
  return { line, ordered, shipped, received, voided, ...(cut !== undefined && { cut }), balance };
}

function closedOn(life: Life): PlainDate | null {
  const days = [wholeVoidOn(life), life.cancelledOn, life.lostOn, life.expiredOn];
  return days.filter((day) => day !== null).sort()[0] ?? null;
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
 * A corrected event counts as if it had been right from the start.
 */
export function foldOrder(orderId: string, events: readonly OrderEvent[]): OrderState | null {
  const life = newLife();
  const effective = effectiveEvents(events);
  for (const event of effective.events) step(life, event);
  if (effective.aimless) life.flags.add('correction-aimless');
  const { origin } = life;
  if (!origin) return null;
  const closed = isClosed(life, origin);
  const lines = origin.draft.lines.map((line) => lineOf(life, line, closed));
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
    replacedBy: life.replacedBy,
    replaces: life.replaces,
    closedOn: closedOn(life),
    lostOn: life.lostOn,
    turnedUpOn: life.turnedUpOn,
    corrected: effective.corrections.size > 0,
    ...(life.pageDiffers.length > 0 ? { pageDiffers: life.pageDiffers } : {}),
    flags: orderFlags.filter((flag) => life.flags.has(flag)),
    version: events.length,
  };
}
