import type { Params } from '@/lib/base';
import type { WordKey } from '@/lib/words';
import type { LineQuantity, OrderEvent } from './events';

function total(lines: readonly LineQuantity[]): number {
  return lines.reduce((sum, { packages }) => sum + packages, 0);
}

/** One line of an order's timeline: the sentence's key and values. Who and when stand beside it. */
export function describeEvent(event: OrderEvent): { readonly sentence: WordKey; readonly params: Params } {
  switch (event.type) {
    case 'request.opened':
      return { sentence: `timeline.request.opened.${event.payload.request.mode}`, params: {} };
    case 'request.refused':
      return { sentence: 'timeline.request.refused', params: { reason: event.payload.reason } };
    case 'order.signed':
      return { sentence: 'timeline.order.signed', params: { number: event.payload.order.number } };
    case 'order.numbered':
      return { sentence: 'timeline.order.numbered', params: { number: event.payload.number } };
    case 'order.submitted':
      return { sentence: `timeline.order.submitted.${event.payload.how}`, params: {} };
    case 'order.not-accepted':
      return { sentence: 'timeline.order.not-accepted', params: { statement: event.payload.statement } };
    case 'order.shipped': {
      const { lines, date } = event.payload;
      return date === null
        ? { sentence: 'timeline.order.shipped.undated', params: { count: total(lines) } }
        : { sentence: 'timeline.order.shipped', params: { count: total(lines), date } };
    }
    case 'order.received': {
      const { lines, date, countedBy, note } = event.payload;
      const params = { count: total(lines), date, countedBy };
      return note === null
        ? { sentence: 'timeline.order.received', params }
        : { sentence: 'timeline.order.received.noted', params: { ...params, note } };
    }
    case 'request.voided':
    case 'order.tracked':
    case 'order.accepted':
    case 'order.portal-received':
      return { sentence: `timeline.${event.type}`, params: {} };
  }
}
