import { CountersignError, limits } from '@/lib/base';
import { checkPin, hashPin, type Person } from '@/lib/people';
import type { Desk } from './desk';
import { situation } from './context';
import type { DeskPorts } from './ports';
import type { Who } from './views';

export function whoIs({ id, name, role }: Person): Who {
  return { id, name, role };
}

/** The person, when the PIN is theirs. Throws `people/wrong-pin`, `people/nobody-signed-in` for an unknown person. */
export async function identify(people: readonly Person[], personId: string, pin: string): Promise<Person> {
  const person = people.find(({ id }) => id === personId);
  if (!person) throw new CountersignError('people/nobody-signed-in');
  if (!(await checkPin(pin, person.pin)))
    throw new CountersignError('people/wrong-pin', { name: person.name });
  return person;
}

export function peopleCases(
  ports: DeskPorts,
): Pick<Desk, 'who' | 'people' | 'addPerson' | 'signIn' | 'signOut'> {
  return {
    async who() {
      const { person } = await situation(ports);
      return person && whoIs(person);
    },

    async people() {
      const { people } = await ports.archive.directory();
      return people.map(whoIs);
    },

    async addPerson({ name, role, pin }) {
      if (name.trim() === '') throw new CountersignError('input/malformed', { detail: 'the name is empty' });
      if (pin.length < limits.pinMinLength || !/^\d+$/.test(pin))
        throw new CountersignError('people/pin-too-short', { min: limits.pinMinLength });
      const person: Person = {
        id: crypto.randomUUID(),
        name: name.trim(),
        role,
        pin: await hashPin(pin),
        scheduleLimit: null,
      };
      const who = (await ports.session.read()) ?? person.id;
      await ports.archive.append({
        commandId: `person-${person.id}`,
        who,
        orderId: null,
        events: [{ type: 'person.set', payload: { person } }],
      });
      return whoIs(person);
    },

    async signIn(personId, pin) {
      const { people } = await ports.archive.directory();
      const person = await identify(people, personId, pin);
      await ports.session.write(person.id);
      return whoIs(person);
    },

    signOut: () => ports.session.write(null),
  };
}
