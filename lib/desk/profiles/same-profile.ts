import { omit } from '@/lib/base';
import type { PortalProfile } from '@/lib/portal';

/** Whether two profiles say the same about a portal; who described it and who confirmed it aside. */
export function sameProfile(a: PortalProfile, b: PortalProfile): boolean {
  return said(a) === said(b);
}

function said(profile: PortalProfile): string {
  return JSON.stringify(omit(profile, 'origin', 'verified', 'taughtOver'), (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
