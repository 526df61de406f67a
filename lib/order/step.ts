import { legalDay } from '@/lib/base';
import { draftOf } from './draft-of';
import type { OrderEvent } from './events';
import { isKnownLine, type Life } from './life';
import { cancel, expire, lose, turnUp, voidLines } from './step-end';
import { receive, ship } from './step-goods';

function originate(life: Life, origin: NonNullable<Life['origin']>): void {
  if (life.origin) life.flags.add('signed-again');
  else life.origin = origin;
}

/** A page that shows the state alone doesn't take back a statement that is linked already. */
function keepStatement(life: Life, statement: string): void {
  life.statement = statement.trim() || (life.statement ?? statement);
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
      if (life.lostOn !== null) life.flags.add('accepted-after-lost');
      life.verdict = 'accepted';
      break;
    case 'order.page-compared':
      life.pageDiffers = event.payload.differences;
      break;
    case 'order.not-accepted':
      if (life.shipments.length > 0) life.flags.add('not-accepted-after-shipped');
      life.verdict = 'not-accepted';
      keepStatement(life, event.payload.statement);
      break;
    case 'order.shipped':
      ship(life, event.payload);
      break;
    case 'order.cut':
      for (const { lineNumber, words } of event.payload.lines)
        if (isKnownLine(life, lineNumber)) life.cuts.set(lineNumber, words);
      break;
    case 'order.received':
      receive(life, event.payload);
      break;
    case 'order.portal-received':
      life.portalReceived = true;
      break;
    case 'order.voided':
      voidLines(life, event);
      break;
    case 'order.cancelled':
      cancel(life, event.payload);
      break;
    case 'order.lost':
      lose(life, event.payload);
      break;
    case 'order.replaced':
      if (life.lostOn === null) life.flags.add('replaced-not-lost');
      life.replacedBy ??= event.payload.by;
      break;
    case 'order.replaces':
      life.replaces ??= event.payload.first;
      break;
    case 'order.turned-up':
      turnUp(life, event.payload);
      break;
    case 'order.statement-linked':
      keepStatement(life, event.payload.statement);
      break;
    case 'order.expired':
      expire(life, event.payload);
      break;
    // Corrections are worked in before; see `effectiveEvents`.
    case 'order.corrected':
    case 'request.opened':
    case 'request.refused':
    case 'request.voided':
    case 'request.warned':
      break;
  }
}
