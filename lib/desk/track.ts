import { CountersignError, canonicalJson, parseOrderNumber, sha256Hex, utf8 } from '@/lib/base';
import { situation } from './context';
import type { LookedAt } from './look';
import type { DeskPorts } from './ports';
import { textOf } from './product-of';
import { learnProducts } from './products/learn-products';
import { todayAt } from './registrants';

/**
 * Companion mode: records an order that the portal itself signs, so that its receipt is reminded of. The same lines on the
 * same day from the same supplier are one order, however often the button is pressed. Throws `order/no-lines`.
 */
export async function trackOrder(
  ports: DeskPorts,
  { draft, supplier }: LookedAt,
  origin: string,
): Promise<string> {
  if (draft.lines.length === 0) throw new CountersignError('order/no-lines');
  const here = await situation(ports);
  const { person } = here;
  const today = todayAt(ports, here, draft.purchaser.deaNumber);
  const number = draft.number === null ? null : parseOrderNumber(draft.number);
  const known = number && (await ports.archive.orderByNumber(number));
  if (known && supplier && known.supplierId === supplier.id) return known.orderId;
  // Another supplier's order bears this number: whose it is, the portal must show anew.
  const ownNumber = known ? null : number;
  const lines = draft.lines.map(({ ndc11, name, packages }) => ({ ndc11, name, packages }));
  const identity = sha256Hex(
    utf8(canonicalJson({ supplier: supplier?.id ?? origin, today, number: ownNumber, lines })),
  );
  const orderId = `tracked-${identity.slice(0, 32)}`;
  await learnProducts(ports, draft.lines.map(textOf), orderId);
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
  return orderId;
}
