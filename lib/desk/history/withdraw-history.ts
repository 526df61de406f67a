import { CountersignError, limits } from '@/lib/base';
import { actAs } from '../act-as';
import type { DeskPorts } from '../ports';
import type { HistoryCases } from './views';

/** A wrong import is withdrawn whole, by whoever may correct records, and says why. */
export function withdrawHistory(ports: DeskPorts): HistoryCases['withdrawHistory'] {
  return async ({ commandId, importId, reason, ...actor }) => {
    const person = await actAs(ports, actor, 'correct-record');
    const { imports } = await ports.archive.directory();
    const known = imports.find(({ id }) => id === importId);
    if (!known) throw new CountersignError('import/unknown');
    // A retry of what was written, or another window that was quicker: it counts no longer, and that is what was asked.
    if (known.withdrawn !== null) return;
    if (reason.trim().length < limits.reasonMinLength)
      throw new CountersignError('record/reason-missing', { min: limits.reasonMinLength });
    await ports.archive.append({
      commandId,
      who: person.id,
      orderId: null,
      events: [{ type: 'history.withdrawn', payload: { importId, reason: reason.trim() } }],
    });
  };
}
