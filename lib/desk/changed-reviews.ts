import type { SigningRequest } from '@/lib/order';
import type { DeskPorts } from './ports';
import { voidRequest } from './requests';

/** Reviews that were begun from a document which shows something else now: they can't be approved any more (attacks.md 73). */
export async function changedReviews(
  { archive }: DeskPorts,
  documentId: string,
  hash: string,
): Promise<readonly SigningRequest[]> {
  return (await archive.openRequests())
    .map(({ request }) => request)
    .filter(
      ({ mode, page, pageHash }) =>
        mode === 'now' && page?.documentId === documentId && pageHash !== null && pageHash !== hash,
    );
}

/** Ends them, so that the review of what the page shows now takes their place in the sign window. */
export async function voidChanged(ports: DeskPorts, documentId: string, hash: string): Promise<void> {
  for (const { id } of await changedReviews(ports, documentId, hash))
    await voidRequest(ports, id, { code: 'signing/page-changed', params: {} });
}
