import { useCallback } from 'react';
import { managedProfiles } from '@/lib/portal';
import { useServices } from '../../page/services';
import { FaultNotice } from '../../ui/fault-notice';
import { useLoaded } from '../../ui/use-loaded';

const WHOLE = [{ code: 'portal/profile-file-unreadable', params: { detail: 'profiles' } }] as const;

/** Entries of the organisation's policy that couldn't be taken, each by its name. */
export function PolicyFaults() {
  const { policy } = useServices();
  const found = useLoaded(
    useCallback(async () => managedProfiles(await policy())?.refused ?? WHOLE, [policy]),
  );
  if (found.phase !== 'ready') return null;
  return found.value.map((fault, i) => <FaultNotice key={i} fault={fault} />);
}
