import type { Params } from '@/lib/base';
import type { WordKey } from '@/lib/words';
import type { OrderEvent } from './events';
import type { LineQuantity } from './facts';

function total(lines: readonly LineQuantity[]): number {
  return lines.reduce((sum, { packages }) => sum + packages, 0);
}

/** A sentence's key and values. */
export interface Described {
  readonly sentence: WordKey;
  readonly params: Params;
}

/** One line of an order's timeline. Who and when stand beside it; people in it are named by id. */
export function describeEvent(event: OrderEvent): Described {
  switch (event.type) {
    case 'request.opened':
      return { sentence: `timeline.request.opened.${event.payload.request.mode}`, params: {} };
    case 'request.refused':
      return { sentence: 'timeline.request.refused', params: { reason: event.payload.reason } };
    case 'request.warned':
      return { sentence: `timeline.request.warned.${event.payload.level}`, params: {} };
    case 'order.signed':
      return { sentence: 'timeline.order.signed', params: { number: event.payload.order.number } };
    case 'order.numbered':
      return { sentence: 'timeline.order.numbered', params: { number: event.payload.number } };
    case 'order.submitted':
      return { sentence: `timeline.order.submitted.${event.payload.how}`, params: {} };
    case 'order.page-compared': {
      const count = event.payload.differences.length;
      return count === 0
        ? { sentence: 'timeline.order.page-compared.same', params: {} }
        : { sentence: 'timeline.order.page-compared', params: { count } };
    }
    case 'order.not-accepted':
      if (event.payload.statement.trim() === '')
        return { sentence: 'timeline.order.not-accepted.unsaid', params: {} };
      return { sentence: 'timeline.order.not-accepted', params: { statement: event.payload.statement } };
    case 'order.shipped': {
      const { lines, date, invoice } = event.payload;
      if (invoice) {
        const params = { count: total(invoice.lines), invoice: invoice.number };
        return date === null
          ? { sentence: 'timeline.order.invoiced.undated', params }
          : { sentence: 'timeline.order.invoiced', params: { ...params, date } };
      }
      return date === null
        ? { sentence: 'timeline.order.shipped.undated', params: { count: total(lines) } }
        : { sentence: 'timeline.order.shipped', params: { count: total(lines), date } };
    }
    case 'order.cut':
      return { sentence: 'timeline.order.cut', params: { count: event.payload.lines.length } };
    case 'order.received': {
      const { lines, date, countedBy, note } = event.payload;
      const params = { count: total(lines), date, countedBy };
      return note === null
        ? { sentence: 'timeline.order.received', params }
        : { sentence: 'timeline.order.received.noted', params: { ...params, note } };
    }
    case 'order.voided': {
      const { lines, statement } = event.payload;
      return lines === null
        ? { sentence: 'timeline.order.voided', params: { statement } }
        : { sentence: 'timeline.order.voided.lines', params: { lines: lines.join(', '), statement } };
    }
    case 'order.cancelled':
    case 'order.lost': {
      if (event.type === 'order.cancelled' && event.payload.unsent === true)
        return {
          sentence: 'timeline.order.cancelled.unsent',
          params: { reason: event.payload.statement.text },
        };
      const { signedBy, date } = event.payload.statement;
      return { sentence: `timeline.${event.type}`, params: { signedBy, date } };
    }
    case 'order.replaced':
      return { sentence: 'timeline.order.replaced', params: { number: event.payload.by.number } };
    case 'order.replaces':
      return { sentence: 'timeline.order.replaces', params: { number: event.payload.first.number } };
    case 'order.turned-up': {
      const { date, note } = event.payload;
      return note === null
        ? { sentence: 'timeline.order.turned-up', params: { date } }
        : { sentence: 'timeline.order.turned-up.noted', params: { date, note } };
    }
    case 'order.statement-linked':
      return { sentence: 'timeline.order.statement-linked', params: { statement: event.payload.statement } };
    case 'order.expired': {
      const { on, balance } = event.payload;
      return { sentence: 'timeline.order.expired', params: { on, count: total(balance) } };
    }
    case 'order.corrected': {
      const { replacement, reason } = event.payload;
      return {
        sentence: `timeline.order.corrected.${replacement ? 'replaced' : 'withdrawn'}`,
        params: { reason },
      };
    }
    case 'request.voided':
    case 'order.tracked':
    case 'order.accepted':
    case 'order.portal-received':
      return { sentence: `timeline.${event.type}`, params: {} };
  }
}
