import { addDays, daysBetween, limits, nextBusinessDay, type PlainDate } from '@/lib/base';
import type { OrderState } from '@/lib/order';
import type { DueItem } from './due';
import { urgencyOf } from './facts';
import { federalHolidays } from './federal-holidays';

type Duty = Omit<DueItem, 'orderId' | 'orderNumber' | 'supplierId' | 'supplierName'>;

function businessDayAfter(date: PlainDate): PlainDate {
  return nextBusinessDay(date, federalHolidays(date));
}

/**
 * When a receipt is due. 1305.22(g) knows no grace: the next business day after what shipped is expected to be there. Where
 * no page told a ship date, an accepted order counts as shipped on its day, and one that is only submitted a day later (assumed).
 */
function receiptDueOn(order: OrderState): PlainDate {
  if (order.shippedOn) return businessDayAfter(order.shippedOn);
  const first = businessDayAfter(order.orderedOn);
  return order.phase === 'submitted' ? businessDayAfter(first) : first;
}

function receipt(order: OrderState, today: PlainDate): Duty[] {
  if (!order.receiptOpen) return [];
  const dueOn = receiptDueOn(order);
  const told = order.lines.some(({ shipped }) => shipped !== null);
  const waiting = order.lines.reduce(
    (sum, { ordered, shipped, received }) => sum + Math.max(0, (told ? (shipped ?? 0) : ordered) - received),
    0,
  );
  return [
    {
      kind: 'receipt',
      urgency: urgencyOf(dueOn, today),
      dueOn,
      sentence: told ? 'due.receipt.shipped' : 'due.receipt.expected',
      params: { count: waiting },
      rule: '21 CFR 1305.22(g)',
    },
  ];
}

function portalReceipt(order: OrderState, today: PlainDate): Duty[] {
  if (!order.portalReceiptOpen || order.lastReceivedOn === null) return [];
  const dueOn = order.lastReceivedOn;
  return [
    {
      kind: 'portal-receipt',
      urgency: dueOn < today ? 'overdue' : 'today',
      dueOn,
      sentence: 'due.portal-receipt',
      params: {},
      rule: '21 CFR 1305.22(g)',
    },
  ];
}

function submit(order: OrderState, today: PlainDate): Duty[] {
  if (daysBetween(order.orderedOn, today) > limits.orderValidDays) return [];
  const duty = { kind: 'submit', dueOn: order.orderedOn, params: {}, rule: null } as const;
  if (order.phase === 'signed') {
    return [{ ...duty, urgency: urgencyOf(order.orderedOn, today), sentence: 'due.submit.signed' }];
  }
  // The portal signs: whether it ever will isn't known here, so this stays quiet.
  return order.phase === 'tracked' ? [{ ...duty, urgency: 'soon', sentence: 'due.submit.tracked' }] : [];
}

function linkStatement(order: OrderState): Duty[] {
  if (order.phase !== 'not-accepted' || (order.statement ?? '').trim() !== '') return [];
  const rule = '21 CFR 1305.25';
  return [
    {
      kind: 'link-statement',
      urgency: 'today',
      dueOn: null,
      sentence: 'due.link-statement',
      params: {},
      rule,
    },
  ];
}

const EXPIRING_FROM_DAY = 45;
const EXPIRING_LOUD_FROM_DAY = 55;

/** What hasn't shipped by day 60 never will on this order (1305.22(f)). */
function expiring(order: OrderState, today: PlainDate): Duty[] {
  if (order.phase === 'not-accepted' || order.phase === 'received' || order.phase === 'signed') return [];
  const day = daysBetween(order.orderedOn, today);
  if (day < EXPIRING_FROM_DAY || day > limits.orderValidDays) return [];
  const balance = order.lines.reduce(
    (sum, { ordered, shipped, received }) => sum + Math.max(0, ordered - Math.max(shipped ?? 0, received)),
    0,
  );
  if (balance === 0) return [];
  const left = limits.orderValidDays - day;
  return [
    {
      kind: 'order-expiring',
      urgency: day >= EXPIRING_LOUD_FROM_DAY ? 'today' : 'soon',
      dueOn: addDays(order.orderedOn, limits.orderValidDays),
      sentence: left === 0 ? 'due.order-expiring.last-day' : 'due.order-expiring',
      params: { count: left, balance },
      rule: '21 CFR 1305.22(f)',
    },
  ];
}

/** Every duty that one order has today. */
export function dueOfOrder(order: OrderState, today: PlainDate): Duty[] {
  return [
    ...receipt(order, today),
    ...portalReceipt(order, today),
    ...submit(order, today),
    ...linkStatement(order),
    ...expiring(order, today),
  ];
}
