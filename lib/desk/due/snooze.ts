import { CountersignError, limits } from '@/lib/base';
import { actAs } from '../act-as';
import { dueView } from '../due-view';
import type { DeskPorts } from '../ports';
import type { DueCases } from './views';

/** Puts off one thing that is due now, as far as it may wait. */
export function snooze(ports: DeskPorts): DueCases['snooze'] {
  return async ({ commandId, key, until, reason, ...actor }) => {
    const person = await actAs(ports, actor, 'snooze-due');
    const { items, today } = await dueView(ports);
    const item = items.find((one) => one.key === key);
    if (!item) throw new CountersignError('due/unknown');
    if (item.waitsUntil === null) throw new CountersignError('due/not-put-off');
    if (until <= today || until > item.waitsUntil)
      throw new CountersignError('due/until', { latest: item.waitsUntil });
    if (reason.trim().length < limits.reasonMinLength)
      throw new CountersignError('record/reason-missing', { min: limits.reasonMinLength });
    await ports.archive.append({
      commandId,
      who: person.id,
      orderId: null,
      events: [{ type: 'due.snoozed', payload: { key, until, reason: reason.trim() } }],
    });
  };
}
