import type { PageApiCode } from './codes';

/** A business as a site knows it; null: not known there. */
export interface PageApiParty {
  readonly name: string | null;
  readonly deaNumber: string | null;
  readonly address: {
    readonly street: string | null;
    readonly street2: string | null;
    readonly city: string | null;
    readonly state: string | null;
    readonly postalCode: string | null;
  };
}

/** An order in JSON, as a supplier's site hands it over; validated by schema before anyone reads it. */
export interface PageApiOrder {
  readonly supplier: PageApiParty;
  readonly purchaser: { readonly deaNumber: string };
  readonly lines: readonly {
    readonly ndc: string | null;
    readonly itemNumber: string | null;
    readonly name: string;
    readonly strength: string | null;
    readonly form: string | null;
    /** Units in one package. */
    readonly packageSize: number | null;
    readonly packages: number;
    readonly schedule: string | null;
  }[];
}

/** An order in one of three forms: JSON, a CSOSOrderRequest document, an X12 850 interchange (004010). */
export type PageApiAsk =
  { readonly order: PageApiOrder } | { readonly xml: string } | { readonly x12: string };

export type PageApiRequest = PageApiAsk & {
  /** Version of this interface. */
  readonly version: 1;
  /** Made by the site's module, so that an answer belongs to exactly one question. */
  readonly nonce: string;
};

export type PageApiAnswer =
  | {
      readonly status: 'signed';
      readonly orderNumber: string;
      /** Base64 of the CMS. */
      readonly cms: string;
      /** Parts of the XML or X12 that was handed over for which a signed order has no place; absent where there are none. */
      readonly leftOut?: readonly string[];
    }
  | { readonly status: 'refused'; readonly reason: string }
  | { readonly status: 'error'; readonly code: PageApiCode; readonly message: string };
