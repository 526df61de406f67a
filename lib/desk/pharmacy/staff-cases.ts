import type { Directory } from '@/lib/archive';
import { CountersignError, legalDay, type PlainDate } from '@/lib/base';
import { letterStanding, mayDo, type Person } from '@/lib/people';
import { actAs } from '../act-as';
import { situation } from '../context';
import { identify, newPin } from '../people';
import type { DeskPorts } from '../ports';
import { forgetPinTries } from './pin-tries';
import type { PharmacyCases } from './views';

/** DEA is told when they leave: a letter of theirs is in force, or a certificate of theirs is known here (1311.45(a)). */
export function maySign({ poa, certificates }: Directory, personId: string, today: PlainDate): boolean {
  return (
    poa.some((letter) => letter.personId === personId && letterStanding(letter, today) === 'in-force') ||
    certificates.some((known) => known.personId === personId)
  );
}

export function staffCases(
  ports: DeskPorts,
): Pick<PharmacyCases, 'staff' | 'removePerson' | 'changePin' | 'resetPin'> {
  const { archive, clock } = ports;

  async function setPin(commandId: string, who: string, person: Person, pin: string): Promise<void> {
    const changed: Person = { ...person, pin: await newPin(pin) };
    await archive.append({
      commandId,
      who,
      orderId: null,
      events: [{ type: 'person.set', payload: { person: changed } }],
    });
  }

  return {
    async staff() {
      const { directory, today } = await situation(ports);
      return directory.people.map(({ id, name, role, left }) => ({
        ...{ id, name, role, left: left ?? null },
        maySign: maySign(directory, id, today),
      }));
    },

    async removePerson({ commandId, leaver: id, at, ...actor }) {
      const person = await actAs(ports, actor, 'manage-people');
      if (await archive.isWritten(commandId)) return;
      const { directory, today, zone } = await situation(ports);
      const leaver = presentIn(directory, id);
      const others = directory.people.filter((one) => one.id !== id && one.left === undefined);
      // Nobody could let anybody in any more.
      if (!others.some(({ role }) => mayDo(role, 'manage-people')))
        throw new CountersignError('people/last-manager', { name: leaver.name });
      const left = Math.min(at, clock.now());
      await archive.append({
        commandId,
        who: person.id,
        orderId: null,
        events: [
          {
            type: 'person.left',
            payload: {
              personId: id,
              on: legalDay(left, zone),
              at: left,
              hadPoa: maySign(directory, id, today),
            },
          },
        ],
      });
      if ((await ports.session.read()) === id) await ports.session.write(null);
    },

    async changePin({ personId, pin, newPin: wanted }) {
      const person = await identify(ports, personId, pin);
      await setPin(crypto.randomUUID(), person.id, person, wanted);
    },

    async resetPin({ commandId, of, newPin: wanted, ...actor }) {
      const person = await actAs(ports, actor, 'manage-people');
      await setPin(commandId, person.id, presentIn(await archive.directory(), of), wanted);
      // Who forgot theirs has tried; the new one is at once theirs.
      await forgetPinTries(ports, of);
    },
  };
}

function presentIn({ people }: Directory, id: string): Person {
  const person = people.find((one) => one.id === id);
  if (!person) throw new CountersignError('people/nobody-signed-in');
  if (person.left !== undefined)
    throw new CountersignError('people/left', { name: person.name, date: person.left });
  return person;
}
