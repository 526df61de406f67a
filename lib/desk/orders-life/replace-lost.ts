import { CountersignError } from '@/lib/base';
import { say } from '@/lib/words';
import { actAs } from '../act-as';
import type { DeskPorts } from '../ports';
import { openRequest } from '../requests';
import { orderToday, requirePossible } from './act-on-order';
import type { OrderLifeCases } from './views';

/**
 * 1305.26(b): the lost order's lines wait to be signed once more, under a number of their own. The link is written with the
 * signature, in both orders at once.
 */
export function replaceLost(ports: DeskPorts): OrderLifeCases['replaceLost'] {
  return async ({ orderId, commandId, expectedVersion, ...actor }) => {
    const person = await actAs(ports, actor, 'prepare-order');
    const { order, today } = await orderToday(ports, orderId);
    if (order.version !== expectedVersion) throw new CountersignError('archive/version-conflict');
    requirePossible(order, { kind: 'replace' }, today);
    if (order.number === null) throw new CountersignError('act/not-signed', { number: say('act.no-number') });
    const waiting = (await ports.archive.openRequests()).find(
      ({ request }) => request.replaces?.orderId === orderId,
    );
    if (waiting) return waiting.request.id;
    const { request } = await openRequest(
      ports,
      {
        id: `replace-${commandId}`,
        mode: 'inbox',
        draft: { ...order.draft, number: null, date: null },
        pageHash: null,
        page: null,
        delivery: 'file',
        supplierId: order.supplierId,
        replaces: { orderId, number: order.number },
      },
      person.id,
    );
    return request.id;
  };
}
