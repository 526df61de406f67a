import { CountersignError, limits } from '@/lib/base';
import { checkPin, hashPin, mayDo, type Person, type PinHash } from '@/lib/people';
import { situation } from './context';
import type { Desk } from './desk';
import { countPinTry, forgetPinTries } from './pharmacy/pin-tries';
import type { DeskPorts } from './ports';
import { requireMay } from './require-may';
import type { Who } from './views';

export function whoIs({ id, name, role }: Person): Who {
  return { id, name, role };
}

/**
 * The person, when the PIN is theirs. Throws `people/wrong-pin`, `people/wait` after several wrong ones, `people/pin-missing`
 * (which counts as no try), `people/left`, and `people/nobody-signed-in` for an unknown person.
 */
export async function identify(ports: DeskPorts, personId: string, pin: string): Promise<Person> {
  const { people } = await ports.archive.directory();
  const person = people.find(({ id }) => id === personId);
  if (!person) throw new CountersignError('people/nobody-signed-in');
  if (person.left !== undefined)
    throw new CountersignError('people/left', { name: person.name, date: person.left });
  if (pin === '') throw new CountersignError('people/pin-missing', { name: person.name });
  await countPinTry(ports, person);
  if (!(await checkPin(pin, person.pin)))
    throw new CountersignError('people/wrong-pin', { name: person.name });
  await forgetPinTries(ports, person.id);
  return person;
}

/** Digits alone, so that every keyboard has them. Throws `people/pin-too-short`. */
export async function newPin(pin: string): Promise<PinHash> {
  if (pin.length < limits.pinMinLength || !/^\d+$/.test(pin))
    throw new CountersignError('people/pin-too-short', { min: limits.pinMinLength });
  return hashPin(pin);
}

export function peopleCases(
  ports: DeskPorts,
): Pick<Desk, 'who' | 'people' | 'addPerson' | 'signIn' | 'signOut'> {
  /** Whoever adds people may do so; the first ones add themselves, until someone is there who may. */
  async function whoAdds(newcomer: string): Promise<string> {
    const { directory, person } = await situation(ports);
    const isManaged = directory.people.some(
      ({ role, left }) => left === undefined && mayDo(role, 'manage-people'),
    );
    if (!isManaged) return person?.id ?? newcomer;
    if (!person) throw new CountersignError('people/nobody-signed-in');
    requireMay(person, 'manage-people');
    return person.id;
  }

  return {
    async who() {
      const { person } = await situation(ports);
      return person && whoIs(person);
    },

    async people() {
      const { people } = await ports.archive.directory();
      return people.filter(({ left }) => left === undefined).map(whoIs);
    },

    async addPerson({ name, role, pin }) {
      if (name.trim() === '') throw new CountersignError('input/malformed', { detail: 'the name is empty' });
      const person: Person = { id: crypto.randomUUID(), name: name.trim(), role, pin: await newPin(pin) };
      await ports.archive.append({
        commandId: `person-${person.id}`,
        who: await whoAdds(person.id),
        orderId: null,
        events: [{ type: 'person.set', payload: { person } }],
      });
      return whoIs(person);
    },

    async signIn(personId, pin) {
      const person = await identify(ports, personId, pin);
      await ports.session.write(person.id);
      return whoIs(person);
    },

    signOut: () => ports.session.write(null),
  };
}
