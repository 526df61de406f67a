import type { PortalProfile } from '@/lib/portal';

/** A profile from elsewhere over what is known here: what it leaves open stays, and so does the supplier's id. */
export function merged(known: PortalProfile | null, profile: PortalProfile): PortalProfile {
  if (!known) return profile;
  const { supplier } = profile;
  return {
    ...known,
    ...profile,
    id: known.id,
    supplier: {
      ...over(known.supplier, supplier),
      address: over(known.supplier.address, supplier.address),
    },
  };
}

function over<T extends object>(known: T, next: T): T {
  const said = Object.entries(next).filter(([, value]) => value !== null);
  return { ...known, ...Object.fromEntries(said) };
}
