import type { PlainDate } from '@/lib/base';
import type { ProductFacts } from '@/lib/drugs';
import type { SomReasonGiven } from '@/lib/order';

/** What a dispensing record says of one line, patients left out before it got here; quantities are those of the label. */
export interface DispensedLine {
  readonly date: PlainDate;
  /** DEA drug code; null: known not to be controlled. */
  readonly substanceCode: string | null;
  /** Dosage units: tablets, capsules, patches, millilitres. */
  readonly units: number;
  /** Milligrams of base drug; null where that isn't known, or it isn't controlled. */
  readonly baseMg: number | null;
  /** Milligrams of morphine equivalents; null where none applies. */
  readonly mme: number | null;
}

/** Records of monitoring (som.md). Directory events: they belong to no order. */
export interface MonitoringEvents {
  /**
   * What is known of a product under its `productKey`; null withdraws what the same source, or a weaker one, said. A
   * person's word stands against the directory's, and the directory's against a page's.
   */
  'product.set': {
    readonly key: string;
    readonly facts: ProductFacts | null;
    readonly from: ProductSource;
  };
  /** The pharmacy's own limit: dosage units a calendar month; null: none any more. */
  'limit.set': { readonly substanceCode: string; readonly units: number | null };
  /** A part of a dispensing file; `part` counts from 0, and the same part of the same import counts once. */
  'dispensed.imported': {
    readonly importId: string;
    readonly part: number;
    readonly file: string;
    /** Of the file's bytes, lower-case hex. */
    readonly sha256: string;
    readonly rows: readonly DispensedLine[];
  };
  /** As a whole: its rows stay on record and count no longer. */
  'dispensed.withdrawn': { readonly importId: string; readonly reason: string };
  /** A supplier was asked for more a month than it ships without a question. */
  'increase.requested': IncreaseRequested;
}

export type ProductSource = 'person' | 'catalogue' | 'page';

export interface IncreaseRequested {
  readonly substanceCode: string;
  readonly supplierId: string;
  /** Dosage units a calendar month, asked for. */
  readonly units: number;
  readonly reason: SomReasonGiven;
  readonly date: PlainDate;
}

/** Who said so, and when (milliseconds). */
interface Said {
  readonly at: number;
  readonly who: string;
}

export interface KnownProduct extends Said {
  readonly facts: ProductFacts;
  readonly from: ProductSource;
}

/** The pharmacy's own limit of a substance, in dosage units a calendar month. */
export interface OwnLimit extends Said {
  readonly units: number;
}

export interface DispensingImport extends Said {
  readonly importId: string;
  readonly file: string;
  readonly sha256: string;
  /** Rows recorded so far. */
  readonly rows: number;
  readonly parts: readonly number[];
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly withdrawn: (Said & { readonly reason: string }) | null;
}

export type IncreaseOnRecord = IncreaseRequested & Said;

/** What the directory holds of monitoring. */
export interface MonitoringDirectory {
  /** By `productKey`. */
  readonly products: Readonly<Record<string, KnownProduct>>;
  /** By DEA drug code; those that stand. */
  readonly limits: Readonly<Record<string, OwnLimit>>;
  /** In the order in which they were brought in; withdrawn ones among them. */
  readonly dispensing: readonly DispensingImport[];
  readonly increases: readonly IncreaseOnRecord[];
}
