import type { Order, OrderDraft } from './order';

/** A complete order as a draft without gaps or doubts. */
export function draftOf(order: Order): OrderDraft {
  return { ...order, lines: order.lines.map((line) => ({ ...line, doubtful: [] })) };
}
