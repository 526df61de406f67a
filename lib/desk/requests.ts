import type { StoredRequest } from '@/lib/archive';
import { CountersignError, limits, oneAtATime, parseOrderNumber, type Fault } from '@/lib/base';
import type { OrderDraft, SigningRequest } from '@/lib/order';
import { situation } from './context';
import type { DeskPorts } from './ports';
import { textOf } from './product-of';
import { learnProducts } from './products/learn-products';
import { registrantOf, todayAt } from './registrants';

/** What a request needs before its order has a number. */
export type NewRequest = Omit<SigningRequest, 'openedAt' | 'openedBy' | 'draft'> & {
  readonly draft: OrderDraft;
};

export interface OpenedRequest extends StoredRequest {
  /** False where this very request was open, or decided, before. */
  readonly isNew: boolean;
}

/**
 * Stores a wish to sign before anything is shown, with its order number; asking again with the same id gives the stored
 * one. Throws `signing/rate-limited`, `registrant/missing`, and `people/nobody-signed-in` for what a technician prepares.
 */
export function openRequest(
  ports: DeskPorts,
  wanted: NewRequest,
  /** Who asks, where they have just shown their PIN; else whoever is at the keyboard. */
  actor?: string,
): Promise<OpenedRequest> {
  return inTurn(() => open(ports, wanted, actor));
}

/** In turn: a page that asks a hundred times at once must not slip past the count of what is open (attacks.md 75). */
const inTurn = oneAtATime();

async function open(ports: DeskPorts, wanted: NewRequest, actor?: string): Promise<OpenedRequest> {
  const existing = (await ports.archive.request(wanted.id)) ?? (await sameCart(ports, wanted));
  if (existing) return { ...existing, isNew: false };
  const here = await situation(ports);
  const { directory, person } = here;
  // The year of its number is that of the location it is for, at its own midnight.
  const { deaNumber } = registrantOf(directory, wanted.draft);
  const today = todayAt(ports, here, deaNumber);
  if (wanted.mode === 'inbox' && !person && actor === undefined)
    throw new CountersignError('people/nobody-signed-in');
  if (wanted.page) await refuseFlood(ports, wanted.page.origin);
  const who = actor ?? person?.id ?? 'system';
  const onPage = wanted.draft.number === null ? null : parseOrderNumber(wanted.draft.number);
  const isUsed = onPage !== null && (await ports.archive.isNumberUsed(onPage, wanted.id));
  // A directory that can't be read is a finding of the document, wherever that is shown.
  await learnProducts(ports, wanted.draft.lines.map(textOf), wanted.id, 'asked');
  const number =
    onPage !== null && !isUsed ? onPage : await ports.archive.allocateNumber(wanted.id, who, today);
  const request: SigningRequest = {
    ...wanted,
    draft: { ...wanted.draft, number },
    ...(isUsed ? { replacedNumber: onPage } : {}),
    openedAt: ports.clock.now(),
    openedBy: who,
  };
  const written = await ports.archive.append({
    commandId: `open-${wanted.id}`,
    who,
    orderId: wanted.id,
    events: [{ type: 'request.opened', payload: { request } }],
  });
  return { request, state: { phase: 'open' }, version: written.length, isNew: true };
}

/** The same order on the same document, reviewed a second time, is the request that is open already: one cart, one number. */
async function sameCart(
  { archive }: DeskPorts,
  { mode, page, pageHash }: NewRequest,
): Promise<StoredRequest | undefined> {
  if (!page || pageHash === null) return undefined;
  return (await archive.openRequests()).find(
    ({ request }) =>
      request.mode === mode && request.page?.documentId === page.documentId && request.pageHash === pageHash,
  );
}

/** Counted from the archive, so that a page can't reset it by letting the worker die (attacks.md 75). */
async function refuseFlood({ archive, clock }: DeskPorts, origin: string): Promise<void> {
  const since = clock.now() - limits.requestWindowMs;
  const recent = (await archive.openRequests()).filter(
    ({ request }) => request.page?.origin === origin && request.openedAt > since,
  );
  if (recent.length >= limits.requestsPerWindow)
    throw new CountersignError('signing/rate-limited', { origin });
}

/** The request, when it still waits. Throws `signing/request-unknown`, `signing/request-closed`. */
export async function requireOpen({ archive }: DeskPorts, requestId: string): Promise<StoredRequest> {
  const stored = await archive.request(requestId);
  if (!stored) throw new CountersignError('signing/request-unknown');
  if (stored.state.phase !== 'open')
    throw new CountersignError('signing/request-closed', { state: stored.state.phase });
  return stored;
}

/** The signer's no, with a reason, before anything was signed. */
export async function refuseRequest(ports: DeskPorts, requestId: string, reason: string): Promise<void> {
  await requireOpen(ports, requestId);
  await ports.archive.append({
    commandId: `refuse-${requestId}`,
    who: (await ports.session.read()) ?? 'system',
    orderId: requestId,
    events: [{ type: 'request.refused', payload: { requestId, reason: reason.trim() } }],
  });
}

/** A request whose page changed or went: it can't be approved any more, and says why (attacks.md 73). */
export async function voidRequest(ports: DeskPorts, requestId: string, fault: Fault): Promise<void> {
  await ports.archive.append({
    commandId: `void-${requestId}`,
    who: 'system',
    orderId: requestId,
    events: [{ type: 'request.voided', payload: { requestId, fault } }],
  });
}
