import type { Fault, OrderNumber, PlainDate } from '@/lib/base';
import type { BesideKind, BesideState, OrderState, RequestState, SigningRequest } from '@/lib/order';
import type { Directory } from './directory';
import type { Gap } from './purge-events';

/** Last record of one chain. */
export interface HeadRow {
  readonly registrant: string;
  readonly station: string;
  readonly seq: number;
  readonly hash: string;
}

/** What an order, or an imported line, adds to one day of one series. Whole numbers, so that sums never drift. */
export interface Contribution {
  readonly substanceCode: string;
  readonly supplierId: string;
  readonly strengthMg: number;
  readonly date: PlainDate;
  /** Base drug in micrograms. */
  readonly baseUg: number;
  /** Thousandths of a unit: a package may hold 2.5 ml. */
  readonly milliUnits: number;
}

export interface OrderRow {
  readonly orderId: string;
  readonly orderedOn: PlainDate;
  /** Time of the order's first event: with `orderedOn` the place in the list of orders. */
  readonly wall: number;
  readonly counter: number;
  readonly number?: OrderNumber;
  /** Last day on which the order can have a duty; absent when it has none, so that the index holds open orders only. */
  readonly openUntil?: PlainDate;
  readonly state: OrderState;
  readonly contributions: readonly Contribution[];
}

export interface RequestRow {
  readonly requestId: string;
  /** 1 while it is open, absent after. */
  readonly open?: 1;
  readonly request: SigningRequest;
  readonly state: RequestState;
  readonly version: number;
}

export interface NumberRow {
  readonly number: OrderNumber;
  readonly requestId: string;
}

/** A record beside CSOS. */
export interface BesideRow {
  readonly id: string;
  readonly kind: BesideKind;
  readonly date: PlainDate;
  /** Last day on which it can have a duty; absent when it has none, so that the index holds open ones only. */
  readonly openUntil?: PlainDate;
  readonly state: BesideState;
  readonly contributions: readonly Contribution[];
}

/** One word under which an order is found. */
export interface WordRow {
  readonly word: string;
  readonly orderedOn: PlainDate;
  readonly wall: number;
  readonly counter: number;
  readonly orderId: string;
}

/** A purged run of records, and the event that says so. */
export interface GapRow extends Gap {
  readonly by: readonly [registrant: string, station: string, seq: number];
}

/** The copy outside this browser. A note of this computer, not a record. */
export interface CopyRow {
  readonly key: 'copy';
  readonly at: number;
  readonly target: string;
  readonly heads: readonly HeadRow[];
}

/** Bytes of a revocation list, apart from what is known of it; those that signatures rest on have a key of their own. */
export interface ListBytesRow {
  readonly scope: string;
  readonly der: Uint8Array<ArrayBuffer>;
  /** Milliseconds; of kept lists only. */
  readonly nextUpdate?: number | null;
}

export interface StationRow {
  readonly key: 'station';
  /** Random, made once. */
  readonly id: string;
  /** Two characters that this station's order numbers carry. */
  readonly prefix: string;
}

/** As an earlier version may have left it: without the members it didn't know. */
export type StoredDirectory = Partial<Directory> & Pick<Directory, 'registrant'>;

export type MetaRow =
  | StationRow
  | CopyRow
  /** Which version of the folds made the projections; absent before they were counted. */
  | { readonly key: 'projections'; readonly version: number }
  /** Why this version couldn't make them anew, and when it last tried. */
  | { readonly key: 'refresh'; readonly version: number; readonly at: number; readonly fault: Fault }
  /** The merge that owns `staged`. */
  | { readonly key: 'merge'; readonly id: string }
  | { readonly key: 'clock'; readonly time: readonly [wallMs: number, counter: number] }
  | { readonly key: 'directory'; readonly directory: StoredDirectory };
