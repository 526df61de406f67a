import type { OrderNumber, PlainDate } from '@/lib/base';
import type { OrderLink, PageDifference } from './facts';
import type { OrderFlag } from './flags';
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
  'void',
  'cancelled',
  'lost',
  'expired',
] as const;
export type OrderPhase = (typeof orderPhases)[number];

export interface LineState {
  readonly line: DraftLine;
  readonly ordered: number;
  /** Packages the supplier says it shipped; null while no page said anything. */
  readonly shipped: number | null;
  readonly received: number;
  /** The supplier voided it: nothing of it ships any more (1305.28). */
  readonly voided: boolean;
  /** The supplier's latest words for why it doesn't ship it, or not now; absent while it said none. */
  readonly cut?: string;
  /** Packages that the supplier may still ship; 0 once the order or the line is closed. */
  readonly balance: number;
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
  /** The supplier's statement of not accepting the order (1305.25). */
  readonly statement: string | null;
  readonly statementLinked: boolean;
  /** Of a lost order: the one that was signed in its place. */
  readonly replacedBy: OrderLink | null;
  /** Of a replacement: the lost order. */
  readonly replaces: OrderLink | null;
  /** The day from which nothing more may come: void, cancelled, lost or day 60. */
  readonly closedOn: PlainDate | null;
  /** The day of the statement that it was lost; stays also when it came to light, or goods came on it. */
  readonly lostOn: PlainDate | null;
  /** Of a lost order: the day on which it came to light. */
  readonly turnedUpOn: PlainDate | null;
  /** Something in its history was corrected; the timeline shows what it was before. */
  readonly corrected: boolean;
  /** In what the supplier's page, as last seen, is unlike what was signed; absent where in nothing. */
  readonly pageDiffers?: readonly PageDifference[];
  /** Facts out of order, such as received before shipped or after day 60: recorded, flagged, never refused. */
  readonly flags: readonly OrderFlag[];
  /** Number of events folded: the `expectedVersion` of the next write. */
  readonly version: number;
}
