import type { Fault, OrderNumber, PlainDate } from '@/lib/base';
import type {
  BesideEvent,
  BesideKind,
  BesideState,
  OrderState,
  RequestState,
  SigningRequest,
  WarnedRequest,
} from '@/lib/order';
import type { Directory, HistoryLine } from './directory';
import type { ArchiveEvents, ArchiveEventType, Envelope } from './envelope';
import type { ListShelf } from './list-shelf';
import type { MonitoringReads } from './monitoring-reads';
import type { HeadRow } from './rows';

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
  /** What the same act means for another order (1305.26: a replacement and the lost order), written with it or not at all. */
  readonly also?: { readonly orderId: string; readonly events: readonly NewEvent[] };
}

export interface SeriesDay {
  readonly substanceCode: string;
  readonly supplierId: string;
  readonly strengthMg: number;
  readonly date: PlainDate;
  /** Sums of the day: packages × units × mg; base drug as `drugs` defines it. */
  readonly baseMg: number;
  readonly units: number;
  /** What went back of them to the supplier that day, taken off above; 0 on most days. */
  readonly returnedMg: number;
  readonly returnedUnits: number;
}

export interface StoredRequest {
  readonly request: SigningRequest;
  readonly state: RequestState;
  /** Number of events folded: the `expectedVersion` of the next write. */
  readonly version: number;
  /** What the sign window showed of it, where it was unlike the usual orders. */
  readonly warned?: WarnedRequest;
}

/** The first row of the overview that isn't what the records add up to. */
export interface Differs {
  readonly table:
    | 'orders'
    | 'requests'
    | 'beside'
    | 'words'
    | 'series'
    | 'digests'
    | 'pasts'
    | 'cuts'
    | 'unrecognised'
    | 'parts'
    | 'dispensed'
    | 'numbers'
    | 'gaps'
    | 'directory';
  /** Of the row; the id of an order or of a record beside it. */
  readonly key: string;
  /** Where it is an order's. */
  readonly number?: OrderNumber;
}

/** Whether this version of Countersign could make the overview of what is recorded. */
export interface Standing {
  /** Nothing is written: what would follow from it couldn't be shown. Reading, copies and backups go on. */
  readonly readOnly: boolean;
  /** Why, where that is known. */
  readonly fault: Fault | null;
}

export interface Integrity {
  /** Every record is whole, and the overview is what they add up to. */
  readonly ok: boolean;
  readonly events: number;
  /** The first record that doesn't fit; null when all do. */
  readonly broken: { readonly station: string; readonly seq: number } | null;
  /** Records that were purged after their time, as events of the archive tell; absent where there are none. */
  readonly purged?: number;
  /** The records are whole, and the overview says something else than they; `rebuild` makes it anew. Absent where it doesn't. */
  readonly differs?: Differs;
}

/** What a merge did: records that were new here, and those that were here already (or purged here). */
export interface Merged {
  readonly added: number;
  readonly known: number;
  /** Records that purges tell of as gone, and that are here, still or again; absent where there are none. */
  readonly kept?: number;
  /** Numbers that two orders carry now, against 1305.21(b)(1); absent where there are none. */
  readonly sameNumbers?: readonly OrderNumber[];
}

export interface RetentionRule {
  /** Whole years since the last linked record; 21 CFR 1305.27 asks for 2. */
  readonly years: number;
  /** Nothing is purged while something is held for a court or an inspector. */
  readonly legalHold: boolean;
}

/** The rule of all locations, which those in `of` (by DEA number) have otherwise. */
export interface Retention extends RetentionRule {
  readonly of?: Readonly<Record<string, RetentionRule>>;
  /** For records of a number that no location has any more: the strictest of all. */
  readonly others?: RetentionRule;
}

export interface Purgeable {
  /** Records linked last on this day, or before, are past retention, wherever no rule asks for longer. */
  readonly until: PlainDate;
  readonly orders: number;
  /** Records beside orders that are linked to none; absent where there are none. */
  readonly beside?: number;
  readonly legalHold: boolean;
  /** Orders past their time that stay, since their location's records are on hold; absent where there are none. */
  readonly held?: number;
}

/** The copy that lies outside this browser, as this station knows it. */
export interface CopyState {
  /** Milliseconds; null: there is none yet. */
  readonly lastAt: number | null;
  /** The folder's name, or `downloads`; null: nobody chose one. */
  readonly target: string | null;
  /** Records that lie on this computer alone. */
  readonly newEvents: number;
  /** When the oldest of them was written; null where there are none. */
  readonly oldestNewAt: number | null;
}

/** Append-only store of events with its projections. Written by extension pages and background only. */
export interface Archive extends MonitoringReads {
  append(command: Command): Promise<readonly Envelope[]>;
  /** Whether an act of this name is on record: its answer may have been lost, and it is asked for once more. */
  isWritten(commandId: string): Promise<boolean>;
  /** When the last record before an instant was made, by its own time; milliseconds. Null where there is none. */
  recordedBefore(at: number): Promise<number | null>;
  directory(): Promise<Directory>;
  order(orderId: string): Promise<OrderState | null>;
  orderByNumber(number: OrderNumber): Promise<OrderState | null>;
  /** All that carry it: after a merge more than one may, at several suppliers or locations. */
  ordersByNumber(number: OrderNumber): Promise<readonly OrderState[]>;
  /** Newest first; `before` is the orderId after which the page begins (keyset paging). */
  orders(page: { readonly limit: number; readonly before?: string }): Promise<readonly OrderState[]>;
  /** Orders of these days, both included, by index; oldest first. */
  ordersBetween(from: PlainDate, to: PlainDate): Promise<readonly OrderState[]>;
  /** Orders with an open duty, by index, not by scan. */
  openOrders(): Promise<readonly OrderState[]>;
  events(orderId: string): Promise<readonly Envelope[]>;
  request(requestId: string): Promise<StoredRequest | null>;
  openRequests(): Promise<readonly StoredRequest[]>;
  /** Requests of any state that the sign window showed as unusual since then (milliseconds), by index; oldest warning first. */
  warnedRequests(since: number): Promise<readonly StoredRequest[]>;
  /** Daily sums of a substance over all suppliers since a day. */
  series(substanceCode: string, since: PlainDate): Promise<readonly SeriesDay[]>;
  /** Lines of an import of earlier orders, part by part. */
  importedLines(importId: string): AsyncIterable<readonly HistoryLine[]>;
  /** The next unused number of this station for the year of `date`, recorded as allocated before it is returned. */
  allocateNumber(requestId: string, who: string, date: PlainDate): Promise<OrderNumber>;
  /** More than one where two computers gave out the same number. */
  ordersOfNumber(number: OrderNumber): Promise<readonly OrderState[]>;
  /** Every number that more than one order carries; looks at all numbers, so for pages that are asked for it alone. */
  sameNumbers(): Promise<readonly OrderNumber[]>;
  isNumberUsed(number: OrderNumber, exceptOrderId?: string): Promise<boolean>;
  /** Revocation lists, kept beside the records. */
  readonly lists: ListShelf;
  standing(): Promise<Standing>;
  /** Walks every chain, then folds all events beside what is there and compares. Throws `archive/unavailable`. */
  verify(onProgress?: (done: number, total: number) => void): Promise<Integrity>;
  /**
   * Drops all projections and folds every event anew; the result must equal what was there. Ends `readOnly` where that
   * succeeds. Throws `archive/read-only` where a newer version wrote here.
   */
  rebuild(): Promise<void>;
  /** All records, chain by chain in their order, in batches, up to the heads at the start; `after` leaves out what a copy holds. */
  exportEvents(after?: readonly HeadRow[]): AsyncIterable<readonly Envelope[]>;
  heads(): Promise<readonly HeadRow[]>;
  /** Random id of this installed extension; another one after it took its own records in from a backup. */
  station(): Promise<string>;
  /**
   * Takes records of another archive, or of a backup, in. Everything is verified link by link before anything is written,
   * then written in one transaction. A chain that was this station's own goes on as another station with numbers of its own.
   * Throws `archive/record-altered`, `archive/record-misplaced`, `archive/chain-forked`, `archive/time-ahead`,
   * `archive/record-malformed`, `archive/record-newer`, each with station and seq of the first such record. A merge takes
   * nothing away: what was purged there or here, and is in either, is here afterwards (`kept`), whatever came first.
   */
  merge(batches: AsyncIterable<readonly unknown[]>, onProgress?: (done: number) => void): Promise<Merged>;
  /** What could be purged on a day. */
  purgeable(on: PlainDate, retention: Retention): Promise<Purgeable>;
  /** Purges what is past retention and leaves totals and links; answers how many records went. Throws `archive/legal-hold`. */
  purge(
    on: PlainDate,
    who: string,
    retention: Retention,
    onProgress?: (done: number, total: number) => void,
  ): Promise<number>;
  /** Orders by number, NDC, words of products and suppliers (each may be a beginning), newest first; by index. */
  search(text: string, limit: number): Promise<readonly OrderState[]>;
  copyState(): Promise<CopyState>;
  /** Up to which record of each chain the copy of this name reaches; empty for another name. */
  copiedHeads(target: string): Promise<readonly HeadRow[]>;
  noteCopy(copy: {
    readonly at: number;
    readonly target: string;
    readonly heads: readonly HeadRow[];
  }): Promise<void>;
  /** Records beside CSOS, newest first; `before` is the id after which the page begins. */
  besideRecords(page: {
    readonly limit: number;
    readonly before?: string;
    readonly kind?: BesideKind;
  }): Promise<readonly BesideState[]>;
  /** What happened to one record, oldest first. */
  besideEvents(id: string): Promise<readonly BesideEvent[]>;
  /** Those that ask for something, by index. */
  openBeside(): Promise<readonly BesideState[]>;
  close(): void;
}
