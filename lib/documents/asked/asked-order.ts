import type { OrderNumber } from '@/lib/base';
import type { DraftParty, OrderLine } from '@/lib/order';

/** A line that a site asks to be signed. Texts are the site's own: what they mean is found out as with a page's. */
export interface AskedLine {
  readonly ndc: string | null;
  readonly itemNumber: string | null;
  readonly name: string;
  readonly strength: string | null;
  readonly form: string | null;
  readonly packageSize: number | null;
  readonly packages: number;
  readonly schedule: string | null;
}

/** What a site's document asks to be signed. It is never signed itself: the signer sees, and signs, a document of our own. */
export interface AskedOrder {
  /** The tracking number that it already bears; null: it gets one here. */
  readonly number: OrderNumber | null;
  readonly supplier: DraftParty;
  readonly purchaser: { readonly deaNumber: string };
  readonly lines: readonly AskedLine[];
  /** For each line, the fields that the document doesn't state beyond doubt: a person confirms them. */
  readonly doubtful: readonly (readonly (keyof OrderLine)[])[];
  /** Parts of the document, by its own names, for which a signed order has no place. */
  readonly leftOut: readonly string[];
}
