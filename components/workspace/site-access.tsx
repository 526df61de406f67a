import { useCallback } from 'react';
import type { PortalProfile } from '@/lib/portal';
import { say } from '@/lib/words';
import { useServices } from '../page/services';
import { Button } from '../ui/button';
import { FaultNotice } from '../ui/fault-notice';
import { Mark } from '../ui/mark';
import { useAct } from '../ui/use-act';
import { useLoaded } from '../ui/use-loaded';
import { patternsOf } from './forms/patterns-of';

/** Whether Countersign may read a supplier's site; the browser asks for it from this click. */
export function SiteAccess({ supplier }: { readonly supplier: PortalProfile }) {
  const { sites, send } = useServices();
  const patterns = supplier.hosts.flatMap(patternsOf);
  const key = patterns.join(' ');
  const { reload, ...granted } = useLoaded(useCallback(() => sites.granted(key.split(' ')), [sites, key]));
  const { busy, fault, act } = useAct();
  const allow = () =>
    act(async () => {
      if (await sites.request(patterns)) await send('sites.changed', {});
      reload();
    });
  if (granted.phase !== 'ready') return null;
  if (granted.value)
    return (
      <span className="level tone-good">
        <Mark tone="good" />
        {say('suppliers.allowed')}
      </span>
    );
  return (
    <>
      <Button
        disabled={busy}
        aria-label={say('suppliers.allow-one', { name: supplier.supplier.name ?? supplier.id })}
        onClick={() => void allow()}
      >
        {say('suppliers.allow')}
      </Button>
      {fault && <FaultNotice fault={fault} />}
    </>
  );
}
