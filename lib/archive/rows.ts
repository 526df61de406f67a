import type { Fault, OrderNumber, PlainDate } from '@/lib/base';
import type {
  BesideKind,
  BesideState,
  OrderState,
  RequestState,
  SigningRequest,
  WarnedRequest,
} from '@/lib/order';
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
  /** What went back of it, taken off above; absent where nothing did. */
  readonly backUg?: number;
  readonly backMilliUnits?: number;
}

/** Lines of a product that isn't recognised whole; in the table, all of a day. */
export interface UnrecognisedRow {
  readonly key: string;
  readonly date: PlainDate;
  readonly text: string;
  readonly ndc: string | null;
  readonly lines: number;
  /** Those of them that state a schedule themselves; absent where none does. */
  readonly scheduled?: number;
}

/** What lines of an order, a record or an import hold, as monitoring asks for it. */
export interface Held {
  /** Keys of their products, each once. */
  readonly products: readonly string[];
  readonly contributions: readonly Contribution[];
  /** Absent where every product is recognised. */
  readonly unrecognised?: readonly UnrecognisedRow[];
}

/** What a supplier didn't ship of one substance in an order. */
export interface CutRow {
  readonly substanceCode: string;
  /** Of the order. */
  readonly date: PlainDate;
  readonly orderId: string;
  readonly number: OrderNumber | null;
  readonly supplierId: string;
  readonly orderedMilli: number;
  readonly countedMilli: number;
  readonly why: 'shipped-less' | 'voided' | 'not-accepted';
}

/** A part of an import of earlier orders that counts. */
export interface PartRow extends Held {
  readonly importId: string;
  readonly part: number;
  /** The event's place. */
  readonly of: readonly [registrant: string, station: string, seq: number];
}

/** Sums of a day: thousandths of units, micrograms, thousandths of milligrams morphine equivalents. */
export interface DispensedRow {
  readonly date: PlainDate;
  /** The empty string: products known not to be controlled. */
  readonly substanceCode: string;
  readonly milliUnits: number;
  readonly baseUg: number;
  readonly milliMme: number;
  /** Lines in it of which base drug, or morphine equivalents, aren't known; absent where there are none. */
  readonly withoutMg?: number;
  readonly withoutMme?: number;
}

/**
 * A month of a substance, as its daily sums (`series`) add up. Parallel arrays, a slot for each day and supplier with one
 * of them, by day and supplier: arrays of numbers are read back many times faster than objects.
 */
export interface DigestRow {
  readonly substanceCode: string;
  /** `YYYY-MM`. */
  readonly month: string;
  /** Ids, sorted. */
  readonly suppliers: readonly string[];
  /** Place in `suppliers`. */
  readonly supplier: Uint16Array;
  /** Day of the month. */
  readonly day: Uint8Array;
  /** 1 where something was ordered; 0 where goods only went back. */
  readonly ordered: Uint8Array;
  /** Bought: micrograms of base drug, thousandths of units. */
  readonly ug: Float64Array;
  readonly milli: Float64Array;
  /** Sent back. */
  readonly backUg: Float64Array;
  readonly backMilli: Float64Array;
  /** Bought strengths, ascending: milligrams a unit, thousandths of units, first day of the month. */
  readonly strengths: readonly (readonly [strengthMg: number, milli: number, day: number])[];
}

/** A substance's past as of its last day on record: what `pasts` answers from, for every day from then on. */
export interface PastRow {
  readonly substanceCode: string;
  /** Last day with an order; absent where there is none. */
  readonly lastOrder?: PlainDate;
  /** Months on record with anything, counted: 0 leaves no row. */
  readonly months: number;
  /** Orders ever, and suppliers and strengths with the number of months they were bought in; sorted. */
  readonly orders: number;
  readonly suppliers: readonly (readonly [supplierId: string, months: number])[];
  readonly strengths: readonly (readonly [strengthMg: number, months: number])[];
  /** Day of the first order, from 1970; null where there is none. */
  readonly firstDay: number | null;
  /** Last day on record, returns among them, and the last of the window: that of its month. */
  readonly lastDay: number;
  readonly end: number;
  /** By day up to `end`: micrograms, returns taken off; orders. */
  readonly ug: Float64Array;
  readonly perDay: Uint16Array;
  /** The last orders, oldest first: day and micrograms. */
  readonly days: Int32Array;
  readonly amounts: Float64Array;
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
  /** As in `Held`; absent in rows of earlier versions. */
  readonly products?: readonly string[];
  readonly unrecognised?: readonly UnrecognisedRow[];
  readonly cuts?: readonly CutRow[];
}

export interface RequestRow {
  readonly requestId: string;
  /** 1 while it is open, absent after. */
  readonly open?: 1;
  /** When the sign window last showed it as unusual, milliseconds; absent where it never did, so that the index holds those alone. */
  readonly warnedAt?: number;
  readonly request: SigningRequest;
  readonly state: RequestState;
  readonly version: number;
  readonly warned?: WarnedRequest;
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
  /** Milliseconds; absent in rows that an earlier version wrote. */
  readonly enteredAt?: number;
  /** Last day on which it can have a duty; absent when it has none, so that the index holds open ones only. */
  readonly openUntil?: PlainDate;
  readonly state: BesideState;
  readonly contributions: readonly Contribution[];
  /** As in `Held`; absent in rows of earlier versions. */
  readonly products?: readonly string[];
  readonly unrecognised?: readonly UnrecognisedRow[];
}

/** One word under which an order is found. */
export interface WordRow {
  readonly word: string;
  readonly orderedOn: PlainDate;
  readonly wall: number;
  readonly counter: number;
  readonly orderId: string;
}

/** A run of records that was purged, and the event that says so. What another computer held of it may be here. */
export interface RunRow extends Gap {
  readonly by: readonly [registrant: string, station: string, seq: number];
}

/** What is carried forward of an order, or of a record beside them, that was purged. */
export interface CarriedRow {
  readonly id: string;
  /** Records that it had when it went. */
  readonly records: number;
  /** By month, under its first day. */
  readonly totals: readonly Contribution[];
  /** Whether they are in the series: fewer of its records are here, or none. */
  readonly counts: boolean;
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
  /** Ids that it had before it went on as another station; absent where it never did. */
  readonly earlier?: readonly string[];
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
