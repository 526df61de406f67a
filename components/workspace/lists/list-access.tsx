import { useCallback } from 'react';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { Code } from '../../ui/code';
import { FaultNotice } from '../../ui/fault-notice';
import { Notice } from '../../ui/notice';
import { useAct } from '../../ui/use-act';
import { useLoaded } from '../../ui/use-loaded';
import { patternsOf } from '../forms/patterns-of';

/** In set-up: revocation lists lie on the CA's own hosts; without leave to fetch them a certificate stays not checked. */
export function ListAccess() {
  const { desk, sites, send } = useServices();
  const found = useLoaded(
    useCallback(async () => {
      const hosts = (await desk.revocation()).cas.flatMap((ca) => ca.hosts);
      return [...new Set(hosts.filter(({ allowed }) => !allowed).map(({ origin }) => origin))];
    }, [desk]),
  );
  const { busy, fault, act } = useAct();
  if (found.phase !== 'ready' || found.value.length === 0) return null;
  const origins = found.value;
  const allow = () =>
    act(async () => {
      if (!(await sites.request(origins.flatMap(patternsOf)))) return;
      await send('sites.changed', {});
      // What can't be fetched is told under Certificates and with the first order; set-up goes on.
      await desk.fetchLists();
      await send('archive.changed', {});
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
