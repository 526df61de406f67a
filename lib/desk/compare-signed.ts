import { canonicalJson, formatOrderNumber, sha256Hex, utf8, type Json } from '@/lib/base';
import { describeDifference, type OrderState, type PageDifference } from '@/lib/order';
import { pageHash, type SeenPage } from '@/lib/portal';
import { say } from '@/lib/words';
import { changedReviews } from './changed-reviews';
import type { LookedAt } from './look';
import type { DeskPorts } from './ports';
import { shareOfSigned, signedDifferences } from './signed-differences';

export interface ComparedPage {
  /** A difference, or that there is none any more, was recorded: badge and reminders change. */
  readonly recorded: boolean;
  /** What the panel shouts; null where the page shows what was signed, or is about something else. */
  readonly alarm: string | null;
  /** What the panel adds for somebody who is about to sign; null: nothing. */
  readonly notice: string | null;
}

/** Until the goods tell; what shipped is compared by the receipt. */
const SENT: readonly OrderState['phase'][] = ['signed', 'submitted', 'accepted'];

/**
 * Compares a page that was just looked at with what was signed from it, or under the number that it shows: whatever the
 * supplier gets by its own form must be what the signature covers. A difference is recorded once,
 * and so is its end.
 */
export async function compareSigned(
  ports: DeskPorts,
  { about, draft }: Pick<LookedAt, 'about' | 'draft'>,
  { page, url, documentId }: { readonly page: SeenPage; readonly url: string; readonly documentId: string },
): Promise<ComparedPage> {
  const changed = await changedReviews(ports, documentId, pageHash(page));
  const notice = changed.length > 0 ? say('panel.notice.changed') : null;
  const order = about ?? (await signedHere(ports, draft, documentId));
  if (order?.kind !== 'signed' || !SENT.includes(order.phase) || page.lines.length === 0)
    return { recorded: false, alarm: null, notice };
  const differences = signedDifferences(order, { page, lines: draft.lines });
  const recorded = await keep(ports, order, differences, new URL(url).origin);
  return { recorded, alarm: alarmOf(order, differences), notice };
}

function alarmOf({ number }: OrderState, differences: readonly PageDifference[]): string | null {
  if (differences.length === 0) return null;
  const told = differences.map((difference) => {
    const { sentence, params } = describeDifference(difference);
    return say.loose(sentence, params);
  });
  const name = number ? formatOrderNumber(number) : say('panel.no-number');
  return [say('panel.differs', { number: name }), ...told, say('panel.differs.next')].join(' ');
}

/** The order that was signed from this very document and not given to the supplier yet, where the page still is about it. */
async function signedHere(
  { archive }: DeskPorts,
  { lines }: LookedAt['draft'],
  documentId: string,
): Promise<OrderState | null> {
  for (const order of await archive.openOrders()) {
    if (order.kind !== 'signed' || order.phase !== 'signed') continue;
    const stored = await archive.request(order.orderId);
    if (stored?.request.page?.documentId !== documentId) continue;
    // A site that asked by itself has the signed order already; its next cart is another.
    if (stored.request.delivery === 'page-api') continue;
    const { common, signed, shown } = shareOfSigned(order, lines);
    if (common > 0 && common * 2 >= Math.min(signed, shown)) return order;
  }
  return null;
}

async function keep(
  { archive }: DeskPorts,
  order: OrderState,
  differences: readonly PageDifference[],
  origin: string,
): Promise<boolean> {
  const said = canonicalJson(differences as unknown as Json);
  if (said === canonicalJson((order.pageDiffers ?? []) as unknown as Json)) return false;
  await archive.append({
    commandId: `compared-${order.orderId}-${order.version}-${sha256Hex(utf8(said))}`,
    who: 'system',
    orderId: order.orderId,
    expectedVersion: order.version,
    events: [{ type: 'order.page-compared', payload: { differences, seen: { origin } } }],
  });
  return true;
}
