import type { OrderNumber, PlainDate } from '@/lib/base';
import type { OrderState, RequestState, SigningRequest } from '@/lib/order';
import type { Directory } from './directory';
import type { ArchiveEvents, ArchiveEventType, Envelope } from './envelope';
import type { ListShelf } from './list-shelf';

export type NewEvent = {
  [K in ArchiveEventType]: { readonly type: K; readonly payload: ArchiveEvents[K] };
}[ArchiveEventType];

/** One act, written whole or not at all. The same `commandId` again changes nothing and answers the first result. */
export interface Command {
  readonly commandId: string;
  readonly who: string;
  /** The order or request the events belong to; null for the directory. */
  readonly orderId: string | null;
  /** Events already folded into that order when the act was decided; a different count is `archive/version-conflict`. */
  readonly expectedVersion?: number;
  readonly events: readonly NewEvent[];
}

export interface SeriesDay {
  readonly substanceCode: string;
  readonly supplierId: string;
  readonly strengthMg: number;
  readonly date: PlainDate;
  /** Sums of the day: packages × units × mg; base drug as `drugs` defines it. */
  readonly baseMg: number;
  readonly units: number;
}

export interface StoredRequest {
  readonly request: SigningRequest;
  readonly state: RequestState;
  /** Number of events folded: the `expectedVersion` of the next write. */
  readonly version: number;
}

export interface Integrity {
  readonly ok: boolean;
  readonly events: number;
  /** The first record that doesn't fit; null when all do. */
  readonly broken: { readonly station: string; readonly seq: number } | null;
}

/** Append-only store of events with its projections. Written by extension pages and background only. */
export interface Archive {
  append(command: Command): Promise<readonly Envelope[]>;
  directory(): Promise<Directory>;
  order(orderId: string): Promise<OrderState | null>;
  orderByNumber(number: OrderNumber): Promise<OrderState | null>;
  /** Newest first; `before` is the orderId after which the page begins (keyset paging). */
  orders(page: { readonly limit: number; readonly before?: string }): Promise<readonly OrderState[]>;
  /** Orders with an open duty, by index, not by scan. */
  openOrders(): Promise<readonly OrderState[]>;
  events(orderId: string): Promise<readonly Envelope[]>;
  request(requestId: string): Promise<StoredRequest | null>;
  openRequests(): Promise<readonly StoredRequest[]>;
  /** Daily sums of a substance over all suppliers since a day. */
  series(substanceCode: string, since: PlainDate): Promise<readonly SeriesDay[]>;
  /** The next unused number of this station for the year of `date`, recorded as allocated before it is returned. */
  allocateNumber(requestId: string, who: string, date: PlainDate): Promise<OrderNumber>;
  isNumberUsed(number: OrderNumber, exceptOrderId?: string): Promise<boolean>;
  /** Revocation lists, kept beside the records. */
  readonly lists: ListShelf;
  verify(onProgress?: (done: number, total: number) => void): Promise<Integrity>;
  /** Drops all projections and folds every event anew; the result must equal what was there. */
  rebuild(): Promise<void>;
  close(): void;
}
