import { CountersignError, limits } from '@/lib/base';
import { actAs } from '../act-as';
import { requireCertificate } from '../certificates';
import { identify } from '../people';
import type { DeskPorts } from '../ports';
import { requireMay } from '../require-may';
import type { PharmacyCases } from './views';

/** What must be told to DEA within hours. The telling happens outside; here it is begun, and noted when done. */
export function dutyCases(
  ports: DeskPorts,
): Pick<PharmacyCases, 'reportKeyCompromised' | 'duties' | 'settleDuty'> {
  const { archive, clock } = ports;
  return {
    /** By the holder, whose duty it is (1311.30(e)), or whoever may manage letters: a key in other hands can't wait. */
    async reportKeyCompromised({ commandId, certificate, substantiatedAt, note, ...actor }) {
      const person = await identify(ports, actor.personId, actor.pin);
      const known = requireCertificate(await archive.directory(), certificate);
      if (known.personId !== person.id) requireMay(person, 'manage-poa');
      if (note.trim().length < limits.reasonMinLength)
        throw new CountersignError('record/reason-missing', { min: limits.reasonMinLength });
      if (!(substantiatedAt <= clock.now())) throw new CountersignError('duty/date');
      const payload = { sha256: certificate, substantiatedAt, note: note.trim() };
      await archive.append({
        commandId,
        who: person.id,
        orderId: null,
        events: [{ type: 'key.compromised', payload }],
      });
    },

    async duties() {
      const { duties, people } = await archive.directory();
      const names = new Map(people.map(({ id, name }) => [id, name]));
      return duties.map((duty) => ({ ...duty, doneBy: duty.done && (names.get(duty.done.who) ?? null) }));
    },

    async settleDuty({ commandId, duty: id, at, note, ...actor }) {
      const person = await actAs(ports, actor, 'record-legal-act');
      if (await archive.isWritten(commandId)) return;
      const duty = (await archive.directory()).duties.find((one) => one.id === id);
      if (!duty || duty.done !== null) throw new CountersignError('duty/unknown');
      // Advance notice may be given (1311.45(a)), so only what lies ahead is refused.
      if (!(at <= clock.now())) throw new CountersignError('duty/date');
      const payload = { duty: id, at, note: note?.trim() || null };
      await archive.append({
        commandId,
        who: person.id,
        orderId: null,
        events: [{ type: 'duty.done', payload }],
      });
    },
  };
}
