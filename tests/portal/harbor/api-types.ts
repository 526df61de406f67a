import type { Business } from '../book/business';
import type { Item } from '../book/catalogue';

/** What the single-page app and its server say to each other. */
export interface Me {
  readonly user: string;
  readonly supplier: Business;
  readonly customer: Business;
  readonly today: string;
}

export interface OfferedItem extends Item {
  readonly inCart: number;
}

export interface OrderSummary {
  readonly number: string;
  readonly date: string;
  readonly lines: number;
  readonly status: string;
}

export interface OrderDetail extends OrderSummary {
  readonly statement: string | null;
  readonly shipDate: string | null;
  readonly invoice: string | null;
  readonly receivedOn: string | null;
  readonly items: readonly {
    readonly lineNumber: number;
    readonly ndc: string;
    readonly description: string;
    readonly packageSize: string;
    readonly ordered: number;
    readonly shipped: number;
    readonly received: number | null;
  }[];
}

export type SubmitAnswer =
  | { readonly accepted: true; readonly number: string }
  | { readonly accepted: false; readonly number: string | null; readonly statement: string };
