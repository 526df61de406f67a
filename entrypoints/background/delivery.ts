import { CountersignError } from '@/lib/base';
import type { DeskPorts } from '@/lib/desk';
import type { DeliveryOutcome } from '@/lib/messages';
import type { PageBinding, SigningRequest } from '@/lib/order';
import { pageHash } from '@/lib/portal';
import { say } from '@/lib/words';
import { askPage, readPage } from './page-tab';

/** Puts a signed order where the supplier's profile says. Throws `portal/delivery-failed`, `signing/page-gone`. */
export async function place(
  { archive }: DeskPorts,
  supplierId: string | null,
  page: PageBinding,
  cms: string,
): Promise<void> {
  const { suppliers } = await archive.directory();
  const selector = suppliers.find(({ id }) => id === supplierId)?.deliverTo?.selector;
  if (selector === undefined)
    throw new CountersignError('portal/delivery-failed', { detail: say('delivery.no-place') });
  const taken = await askPage(page, 'content.deliver', { selector, text: cms });
  if (taken !== true)
    throw new CountersignError('portal/delivery-failed', { detail: say('delivery.no-field', { selector }) });
}

/** Brings a signed order to the very page that asked, if it still shows the same; failing that, it is there as a file. */
export async function deliver(
  ports: DeskPorts,
  request: SigningRequest,
  cms: string,
): Promise<DeliveryOutcome> {
  if (request.delivery === 'page-api') return { to: 'page', fault: null };
  if (request.delivery === 'file' || !request.page) return { to: 'file', fault: null };
  try {
    if (request.pageHash !== null && pageHash(await readPage(request.page)) !== request.pageHash)
      throw new CountersignError('signing/page-changed');
    await place(ports, request.supplierId, request.page, cms);
    return { to: 'field', fault: null };
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    const fault =
      error.code === 'portal/delivery-failed'
        ? error.fault
        : {
            code: 'portal/delivery-failed' as const,
            params: { detail: say.loose(error.code, error.params) },
          };
    return { to: 'file', fault };
  }
}
