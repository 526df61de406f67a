import type { Envelope } from '@/lib/archive';
import type { PageApiAnswer } from '@/lib/portal';
import { say } from '@/lib/words';
import type { DeskPorts } from './ports';

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
      return {
        status: 'error',
        code: stored.state.fault.code,
        message: say.loose(stored.state.fault.code, stored.state.fault.params),
      };
    case 'signed': {
      const events = await archive.events(requestId);
      const signed = events.find((event): event is Envelope<'order.signed'> => event.type === 'order.signed');
      return signed
        ? { status: 'signed', orderNumber: signed.payload.order.number, cms: signed.payload.cms }
        : null;
    }
  }
}
