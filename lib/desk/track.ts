import {
  CountersignError,
  canonicalJson,
  formatOrderNumber,
  parseOrderNumber,
  sha256Hex,
  utf8,
  type Fault,
} from '@/lib/base';
import { backfillPlace } from './backfill/backfill-place';
import { situation } from './context';
import type { LookedAt } from './look';
import type { DeskPorts } from './ports';
import { textOf } from './product-of';
import { learnProducts } from './products/learn-products';
import { registrantNamed, todayAt } from './registrants';
import { isSameBuyer } from './same-buyer';

export interface Tracked {
  readonly orderId: string;
  /** Why what the lines leave out couldn't be looked up in the NDC directory; null: it was, or nothing was asked. */
  readonly unread: Fault | null;
}

/**
 * Companion mode: records an order that the portal itself signs, so that its receipt is reminded of. The same lines on the
 * same day from the same supplier are one order, however often the button is pressed. Throws `order/no-lines`,
 * `import/order-in-history`.
 */
export async function trackOrder(
  ports: DeskPorts,
  { draft, supplier }: LookedAt,
  origin: string,
): Promise<Tracked> {
  if (draft.lines.length === 0) throw new CountersignError('order/no-lines');
  const here = await situation(ports);
  const { person } = here;
  const today = todayAt(ports, here, draft.purchaser.deaNumber);
  const number = draft.number === null ? null : parseOrderNumber(draft.number);
  const same = number === null ? [] : await ports.archive.ordersByNumber(number);
  const known = same.find(
    (order) =>
      supplier && order.supplierId === supplier.id && isSameBuyer(here.directory, order.draft, draft),
  );
  if (known) return { orderId: known.orderId, unread: null };
  // Another supplier's order, or another location's, bears this number: whose it is, the portal must show anew.
  const ownNumber = same.length > 0 ? null : number;
  const purchaserDea =
    registrantNamed(here.directory, draft.purchaser.deaNumber)?.deaNumber ?? draft.purchaser.deaNumber;
  if (
    number &&
    supplier &&
    backfillPlace(here.directory, { supplierId: supplier.id, purchaserDea, number }).isTaken
  )
    throw new CountersignError('import/order-in-history', { number: formatOrderNumber(number) });
  const lines = draft.lines.map(({ ndc11, name, packages }) => ({ ndc11, name, packages }));
  const identity = sha256Hex(
    utf8(canonicalJson({ supplier: supplier?.id ?? origin, today, number: ownNumber, lines })),
  );
  const orderId = `tracked-${identity.slice(0, 32)}`;
  const unread = await learnProducts(ports, draft.lines.map(textOf), orderId, 'recorded');
  await ports.archive.append({
    commandId: `track-${orderId}`,
    who: person?.id ?? 'system',
    orderId,
    events: [
      {
        type: 'order.tracked',
        payload: {
          number: ownNumber,
          draft: { ...draft, number: ownNumber, date: today },
          supplierId: supplier?.id ?? null,
          seen: { origin },
        },
      },
    ],
  });
  return { orderId, unread };
}
