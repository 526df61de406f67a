import type { OrderNumber, PlainDate } from '@/lib/base';
import type { DraftLine, OrderDraft } from './order';

export const orderPhases = [
  'tracked',
  'signed',
  'submitted',
  'accepted',
  'not-accepted',
  'partly-shipped',
  'shipped',
  'partly-received',
  'received',
] as const;
export type OrderPhase = (typeof orderPhases)[number];

export interface LineState {
  readonly line: DraftLine;
  readonly ordered: number;
  /** Packages the supplier says it shipped; null while no page said anything. */
  readonly shipped: number | null;
  readonly received: number;
}

/** What an order's events add up to. Always the fold of its events, never stored on its own authority. */
export interface OrderState {
  /** Stable from the first event on; the request id for signed orders, the command id for tracked ones. */
  readonly orderId: string;
  readonly number: OrderNumber | null;
  readonly draft: OrderDraft;
  readonly supplierId: string | null;
  readonly phase: OrderPhase;
  /** `signed`: the original is here. `tracked`: the portal holds it and receipts here are working copies. */
  readonly kind: 'signed' | 'tracked';
  readonly orderedOn: PlainDate;
  readonly lines: readonly LineState[];
  /** Something shipped or expected is not recorded as received yet. */
  readonly receiptOpen: boolean;
  /** Tracked orders only: received here, but the portal doesn't show it as received (1305.22(g) is met there). */
  readonly portalReceiptOpen: boolean;
  readonly shippedOn: PlainDate | null;
  readonly lastReceivedOn: PlainDate | null;
  readonly statement: string | null;
  /** Facts out of order, such as received before shipped or after day 60: recorded, flagged, never refused. */
  readonly flags: readonly string[];
  /** Number of events folded: the `expectedVersion` of the next write. */
  readonly version: number;
}
