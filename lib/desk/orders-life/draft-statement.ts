import { CountersignError } from '@/lib/base';
import { statementText } from '@/lib/documents';
import { say } from '@/lib/words';
import { situation } from '../context';
import type { DeskPorts } from '../ports';
import { registrantOf, todayAt } from '../registrants';
import { knownOrder } from './act-on-order';
import type { OrderLifeCases } from './views';

/** The statement of an order, worded as the rule asks, from what the archive knows of it. */
export function draftStatement(ports: DeskPorts): OrderLifeCases['draftStatement'] {
  return async ({ kind, orderId, personId, reason }) => {
    const [order, here] = await Promise.all([knownOrder(ports, orderId), situation(ports)]);
    const { directory } = here;
    const { number, draft, orderedOn, statement, replacedBy } = order;
    if (number === null) throw new CountersignError('act/not-signed', { number: say('act.no-number') });
    return statementText({
      kind,
      order: { number, date: orderedOn },
      supplier: { name: draft.supplier.name ?? '', deaNumber: draft.supplier.deaNumber },
      registrant: registrantOf(directory, draft),
      signer: directory.people.find(({ id }) => id === personId)?.name ?? '',
      date: todayAt(ports, here, draft.purchaser.deaNumber),
      replacement: replacedBy?.number ?? null,
      reason: reason?.trim() || null,
      supplierSaid: statement?.trim() || null,
    });
  };
}
