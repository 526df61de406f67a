import type { PlainDate } from '@/lib/base';
import type { Contribution } from './rows';

/** A run of records that is no longer there, with the hashes of the record before it and of its own last one. */
export interface Gap {
  readonly registrant: string;
  readonly station: string;
  /** First and last `seq` of the run. */
  readonly from: number;
  readonly to: number;
  readonly prev: string;
  readonly hash: string;
}

/** A contribution without what it is kept under. */
export type Amounts = Omit<Contribution, 'substanceCode' | 'supplierId' | 'strengthMg' | 'date'>;

/** What an order, or a record beside them, that went had added to the series. */
export interface PurgedStream {
  readonly id: string;
  /** Records that it had when it went. */
  readonly records: number;
  /** Its parts of the purge's `totals`, each named by its place there. */
  readonly parts: readonly (Amounts & { readonly of: number })[];
}

/** What a purge leaves of the records it took away. Append-only, as all events. */
export interface PurgeEvents {
  'records.purged': {
    /** Their last linked record was made on this day, or before. */
    readonly until: PlainDate;
    readonly years: number;
    /** DEA number of the location whose rule that was; absent in records from before each had its own. */
    readonly registrant?: string;
    readonly orders: number;
    readonly records: number;
    readonly gaps: readonly Gap[];
    /** What they added to the series, summed by month under its first day. */
    readonly totals: readonly Contribution[];
    /** Each by itself: what another computer held of them may come back, and what two purged counts once. Absent in early records. */
    readonly streams?: readonly PurgedStream[];
  };
}
