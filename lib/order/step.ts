import { legalDay } from '@/lib/base';
import { draftOf } from './draft-of';
import type { OrderEvent, OrderEvents } from './events';
import { isAfterDay60, readable, shippedOf, type Life } from './life';

function originate(life: Life, origin: NonNullable<Life['origin']>): void {
  if (life.origin) life.flags.add('signed-again');
  else life.origin = origin;
}

function ship(life: Life, { lines, date }: OrderEvents['order.shipped']): void {
  const totals = new Map<number, number>();
  for (const { lineNumber, packages } of readable(life, lines)) {
    totals.set(lineNumber, Math.max(packages, totals.get(lineNumber) ?? 0));
  }
  for (const [lineNumber, packages] of totals) {
    if (packages < (shippedOf(life, lineNumber) ?? 0)) life.flags.add('shipped-total-fell');
  }
  life.shipments.push({ date, totals });
  if (life.verdict === 'not-accepted') life.flags.add('shipped-after-not-accepted');
  if (life.origin && date && isAfterDay60(life.origin.orderedOn, date))
    life.flags.add('shipped-after-day-60');
}

function receive(life: Life, { lines, date }: OrderEvents['order.received']): void {
  for (const { lineNumber, packages } of readable(life, lines)) {
    const total = packages + (life.received.get(lineNumber) ?? 0);
    life.received.set(lineNumber, total);
    if (total > (shippedOf(life, lineNumber) ?? 0)) life.flags.add('received-before-shipped');
  }
  if (life.lastReceivedOn === null || date > life.lastReceivedOn) life.lastReceivedOn = date;
  if (life.verdict === 'not-accepted') life.flags.add('received-after-not-accepted');
  if (!life.origin) return;
  if (isAfterDay60(life.origin.orderedOn, date)) life.flags.add('received-after-day-60');
  if (date < life.origin.orderedOn) life.flags.add('received-before-order');
}

/** Takes one event in. Facts are taken as they come, in any order; what is out of order is flagged. */
export function step(life: Life, event: OrderEvent): void {
  const founds = event.type === 'order.signed' || event.type === 'order.tracked';
  if (!life.origin && !founds && event.type.startsWith('order.')) life.flags.add('before-order');
  switch (event.type) {
    case 'order.signed': {
      const { order, supplierId } = event.payload;
      if (!life.origin) life.number = order.number;
      originate(life, { kind: 'signed', draft: draftOf(order), supplierId, orderedOn: order.date });
      break;
    }
    case 'order.tracked': {
      const { draft, number, supplierId } = event.payload;
      if (!life.origin) life.number = number ?? life.number;
      // A page without a date leaves the day on which it was recorded, in UTC: the fold knows no zone.
      const orderedOn = draft.date ?? legalDay(event.time, 'UTC');
      originate(life, { kind: 'tracked', draft, supplierId, orderedOn });
      break;
    }
    case 'order.numbered':
      if (life.number !== null && life.number !== event.payload.number) life.flags.add('number-changed');
      else life.number = event.payload.number;
      break;
    case 'order.submitted':
      life.submitted = true;
      break;
    case 'order.accepted':
      if (life.verdict === 'not-accepted') life.flags.add('accepted-after-not-accepted');
      life.verdict = 'accepted';
      break;
    case 'order.not-accepted':
      if (life.shipments.length > 0) life.flags.add('not-accepted-after-shipped');
      life.verdict = 'not-accepted';
      life.statement = event.payload.statement;
      break;
    case 'order.shipped':
      ship(life, event.payload);
      break;
    case 'order.received':
      receive(life, event.payload);
      break;
    case 'order.portal-received':
      life.portalReceived = true;
      break;
    case 'order.voided':
    case 'order.cancelled':
    case 'order.lost':
    case 'order.replaced':
    case 'order.replaces':
    case 'order.turned-up':
    case 'order.statement-linked':
    case 'order.expired':
    case 'order.corrected':
    case 'request.opened':
    case 'request.refused':
    case 'request.voided':
      break;
  }
}
