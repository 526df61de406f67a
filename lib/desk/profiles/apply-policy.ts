import type { Fault } from '@/lib/base';
import { managedProfiles, type PortalProfile } from '@/lib/portal';
import type { DeskPorts } from '../ports';
import { knownAs } from './known-as';
import { merged } from './merged';
import { sameProfile } from './same-profile';
import { supplierSet } from './supplier-set';

/**
 * Brings suppliers to what the organisation's policy says, and records only what differs. A supplier that the policy no
 * longer names stays, as one that people may change. Answers what was refused, by name. `managed`: what the browser has of
 * the policy, unchecked.
 */
export async function applyPolicy(
  { archive }: Pick<DeskPorts, 'archive'>,
  managed: unknown,
): Promise<readonly Fault[]> {
  const policy = managedProfiles(managed);
  if (!policy) return [{ code: 'portal/profile-file-unreadable', params: { detail: 'profiles' } }];
  const directory = await archive.directory();
  const { suppliers } = directory;
  const named = policy.profiles.map((profile) => set(knownAs(suppliers, profile), profile));
  const ids = new Set(named.map(({ id }) => id));
  const freed = suppliers
    .filter(({ id, origin }) => origin === 'policy' && !ids.has(id))
    .map((supplier): PortalProfile => ({ ...supplier, origin: 'imported' }));
  const changed = [...named, ...freed].filter((next) => {
    const known = suppliers.find(({ id }) => id === next.id);
    return (
      !known || known.origin !== next.origin || known.verified !== next.verified || !sameProfile(known, next)
    );
  });
  if (changed.length > 0)
    await archive.append({
      commandId: crypto.randomUUID(),
      who: 'system',
      orderId: null,
      events: changed.map((supplier) => supplierSet(directory, supplier)),
    });
  return policy.refused;
}

/** A confirmation by a person here stands for as long as the policy says nothing else. */
function set(known: PortalProfile | null, profile: PortalProfile): PortalProfile {
  const next = merged(known, profile);
  const stands = known?.verified === true && sameProfile(known, next);
  return { ...next, verified: profile.verified || stands };
}
