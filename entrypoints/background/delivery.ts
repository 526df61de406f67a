import { CountersignError, toBase64, utf8 } from '@/lib/base';
import type { DeskPorts } from '@/lib/desk';
import type { DeliveryOutcome } from '@/lib/messages';
import type { PageBinding, SigningRequest } from '@/lib/order';
import { pageHash, placedOutcomes, type Placed, type Placement, type PortalProfile } from '@/lib/portal';
import { say } from '@/lib/words';
import { askPage, readPage } from './page-tab';
import type { Waiters } from './waiters';

/** A signed order: its tracking number and the CMS in Base64. */
interface SignedOrder {
  readonly orderNumber: string;
  readonly cms: string;
}
type Place = NonNullable<PortalProfile['deliverTo']>;

const notDelivered = (detail: string) => new CountersignError('portal/delivery-failed', { detail });

/** Puts a signed order where the supplier's profile says. Throws `portal/delivery-failed`, `signing/page-gone`. */
export async function place(
  { archive }: DeskPorts,
  supplierId: string | null,
  page: PageBinding,
  signed: SignedOrder,
): Promise<void> {
  const { suppliers } = await archive.directory();
  const to = suppliers.find(({ id }) => id === supplierId)?.deliverTo;
  if (!to) throw notDelivered(say('delivery.no-place'));
  const answer = await askPage(page, 'content.deliver', placementOf(to, signed));
  const placed: Placed = placedOutcomes.find((outcome) => outcome === answer) ?? 'not-there';
  const { selector } = to;
  if (placed === 'not-there') throw notDelivered(say('delivery.no-field', { selector }));
  if (placed !== 'placed') throw notDelivered(say(`delivery.${placed}`, { selector }));
}

function placementOf(
  { selector, encoding, kind = 'field' }: Place,
  { orderNumber, cms }: SignedOrder,
): Placement {
  const text = encoding === 'pem' ? pemOf(cms) : cms;
  const fileName = `${orderNumber}.${encoding === 'pem' ? 'pem' : 'p7m'}`;
  if (kind === 'field') return { selector, kind, content: text, fileName };
  // A file without an encoding of its own is the message as it is, as where it is saved by hand.
  return { selector, kind, content: encoding === 'pem' ? toBase64(utf8(text)) : cms, fileName };
}

/** RFC 7468, 9. */
function pemOf(base64: string): string {
  return `-----BEGIN CMS-----\n${base64.match(/.{1,64}/g)?.join('\n') ?? ''}\n-----END CMS-----\n`;
}

/**
 * Brings a signed order to the very page that asked, if it still shows the same; failing that, it is there as a file. A site
 * that asked through the page API has it when its module says so.
 */
export async function deliver(
  { ports, waiters }: { readonly ports: DeskPorts; readonly waiters: Waiters },
  request: SigningRequest,
  signed: SignedOrder,
): Promise<DeliveryOutcome> {
  if (request.delivery === 'file' || !request.page) return { to: 'file', fault: null };
  try {
    if (request.delivery === 'page-api') {
      if (!(await waiters.handOver(request.id))) throw notDelivered(say('delivery.not-acked'));
      return { to: 'page', fault: null };
    }
    if (request.pageHash !== null && pageHash(await readPage(request.page)) !== request.pageHash)
      throw new CountersignError('signing/page-changed');
    await place(ports, request.supplierId, request.page, signed);
    return { to: 'field', fault: null };
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    const { code, params, fault } = error;
    const isSaid = code === 'portal/delivery-failed';
    return { to: 'file', fault: isSaid ? fault : notDelivered(say.loose(code, params)).fault };
  }
}
