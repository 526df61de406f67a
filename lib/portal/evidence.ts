/** What kind of page was seen. */
export const pageKinds = ['order-form', 'order-history', 'shipment', 'none'] as const;
export type PageKind = (typeof pageKinds)[number];

/** Where on the page a value came from, for people and for teaching: a short human path, never executed. */
export interface Evidence {
  /** Text as it stands on the page, white space folded, at most `limits.fieldMaxLength`. */
  readonly text: string;
  /** Label or header it stood under; null where it was recognised by its shape alone. */
  readonly label: string | null;
  /** 0 to 1. Below `SURE` it is shown as doubtful and needs the user's confirmation. */
  readonly confidence: number;
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
}

/** One row of an order history. */
export interface SeenOrder {
  readonly orderNumber: Evidence;
  readonly state: Evidence | null;
  readonly date: Evidence | null;
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
  readonly lines: readonly SeenLine[];
  readonly orders: readonly SeenOrder[];
}
