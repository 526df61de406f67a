import { CountersignError } from '@/lib/base';
import { mayDo, rolesFor, type Act, type Person } from '@/lib/people';
import { say } from '@/lib/words';

/** Throws `people/not-allowed`. */
export function requireMay({ name, role }: Pick<Person, 'name' | 'role'>, act: Act): void {
  if (mayDo(role, act)) return;
  throw new CountersignError('people/not-allowed', {
    name,
    role: say(`role.${role}`),
    needed: rolesFor(act)
      .map((one) => say(`role.${one}`))
      .join(', '),
  });
}
