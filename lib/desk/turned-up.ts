import type { NewEvent } from '@/lib/archive';
import type { PlainDate } from '@/lib/base';
import type { OrderState, Seen } from '@/lib/order';

/** Where and on which day of the order's location a supplier's word was seen. */
export interface SeenOn {
  readonly seen: Seen;
  readonly today: PlainDate;
}

/** 21 CFR 1305.26(c): who says anything of a lost order has it; recorded once, with what was said. */
export function turnedUp(order: OrderState, note: string, { seen, today: date }: SeenOn): NewEvent[] {
  return order.phase === 'lost' && order.turnedUpOn === null
    ? [{ type: 'order.turned-up', payload: { date, note, seen } }]
    : [];
}
