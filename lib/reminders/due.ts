import type { Params, PlainDate } from '@/lib/base';

/** What there is to do, by kind; each has one action in the UI. */
export const dueKinds = [
  'sign',
  'receipt',
  'receipt-partly',
  'portal-receipt',
  'submit',
  'page-differs',
  'link-statement',
  'link-replacement',
  'order-expiring',
  'expired-balance',
  'beside-receipt',
  'loss-notice',
  'loss-form-106',
  'poa-departed',
  'key-compromised',
  'certificate-expiring',
  'crl-stale',
  'copy-overdue',
  'archive-read-only',
  'enrolment',
] as const;
export type DueKind = (typeof dueKinds)[number];

export type Urgency = 'overdue' | 'today' | 'soon';

/** `quiet` stands in lists alone; `normal` counts on the badge and notifies; `loud` notifies in quiet hours too. */
export type DueLevel = 'quiet' | 'normal' | 'loud';

/** One duty. Plain data: it goes to popup, badge, notification and banner alike. */
export interface DueItem {
  readonly kind: DueKind;
  /** Stable as long as it is the same duty at the same step; what a snooze names. A later step (day 55) is another key. */
  readonly key: string;
  readonly urgency: Urgency;
  readonly level: DueLevel;
  readonly dueOn: PlainDate | null;
  /** The order's, the request's or the record's id. */
  readonly orderId: string | null;
  readonly orderNumber: string | null;
  readonly supplierId: string | null;
  readonly supplierName: string | null;
  /** Sentence key of `lib/words` (`due.<kind>…`) and its values. */
  readonly sentence: string;
  readonly params: Params;
  readonly rule: string | null;
  /** Somebody put it off, with a reason: it stays in the list, and leaves badge and notification before this day. */
  readonly snoozedUntil: PlainDate | null;
  /** The latest day it may be put off to; null for what can't be put off. */
  readonly waitsUntil: PlainDate | null;
}

/** What a duty is before anybody put it off. */
export type Duty = Omit<DueItem, 'snoozedUntil' | 'waitsUntil'>;

/** A duty of an order or a record, before it is said whose. */
export type OrderDuty = Omit<Duty, keyof typeof aboutNothing>;

/** A duty that no order and no supplier stands behind. */
export const aboutNothing = {
  orderId: null,
  orderNumber: null,
  supplierId: null,
  supplierName: null,
} as const;
