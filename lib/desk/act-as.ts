import { CountersignError } from '@/lib/base';
import { mayDo, rolesFor, type Act, type Person } from '@/lib/people';
import { say } from '@/lib/words';
import { identify } from './people';

/** Who says that they act, and the PIN that shows it. */
export interface Actor {
  readonly personId: string;
  readonly pin: string;
}

/** The person behind an act, if the PIN is theirs and their role may. Throws `people/wrong-pin`, `people/not-allowed`. */
export async function actAs(people: readonly Person[], { personId, pin }: Actor, act: Act): Promise<Person> {
  const person = await identify(people, personId, pin);
  if (mayDo(person.role, act)) return person;
  throw new CountersignError('people/not-allowed', {
    name: person.name,
    role: say(`role.${person.role}`),
    needed: rolesFor(act)
      .map((role) => say(`role.${role}`))
      .join(', '),
  });
}
