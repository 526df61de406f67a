import { useState } from 'react';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { useAct } from '../../ui/use-act';

type Verdict = Awaited<ReturnType<ReturnType<typeof useServices>['desk']['verifyArchive']>>;

function whatDiffers({ table, number }: NonNullable<Verdict['differs']>): string {
  if (table === 'orders')
    return number === undefined
      ? say('archive.differs.orders-unnumbered')
      : say('archive.differs.orders', { number });
  return say(`archive.differs.${table}`);
}

/** Is every record still what was written? */
export function VerifySection() {
  const { desk, send } = useServices();
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [remade, setRemade] = useState(false);
  const { busy, fault, act } = useAct();
  const remake = () =>
    act(async () => {
      await desk.remakeOverview();
      setVerdict(null);
      setRemade(true);
      await send('archive.changed', {});
    });
  const verify = () =>
    act(async () => {
      setRemade(false);
      setVerdict(null);
      setVerdict(await desk.verifyArchive((done, total) => setProgress({ done, total })));
    });
  return (
    <section className="archive-part" aria-labelledby="verify-title">
      <h2 id="verify-title">{say('archive.check')}</h2>
      <p className="prose">{say('archive.explain')}</p>
      <div className="actions">
        <Button disabled={busy} onClick={() => void verify()}>
          {say('archive.verify')}
        </Button>
      </div>
      {busy && (
        <Progress label={say('archive.verify')} done={progress?.done ?? 0} total={progress?.total ?? 0} />
      )}
      {fault && <FaultNotice fault={fault} />}
      {verdict?.ok && (
        <Notice tone="good" role="status">
          <p>{say('archive.whole', { count: verdict.events })}</p>
          {(verdict.purged ?? 0) > 0 && <p>{say('archive.purged', { count: verdict.purged ?? 0 })}</p>}
        </Notice>
      )}
      {verdict?.differs && (
        <Notice tone="caution" title={say('archive.differs')} role="status">
          <p>{say('archive.differs.explain', { what: whatDiffers(verdict.differs) })}</p>
          <div className="actions">
            <Button disabled={busy} onClick={() => void remake()}>
              {say('archive.remake')}
            </Button>
          </div>
        </Notice>
      )}
      {remade && !verdict && !busy && !fault && (
        <Notice tone="good" role="status">
          <p>{say('archive.remade')}</p>
        </Notice>
      )}
      {verdict?.broken && (
        <FaultNotice fault={{ code: 'archive/chain-broken', params: { ...verdict.broken } }} />
      )}
    </section>
  );
}
