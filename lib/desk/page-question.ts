import { CountersignError, type OrderNumber } from '@/lib/base';
import { readAskedOrder, type AskedOrder } from '@/lib/documents';
import { pageApiOrderSchema, type PageApiOrder, type PageApiRequest } from '@/lib/portal';
import * as v from 'valibot';

/** A site's question, read: its order in the one shape from which a draft is made. */
export interface AskedOfUs extends Pick<AskedOrder, 'doubtful' | 'leftOut'> {
  readonly order: PageApiOrder;
  /** The tracking number that the site's document bears; null: the order gets one here. */
  readonly number: OrderNumber | null;
}

/**
 * What a site asks to be signed, whichever form it hands over. Documents pass the same schema as JSON, so that no form lets
 * in what another wouldn't. Throws `document/*`, `portal/request-malformed`.
 */
export function readPageQuestion(request: PageApiRequest): AskedOfUs {
  if ('order' in request) return { order: request.order, number: null, doubtful: [], leftOut: [] };
  const { number, doubtful, leftOut, ...order } =
    'xml' in request ? readAskedOrder(request.xml, 'xml') : readAskedOrder(request.x12, 'x12');
  const checked = v.safeParse(pageApiOrderSchema, order);
  if (!checked.success)
    throw new CountersignError('portal/request-malformed', {
      detail: v.getDotPath(checked.issues[0]) ?? '',
    });
  return { order: checked.output, number, doubtful, leftOut };
}
