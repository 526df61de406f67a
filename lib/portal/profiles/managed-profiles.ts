import { faultOf, limits, omit, type Fault } from '@/lib/base';
import * as v from 'valibot';
import type { PortalProfile } from './profile';
import { completedEntry } from './completed-entry';
import { readProfile } from './profile-file';

const managedSchema = v.object({
  profiles: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(limits.profilesPerFile)), []),
});

/**
 * Profiles that the organisation set by policy (`storage.managed`, key `profiles`). One bad entry doesn't take the others with
 * it: it is refused by name. Null: the policy as a whole has another form.
 */
export function managedProfiles(
  managed: unknown,
): { readonly profiles: readonly PortalProfile[]; readonly refused: readonly Fault[] } | null {
  const policy = v.safeParse(managedSchema, managed);
  if (!policy.success) return null;
  const profiles: PortalProfile[] = [];
  const refused: Fault[] = [];
  policy.output.profiles.forEach((entry, i) => {
    try {
      const profile = readProfile(completedEntry(entry), i);
      profiles.push({ ...omit(profile, 'taughtOver'), origin: 'policy' });
    } catch (error) {
      refused.push(faultOf(error));
    }
  });
  return { profiles, refused };
}
