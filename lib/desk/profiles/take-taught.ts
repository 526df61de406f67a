import { CountersignError } from '@/lib/base';
import type { PortalProfile, ReadingRules } from '@/lib/portal';
import type { DeskPorts } from '../ports';
import { profileAt } from './profile-at';
import { requireOwn } from './require-own';
import { supplierSet } from './supplier-set';

/**
 * Keeps what a person taught on a page as rules of the supplier whose site the page is on; the rules from before are kept
 * for an undo, and nobody has confirmed the new ones yet. Throws `portal/supplier-unknown`, `portal/set-by-policy`.
 */
export async function takeTaught(
  { archive, session }: Pick<DeskPorts, 'archive' | 'session'>,
  url: string,
  reading: ReadingRules,
): Promise<PortalProfile> {
  const directory = await archive.directory();
  const known = profileAt(directory, url);
  if (!known || !directory.suppliers.some(({ id }) => id === known.id))
    throw new CountersignError('portal/supplier-unknown');
  const next: PortalProfile = { ...known, reading, taughtOver: known.reading ?? null, verified: false };
  requireOwn(known, next);
  await archive.append({
    commandId: crypto.randomUUID(),
    who: (await session.read()) ?? 'system',
    orderId: null,
    events: [supplierSet(directory, next)],
  });
  return next;
}
