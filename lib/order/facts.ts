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

/**
 * One thing in which a supplier's page is unlike the order that was signed. `packages`: another number; `missing`: the page
 * no longer has it; `added`: nobody signed it. `signed` and `shown` count packages; null: none, or not to be read.
 */
export interface PageDifference {
  readonly what: 'packages' | 'missing' | 'added';
  /** As the order, or else the page, names the product. */
  readonly name: string;
  readonly signed: number | null;
  readonly shown: number | null;
}

/** Packages of each line on one invoice of the supplier. */
export interface InvoiceShipped {
  readonly number: string;
  readonly lines: readonly LineQuantity[];
}

/** A line that the supplier cut, in its own words. */
export interface LineCut {
  readonly lineNumber: number;
  readonly words: string;
}

/** Names one stored event, over all chains: registrant, station and place in that chain. Opaque; compared, never taken apart. */
export type EventId = string;

/** Another order, linked with this one. */
export interface OrderLink {
  readonly orderId: string;
  readonly number: OrderNumber;
}
