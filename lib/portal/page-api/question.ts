import type { ErrorCode } from '@/lib/base';
import type { DraftParty } from '@/lib/order';

/** What a supplier's site hands over when it asks for a signature; validated by schema before anyone reads it. */
export interface PageApiOrder {
  readonly supplier: DraftParty;
  readonly purchaser: { readonly deaNumber: string };
  readonly lines: readonly {
    readonly ndc: string | null;
    readonly itemNumber: string | null;
    readonly name: string;
    readonly strength: string | null;
    readonly form: string | null;
    readonly packageSize: number | null;
    readonly packages: number;
    readonly schedule: string | null;
  }[];
}

export interface PageApiRequest {
  /** Version of this interface. */
  readonly version: 1;
  /** Made by the site's module, so that an answer belongs to exactly one question. */
  readonly nonce: string;
  readonly order: PageApiOrder;
}

export type PageApiAnswer =
  | {
      readonly status: 'signed';
      readonly orderNumber: string;
      /** Base64 of the CMS. */ readonly cms: string;
    }
  | { readonly status: 'refused'; readonly reason: string }
  | { readonly status: 'error'; readonly code: ErrorCode; readonly message: string };
