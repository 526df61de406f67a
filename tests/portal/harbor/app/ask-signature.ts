import type { Me, OfferedItem } from '../api-types';
import { descriptionOf } from '../product-text';

type Answer =
  | { readonly status: 'signed'; readonly orderNumber: string; readonly cms: string }
  | { readonly status: 'refused'; readonly reason: string }
  | { readonly status: 'error'; readonly code: string; readonly message: string };

/** What Harbor's developers use of the module that Countersign publishes. */
interface PageApi {
  readonly requestSignature: (request: { readonly order: unknown }) => Promise<Answer>;
}

const MODULE = '/page-api/countersign-page-api.mjs';

export async function askSignature(me: Me, lines: readonly OfferedItem[]): Promise<Answer> {
  const { requestSignature } = (await import(MODULE)) as PageApi;
  const { name, deaNumber, street, city, state, postalCode } = me.supplier;
  return requestSignature({
    order: {
      supplier: { name, deaNumber, address: { street, street2: null, city, state, postalCode } },
      purchaser: { deaNumber: me.customer.deaNumber },
      lines: lines.map((item) => ({
        ndc: item.ndc,
        itemNumber: item.itemNumber,
        name: descriptionOf(item),
        strength: item.strength,
        form: item.form,
        packageSize: item.packageSize,
        packages: item.inCart,
        schedule: item.schedule,
      })),
    },
  });
}
