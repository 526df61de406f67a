import { CountersignError } from '@/lib/base';
import type { PortalProfile } from '@/lib/portal';
import { merged } from './merged';
import { sameProfile } from './same-profile';

/**
 * What the organisation set by policy isn't changed here, since its next reading would undo that; what it left open may be
 * completed. Throws `portal/set-by-policy`.
 */
export function requireOwn(known: PortalProfile | undefined, next: PortalProfile): void {
  if (known?.origin !== 'policy') return;
  if (next.origin === 'policy' && sameProfile(merged(next, known), next)) return;
  throw new CountersignError('portal/set-by-policy', { name: known.supplier.name ?? known.id });
}
