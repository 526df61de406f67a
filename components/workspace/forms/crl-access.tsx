import { useCallback } from 'react';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { Code } from '../../ui/code';
import { FaultNotice } from '../../ui/fault-notice';
import { Notice } from '../../ui/notice';
import { useAct } from '../../ui/use-act';
import { useLoaded } from '../../ui/use-loaded';
import { patternsOf } from './patterns-of';

/** Revocation lists lie on the CA's own host; without leave to fetch them a certificate's status stays unknown. */
export function CrlAccess() {
  const { desk, sites, send } = useServices();
  const found = useLoaded(
    useCallback(async () => {
      const origins = await desk.crlOrigins();
      const patterns = origins.flatMap(patternsOf);
      return { origins, patterns, granted: patterns.length === 0 || (await sites.granted(patterns)) };
    }, [desk, sites]),
  );
  const { busy, fault, act } = useAct();
  if (found.phase !== 'ready' || found.value.granted) return null;
  const { origins, patterns } = found.value;
  const allow = () =>
    act(async () => {
      if (await sites.request(patterns)) await send('sites.changed', {});
      found.reload();
    });
  return (
    <Notice tone="caution" title={say('crl.title')}>
      <p>{say('crl.more')}</p>
      <ul>
        {origins.map((origin) => (
          <li key={origin}>
            <Code>{origin}</Code>
          </li>
        ))}
      </ul>
      {fault && <FaultNotice fault={fault} />}
      <div className="actions">
        <Button disabled={busy} onClick={() => void allow()}>
          {say('crl.allow')}
        </Button>
      </div>
    </Notice>
  );
}
