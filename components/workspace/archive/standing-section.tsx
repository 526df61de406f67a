import { useCallback } from 'react';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { Notice } from '../../ui/notice';
import { useAct } from '../../ui/use-act';
import { useLoaded } from '../../ui/use-loaded';
import { VisibleText } from '../../ui/visible-text';
import { SameNumbers } from './same-numbers';

/** What keeps the archive from being written, and what a merge brought that can't be. Nothing where all is well. */
export function StandingSection() {
  const { desk, send } = useServices();
  const found = useLoaded(useCallback(() => desk.archiveStanding(), [desk]));
  const { busy, fault, act } = useAct();
  if (found.phase === 'loading') return null;
  if (found.phase === 'failed') return <FaultNotice fault={found.fault} />;
  const { readOnly, fault: why, sameNumbers } = found.value;
  const remake = () =>
    act(async () => {
      await desk.remakeOverview();
      await send('archive.changed', {});
      found.reload();
    });
  return (
    <>
      {readOnly && (
        <Notice tone="stop" title={say('archive.old-overview')} role="alert">
          <p>{say(why === null ? 'archive.old-overview.newer' : 'archive.old-overview.explain')}</p>
          {why && (
            <p className="quiet">
              <VisibleText>{say.loose(why.code, why.params)}</VisibleText>
            </p>
          )}
          <div className="actions">
            <Button disabled={busy} onClick={() => void remake()}>
              {say('archive.remake')}
            </Button>
          </div>
          {fault && <FaultNotice fault={fault} />}
        </Notice>
      )}
      <SameNumbers numbers={sameNumbers} />
    </>
  );
}
