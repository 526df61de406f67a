import type { Directory } from '@/lib/archive';
import { builtInProfiles, matchesHost, type PortalProfile } from '@/lib/portal';
import { partiesOf } from '../look';

/** What is known of the portal at an address: the pharmacy's own supplier, or else what came with Countersign. */
export function profileAt(directory: Directory, url: string): PortalProfile | null {
  const { supplier } = partiesOf(directory, { purchaserDea: null, url });
  return supplier ?? supplierAt(directory.suppliers, url) ?? supplierAt(builtInProfiles, url);
}

function supplierAt(profiles: readonly PortalProfile[], url: string): PortalProfile | null {
  return profiles.find(({ hosts }) => hosts.some((host) => matchesHost(host, url))) ?? null;
}
