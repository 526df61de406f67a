import type { PortalProfile } from '@/lib/portal';

/** The supplier that a profile from elsewhere speaks of: by its id, or else by a site that both have. */
export function knownAs(suppliers: readonly PortalProfile[], profile: PortalProfile): PortalProfile | null {
  return (
    suppliers.find(({ id }) => id === profile.id) ??
    suppliers.find(({ hosts }) => hosts.some((host) => profile.hosts.includes(host))) ??
    null
  );
}
