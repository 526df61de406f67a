import { CountersignError } from '@/lib/base';
import type { DeskPorts } from './ports';

/**
 * Records that a site, which asked for this signature, says that its server took the order. An order of which more is known
 * already stays as it is. Throws `signing/request-unknown` where nothing of this request was signed.
 */
export async function confirmSubmitted(
  { archive }: DeskPorts,
  requestId: string,
  origin: string,
): Promise<void> {
  const order = await archive.order(requestId);
  if (!order) throw new CountersignError('signing/request-unknown');
  if (order.phase !== 'signed') return;
  await archive.append({
    commandId: `submitted-${requestId}`,
    who: 'system',
    orderId: requestId,
    events: [{ type: 'order.submitted', payload: { how: 'page-api', seen: { origin } } }],
  });
}
