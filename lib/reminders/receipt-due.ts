import type { PlainDate } from '@/lib/base';
import type { OrderState } from '@/lib/order';
import { businessDaysAfter } from './business-days';
import type { OrderDuty } from './due';
import { levelOf, urgencyOf, type DueFacts } from './facts';

type Facts = Pick<DueFacts, 'today' | 'settings'>;

/**
 * When a receipt is due. 1305.22(g) knows no grace: the next business day after expected delivery, which is so many business
 * days after what a page told as shipped, or else after the order's own day (assumed: wholesalers deliver overnight).
 */
function receiptDueOn({ shippedOn, orderedOn }: OrderState, { settings }: Facts): PlainDate {
  const { deliveryBusinessDays, extraHolidays } = settings;
  return businessDaysAfter(shippedOn ?? orderedOn, deliveryBusinessDays + 1, extraHolidays);
}

/** The receipt that an order waits for; the same for the list, the badge and the banner in a supplier’s page. */
export function receiptDue(order: OrderState, facts: Facts): OrderDuty[] {
  if (!order.receiptOpen) return [];
  const dueOn = receiptDueOn(order, facts);
  const told = order.lines.some(({ shipped }) => shipped !== null);
  const isPart = order.lines.some(({ received }) => received > 0);
  const waiting = order.lines.reduce(
    (sum, { ordered, shipped, received, voided }) =>
      sum + Math.max(0, (told ? (shipped ?? 0) : voided ? 0 : ordered) - received),
    0,
  );
  const urgency = urgencyOf(dueOn, facts.today);
  return [
    {
      kind: 'receipt',
      key: `receipt:${order.orderId}`,
      urgency,
      // What shipped may be at the counter before the day is over.
      level: told && urgency === 'soon' ? 'normal' : levelOf[urgency],
      dueOn,
      sentence: isPart ? 'due.receipt.partly' : told ? 'due.receipt.shipped' : 'due.receipt.expected',
      params: { count: waiting },
      rule: '21 CFR 1305.22(g)',
    },
  ];
}
