import type { Act, Person } from '@/lib/people';
import { identify } from './people';
import type { DeskPorts } from './ports';
import { requireMay } from './require-may';

/** Who says that they act, and the PIN that shows it. */
export interface Actor {
  readonly personId: string;
  readonly pin: string;
}

/** The person behind an act, if the PIN is theirs and their role may. Throws as `identify`, and `people/not-allowed`. */
export async function actAs(ports: DeskPorts, { personId, pin }: Actor, act: Act): Promise<Person> {
  const person = await identify(ports, personId, pin);
  requireMay(person, act);
  return person;
}
