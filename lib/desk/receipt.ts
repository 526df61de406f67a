import { CountersignError, parsePlainDate, limits } from '@/lib/base';
import { mayDo } from '@/lib/people';
import { say } from '@/lib/words';
import { situation } from './context';
import type { Desk } from './desk';
import { identify } from './people';
import type { DeskPorts } from './ports';

/**
 * 21 CFR 1305.22(g): the quantity of each item received and the date, by a named person, linked to the signed order by its
 * id. Physical facts are recordable whatever the state; only what can't be (a day to come, no number) is refused.
 */
export function recordReceipt(ports: DeskPorts): Desk['recordReceipt'] {
  return async ({ commandId, orderId, expectedVersion, lines, date, note, personId, pin }) => {
    const { today } = await situation(ports);
    const person = await identify(ports, personId, pin);
    if (!mayDo(person.role, 'record-receipt'))
      throw new CountersignError('people/not-allowed', {
        name: person.name,
        role: say(`role.${person.role}`),
        needed: say('role.pharmacist'),
      });
    const order = await ports.archive.order(orderId);
    if (!order) throw new CountersignError('order/unknown', { number: orderId });
    if (lines.length === 0) throw new CountersignError('receipt/nothing-entered');
    for (const { lineNumber, packages } of lines) {
      const isKnown = order.lines.some(({ line }) => line.lineNumber === lineNumber);
      if (!isKnown || !Number.isInteger(packages) || packages < 0 || packages > limits.packagesMax)
        throw new CountersignError('receipt/quantity-invalid', { line: lineNumber, value: String(packages) });
    }
    if (parsePlainDate(date) === null || date > today)
      throw new CountersignError('receipt/date-in-future', { date });
    if (date < order.orderedOn)
      throw new CountersignError('receipt/date-before-order', { date, ordered: order.orderedOn });
    await ports.archive.append({
      commandId,
      who: person.id,
      orderId,
      expectedVersion,
      events: [
        {
          type: 'order.received',
          payload: { lines, date, countedBy: person.id, note: note?.trim() || null },
        },
      ],
    });
  };
}
