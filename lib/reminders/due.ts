import type { Params, PlainDate } from '@/lib/base';

/** What there is to do, by kind; each has one action in the UI. */
export const dueKinds = [
  'sign',
  'receipt',
  'portal-receipt',
  'submit',
  'link-statement',
  'order-expiring',
  'certificate-expiring',
] as const;
export type DueKind = (typeof dueKinds)[number];

export type Urgency = 'overdue' | 'today' | 'soon';

/** One duty. Plain data: it goes to popup, badge, notification and banner alike. */
export interface DueItem {
  readonly kind: DueKind;
  readonly urgency: Urgency;
  readonly dueOn: PlainDate | null;
  readonly orderId: string | null;
  readonly orderNumber: string | null;
  readonly supplierId: string | null;
  readonly supplierName: string | null;
  /** Sentence key of `lib/words` (`due.<kind>…`) and its values. */
  readonly sentence: string;
  readonly params: Params;
  readonly rule: string | null;
}
