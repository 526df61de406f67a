import type { DeaNumber, Ndc11, OrderNumber, PlainDate, ScheduleOrNone } from '@/lib/base';

export interface Address {
  readonly street: string;
  readonly street2: string | null;
  readonly city: string;
  /** Two-letter postal abbreviation. */
  readonly state: string;
  readonly postalCode: string;
}

/** A registrant on either side of an order. */
export interface Party {
  readonly name: string;
  readonly deaNumber: DeaNumber;
  readonly address: Address;
}

/** One item of an order: fields 7 to 9 of 21 CFR 1305.21(b), and what helps to recognise it. */
export interface OrderLine {
  /** Counts from 1, without gaps. */
  readonly lineNumber: number;
  /** Product name as it is ordered, strength included where the supplier writes it there. */
  readonly name: string;
  readonly ndc11: Ndc11 | null;
  readonly strength: string | null;
  readonly form: string | null;
  /** Units in a single package (field 8). */
  readonly packageSize: number;
  /** Packages ordered (field 9); at least 1. */
  readonly packages: number;
  readonly schedule: ScheduleOrNone;
  readonly itemNumber: string | null;
}

/** A complete order as it is signed (21 CFR 1305.21). */
export interface Order {
  readonly number: OrderNumber;
  readonly date: PlainDate;
  readonly supplier: Party;
  readonly purchaser: Party;
  readonly lines: readonly OrderLine[];
}

/** A value that may still be missing or doubtful while an order is being prepared. */
export type DraftLine = {
  readonly [K in keyof OrderLine]: OrderLine[K] | null;
} & {
  readonly lineNumber: number;
  readonly name: string;
  /** Fields that detection was not sure of and nobody has confirmed yet. */
  readonly doubtful: readonly (keyof OrderLine)[];
};

export interface DraftParty {
  readonly name: string | null;
  readonly deaNumber: string | null;
  readonly address: { readonly [K in keyof Address]: Address[K] | null };
}

/** An order before it is complete: what the page said, completed by profile, catalogue and people. */
export interface OrderDraft {
  readonly number: string | null;
  readonly date: PlainDate | null;
  readonly supplier: DraftParty;
  readonly purchaser: DraftParty;
  /**
   * The supplier's DEA number as the page shows it, where a profile says who the supplier is; `sure`: read without doubt.
   * Absent where the page shows none, and in drafts of older versions.
   */
  readonly supplierSeen?: { readonly deaNumber: string; readonly sure: boolean };
  /**
   * The page said that it has more lines than could be read, and nobody has confirmed yet that these are the whole order.
   * Absent otherwise, and in drafts of older versions.
   */
  readonly missing?: { readonly shown: number; readonly stated: number };
  readonly lines: readonly DraftLine[];
}
