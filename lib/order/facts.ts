import type { OrderNumber } from '@/lib/base';

/** Where a fact was learnt: the origin of the page that showed it, or null where a person entered it. */
export interface Seen {
  readonly origin: string | null;
}

export interface LineQuantity {
  readonly lineNumber: number;
  /** Whole packages; 0 says that the line was looked at and nothing came. */
  readonly packages: number;
}

/** Names one stored event, over all chains: registrant, station and place in that chain. Opaque; compared, never taken apart. */
export type EventId = string;

/** Another order, linked with this one. */
export interface OrderLink {
  readonly orderId: string;
  readonly number: OrderNumber;
}
