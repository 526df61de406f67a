import { addDays, daysBetween, limits, type PlainDate } from '@/lib/base';
import type { OrderState } from '@/lib/order';
import type { DueLevel, OrderDuty } from './due';
import { levelOf, urgencyOf, type DueFacts } from './facts';
import { receiptDue } from './receipt-due';

type Facts = Pick<DueFacts, 'today' | 'settings'>;

function portalReceipt(order: OrderState, { today }: Facts): OrderDuty[] {
  if (!order.portalReceiptOpen || order.lastReceivedOn === null) return [];
  const dueOn = order.lastReceivedOn;
  const urgency = dueOn < today ? 'overdue' : 'today';
  return [
    {
      kind: 'portal-receipt',
      key: `portal-receipt:${order.orderId}`,
      urgency,
      level: levelOf[urgency],
      dueOn,
      sentence: 'due.portal-receipt',
      params: {},
      rule: '21 CFR 1305.22(g)',
    },
  ];
}

function submit(order: OrderState, { today }: Facts): OrderDuty[] {
  if (daysBetween(order.orderedOn, today) > limits.orderValidDays) return [];
  const key = `submit:${order.orderId}`;
  const duty = { kind: 'submit', key, dueOn: order.orderedOn, params: {}, rule: null } as const;
  if (order.phase === 'signed') {
    const urgency = urgencyOf(order.orderedOn, today);
    return [{ ...duty, urgency, level: levelOf[urgency], sentence: 'due.submit.signed' }];
  }
  // The portal signs: whether it ever will isn't known here, so this stays quiet.
  return order.phase === 'tracked'
    ? [{ ...duty, urgency: 'soon', level: 'quiet', sentence: 'due.submit.tracked' }]
    : [];
}

/** Until the goods tell: what shipped against what was signed is then said by the receipt. */
const SENT = ['signed', 'submitted', 'accepted'];

/** Whoever supplies by its page supplies something else than what was signed: of several differences the first is told. */
function pageDiffers({ orderId, phase, pageDiffers: differences = [] }: OrderState): OrderDuty[] {
  const [first] = differences;
  if (!first || !SENT.includes(phase)) return [];
  const dash = '–';
  return [
    {
      kind: 'page-differs',
      key: `page-differs:${orderId}`,
      urgency: 'today',
      level: 'loud',
      dueOn: null,
      sentence: `due.page-differs.${first.what}`,
      params: { name: first.name, signed: first.signed ?? dash, shown: first.shown ?? dash },
      rule: null,
    },
  ];
}

function linkStatement({ orderId, phase, statementLinked }: OrderState): OrderDuty[] {
  if (phase !== 'not-accepted' || statementLinked) return [];
  return [
    {
      kind: 'link-statement',
      key: `link-statement:${orderId}`,
      urgency: 'today',
      level: 'normal',
      dueOn: null,
      sentence: 'due.link-statement',
      params: {},
      rule: '21 CFR 1305.25',
    },
  ];
}

/** A lost order waits for the one in its place; where it came to light, for the supplier's word that it isn't accepted. */
function linkReplacement({ orderId, phase, replacedBy, turnedUpOn }: OrderState): OrderDuty[] {
  if (phase !== 'lost' || (replacedBy !== null && turnedUpOn === null)) return [];
  const step = turnedUpOn === null ? 'lost' : 'turned-up';
  return [
    {
      kind: 'link-replacement',
      key: `link-replacement:${orderId}:${step}`,
      urgency: 'today',
      level: 'normal',
      dueOn: null,
      sentence: `due.link-replacement.${step}`,
      params: {},
      rule: '21 CFR 1305.26',
    },
  ];
}

const EXPIRING_FROM_DAY = 45;
const EXPIRING_SOON_FROM_DAY = 55;
const WITHOUT_BALANCE = ['tracked', 'not-accepted', 'received', 'void', 'cancelled', 'lost', 'expired'];

/** What hasn't shipped by day 60 never will on this order (1305.22(e)): told on days 45, 55 and 60, and when it is over. */
function expiring(order: OrderState, { today }: Facts): OrderDuty[] {
  if (WITHOUT_BALANCE.includes(order.phase)) return [];
  const day = daysBetween(order.orderedOn, today);
  const balance = order.lines.reduce((sum, line) => sum + line.balance, 0);
  if (balance === 0) return [];
  const left = limits.orderValidDays - day;
  const dueOn = addDays(order.orderedOn, limits.orderValidDays);
  if (left < 0) return [expiredBalance(order.orderId, dueOn, balance, 'normal')];
  if (day < EXPIRING_FROM_DAY || order.phase === 'signed') return partlyReceived(order, dueOn, balance);
  const step = left === 0 ? 60 : day >= EXPIRING_SOON_FROM_DAY ? 55 : 45;
  return [
    {
      kind: 'order-expiring',
      key: `order-expiring:${order.orderId}:${step}`,
      urgency: step === 45 ? 'soon' : 'today',
      level: step === 45 ? 'quiet' : step === 55 ? 'normal' : 'loud',
      dueOn,
      sentence: left === 0 ? 'due.order-expiring.last-day' : 'due.order-expiring',
      params: { count: left, balance },
      rule: '21 CFR 1305.22(e)',
    },
  ];
}

/** Told for a week once day 60 is recorded; there is nothing left to settle on it, so it keeps quiet. */
function expired({ orderId, number, phase, closedOn, lines }: OrderState, { today }: Facts): OrderDuty[] {
  if (phase !== 'expired' || number === null || closedOn === null) return [];
  const balance = lines.reduce(
    (sum, { ordered, shipped, received, voided }) =>
      sum + (voided ? 0 : Math.max(0, ordered - Math.max(shipped ?? 0, received))),
    0,
  );
  if (balance === 0 || addDays(closedOn, limits.expiredShownDays) < today) return [];
  return [expiredBalance(orderId, closedOn, balance, 'quiet')];
}

function expiredBalance(orderId: string, dueOn: PlainDate, balance: number, level: DueLevel): OrderDuty {
  return {
    kind: 'expired-balance',
    key: `expired-balance:${orderId}`,
    urgency: level === 'quiet' ? 'soon' : 'today',
    level,
    dueOn,
    sentence: 'due.expired-balance',
    params: { balance },
    rule: '21 CFR 1305.22(e)',
  };
}

/** Counted, and less than was ordered: the rest may still come, so it keeps quiet until day 45. */
function partlyReceived(
  { orderId, phase, receiptOpen }: OrderState,
  dueOn: PlainDate,
  balance: number,
): OrderDuty[] {
  if (phase !== 'partly-received' || receiptOpen) return [];
  return [
    {
      kind: 'receipt-partly',
      key: `receipt-partly:${orderId}`,
      urgency: 'soon',
      level: 'quiet',
      dueOn,
      sentence: 'due.receipt-partly',
      params: { count: balance },
      rule: '21 CFR 1305.22(e)',
    },
  ];
}

/** Every duty that one order has today. */
export function dueOfOrder(order: OrderState, facts: Facts): OrderDuty[] {
  return [
    ...receiptDue(order, facts),
    ...portalReceipt(order, facts),
    ...submit(order, facts),
    ...pageDiffers(order),
    ...linkStatement(order),
    ...linkReplacement(order),
    ...expiring(order, facts),
    ...expired(order, facts),
  ];
}
