import type { Envelope } from '@/lib/archive';
import type { Fault } from '@/lib/base';
import { siteCode, type PageApiAnswer } from '@/lib/portal';
import { say } from '@/lib/words';
import type { DeskPorts } from './ports';

/** A fault as a site may learn it: a code of its table, said to its developers, and nothing of the pharmacy's own troubles. */
export function pageError({ code, params }: Fault): PageApiAnswer {
  const told = siteCode(code);
  const isTheirs = told === code && told !== 'internal/unexpected';
  return { status: 'error', code: told, message: say.loose(`pageApi.${told}`, isTheirs ? params : {}) };
}

/** What a site's question comes to by now, from the archive alone; null while the signer hasn't decided. */
export async function answerOf({ archive }: DeskPorts, requestId: string): Promise<PageApiAnswer | null> {
  const stored = await archive.request(requestId);
  if (!stored) return null;
  switch (stored.state.phase) {
    case 'open':
      return null;
    case 'refused':
      return { status: 'refused', reason: stored.state.reason };
    case 'void':
      return pageError(stored.state.fault);
    case 'signed': {
      const events = await archive.events(requestId);
      const signed = events.find((event): event is Envelope<'order.signed'> => event.type === 'order.signed');
      return signed
        ? { status: 'signed', orderNumber: signed.payload.order.number, cms: signed.payload.cms }
        : null;
    }
  }
}
