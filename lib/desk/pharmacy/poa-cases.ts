import type { NewEvent } from '@/lib/archive';
import { CountersignError, limits, parsePlainDate } from '@/lib/base';
import { letterStanding } from '@/lib/people';
import { actAs } from '../act-as';
import { situation } from '../context';
import type { DeskPorts } from '../ports';
import { registrantNamed, registrantNow } from '../registrants';
import { storeFile } from './store-file';
import type { Acting, PharmacyCases } from './views';

/** The register of letters of attorney: a registrant lists whom it lets sign (21 CFR 1305.05, 1311.45(b)). */
export function poaCases(ports: DeskPorts): Pick<PharmacyCases, 'poaLetters' | 'grantPoa' | 'revokePoa'> {
  const { archive } = ports;

  async function record({ commandId, ...actor }: Acting, event: () => Promise<NewEvent>): Promise<void> {
    const { id: who } = await actAs(ports, actor, 'manage-poa');
    if (await archive.isWritten(commandId)) return;
    await archive.append({ commandId, who, orderId: null, events: [await event()] });
  }

  return {
    async poaLetters() {
      const { directory, today } = await situation(ports);
      return directory.poa.map((letter) => ({
        ...letter,
        personName: directory.people.find(({ id }) => id === letter.personId)?.name ?? '',
        registrantName: registrantNamed(directory, letter.registrant)?.name ?? letter.registrant,
        standing: letterStanding(letter, today),
      }));
    },

    grantPoa: ({ letter, file, ...acting }) =>
      record(acting, async () => {
        const { people, ...directory } = await archive.directory();
        if (!people.some(({ id, left }) => id === letter.personId && left === undefined))
          throw new CountersignError('people/nobody-signed-in');
        if (!registrantNow(directory, letter.registrant))
          throw new CountersignError('registrant/unknown', { number: letter.registrant });
        const { since, until, schedules } = letter;
        if (schedules.length === 0) throw new CountersignError('poa/no-schedules');
        const isDay = parsePlainDate(since) !== null && (until === null || parsePlainDate(until) !== null);
        if (!isDay || (until !== null && until < since))
          throw new CountersignError('poa/dates', { since, until: until ?? '' });
        return {
          type: 'poa.granted',
          payload: { letter: { ...letter, id: acting.commandId, file: file && storeFile(file) } },
        };
      }),

    revokePoa: ({ id, on, reason, file, ...acting }) =>
      record(acting, async () => {
        const letter = (await archive.directory()).poa.find((one) => one.id === id);
        if (!letter || letter.revoked !== null) throw new CountersignError('poa/unknown');
        if (parsePlainDate(on) === null || on < letter.since)
          throw new CountersignError('poa/dates', { since: letter.since, until: on });
        if (reason.trim().length < limits.reasonMinLength)
          throw new CountersignError('record/reason-missing', { min: limits.reasonMinLength });
        return {
          type: 'poa.revoked',
          payload: { id, on, reason: reason.trim(), file: file && storeFile(file) },
        };
      }),
  };
}
