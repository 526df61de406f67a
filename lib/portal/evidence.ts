/** What kind of page was seen. */
export const pageKinds = ['order-form', 'order-history', 'shipment', 'none'] as const;
export type PageKind = (typeof pageKinds)[number];

/** Why a value is doubtful although it was read: what stands on the page may not be what a reader takes it for. */
export const doubts = ['characters', 'drawn', 'shape', 'several', 'guess'] as const;
/**
 * `characters`: turning, joining or look-alike characters (attacks.md 90); `drawn`: the page's styles draw more or other
 * than its text; `shape`: label and value disagree; `several`: the cell shows several values; `guess`: no label says it.
 */
export type Doubt = (typeof doubts)[number];

/** A value, and where on the page it came from. */
export interface Evidence {
  /** Text as it stands on the page, white space folded, at most `limits.fieldMaxLength`. */
  readonly text: string;
  /** Label or header it stood under; null where it was recognised by its shape alone. */
  readonly label: string | null;
  /** 0 to 1. Below `SURE` it is shown as doubtful and needs the user's confirmation. */
  readonly confidence: number;
  /**
   * A short human path such as `table 2, column "Order Qty", row 3`, at most `limits.fieldMaxLength`; for people and for
   * teaching, never executed, and no part of the page's hash.
   */
  readonly where: string;
  /** Only where it is doubtful for a reason that can be named. */
  readonly doubt?: Doubt;
}

export const SURE = 0.8;

/** One line as the page shows it: text only; the background decides what drug it is. */
export interface SeenLine {
  readonly ndc: Evidence | null;
  readonly itemNumber: Evidence | null;
  readonly description: Evidence | null;
  readonly strength: Evidence | null;
  readonly form: Evidence | null;
  readonly packageSize: Evidence | null;
  readonly packages: Evidence | null;
  readonly schedule: Evidence | null;
  readonly shipped: Evidence | null;
  readonly received: Evidence | null;
  /** UM, UOM: what a package is called. */
  readonly unit: Evidence | null;
  /** Omit code, reason or status of the line: why less came than was ordered. */
  readonly cut: Evidence | null;
  /** A suggested, smallest or largest quantity; never what is ordered. */
  readonly suggested: Evidence | null;
}
export type LineField = keyof SeenLine;

/** One row of an order history. */
export interface SeenOrder {
  readonly orderNumber: Evidence;
  readonly state: Evidence | null;
  readonly date: Evidence | null;
  /** Its lines, where the listing shows them too. */
  readonly lines?: readonly SeenLine[];
}

export interface SeenPage {
  readonly kind: PageKind;
  readonly url: string;
  readonly orderNumber: Evidence | null;
  readonly supplierName: Evidence | null;
  readonly supplierDea: Evidence | null;
  readonly purchaserDea: Evidence | null;
  /** Address or state words of the order that the page is about, such as "Accepted" or "Not accepted: …". */
  readonly state: Evidence | null;
  /** The supplier's reason; its text may be `limits.statementMaxLength` long (21 CFR 1305.25). */
  readonly statement: Evidence | null;
  readonly shipDate: Evidence | null;
  /** The day of the order, where a page about one that was placed says it. */
  readonly orderDate?: Evidence;
  readonly invoiceNumber: Evidence | null;
  /** The page says that there are more lines than it shows: virtualised, paged or still loading. Null: nothing says so. */
  readonly missing: { readonly shown: number; readonly stated: number } | null;
  readonly lines: readonly SeenLine[];
  readonly orders: readonly SeenOrder[];
}

/** What a profile may locate on a page as a whole. */
export type PageField =
  | 'orderNumber'
  | 'supplierName'
  | 'supplierDea'
  | 'purchaserDea'
  | 'state'
  | 'statement'
  | 'shipDate'
  | 'invoiceNumber';
