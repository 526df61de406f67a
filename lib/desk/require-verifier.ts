import { CountersignError } from '@/lib/base';
import { mustBeVerifiedBy, type Person } from '@/lib/people';
import type { Actor } from './act-as';
import { identify } from './people';
import type { DeskPorts } from './ports';

/**
 * Who verified a count, by their own PIN: a name alone could be anybody's. Null where whoever counted is enough and nobody
 * else is named. Throws `receipt/needs-pharmacist` and as `identify`.
 */
export async function requireVerifier(
  ports: DeskPorts,
  counter: Person,
  verifiedBy: Actor | null,
): Promise<string | null> {
  const { people, settings } = await ports.archive.directory();
  const needed = mustBeVerifiedBy(counter.role, settings);
  const named = people.find(({ id }) => id === verifiedBy?.personId);
  if (needed && !(named && needed.includes(named.role)))
    throw new CountersignError('receipt/needs-pharmacist');
  return verifiedBy ? (await identify(ports, verifiedBy.personId, verifiedBy.pin)).id : null;
}
