import { useCallback, useState } from 'react';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { FaultNotice } from '../../ui/fault-notice';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { useLoaded } from '../../ui/use-loaded';
import { VisibleText } from '../../ui/visible-text';
import { ActForm } from '../act/act-form';

/** What is past its time (21 CFR 1305.27), and its removal, which nobody does by accident. */
export function RetentionSection() {
  const { desk } = useServices();
  const found = useLoaded(useCallback(() => desk.purgeable(), [desk]));
  const [open, setOpen] = useState(false);
  const [removed, setRemoved] = useState<number | null>(null);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const { orders = 0, beside = 0 } = found.phase === 'ready' ? found.value : {};
  const isNone = orders + beside === 0;
  return (
    <section className="archive-part" aria-labelledby="retention-title">
      <h2 id="retention-title">{say('retention.title')}</h2>
      {found.phase === 'loading' && <Bars rows={2} />}
      {found.phase === 'failed' && <FaultNotice fault={found.fault} />}
      {found.phase === 'ready' && (
        <>
          <p className="prose">
            {say('retention.explain', { count: found.value.years })}{' '}
            <span className="rule-ref">{say('rule.retention')}</span>
          </p>
          {found.value.locations.length > 0 && (
            <ul>
              {found.value.locations.map(({ name, years }) => (
                <li key={name}>
                  <VisibleText>{say('retention.own', { name, count: years })}</VisibleText>
                </li>
              ))}
            </ul>
          )}
          {found.value.legalHold && (
            <Notice tone="information">
              <p>{say('retention.hold')}</p>
            </Notice>
          )}
          {orders > 0 && <p>{say('retention.some', { count: orders, until: found.value.until })}</p>}
          {beside > 0 && <p>{say('retention.beside', { count: beside, until: found.value.until })}</p>}
          {isNone && <p>{say('retention.nothing')}</p>}
          {found.value.held !== undefined && <p>{say('retention.held', { count: found.value.held })}</p>}
          {!isNone && !found.value.legalHold && (
            <div className="actions">
              <Button onClick={() => setOpen(true)}>{say('retention.purge')}</Button>
            </div>
          )}
        </>
      )}
      {removed !== null && (
        <Notice tone="good" role="status">
          <p>{say('retention.done', { count: removed })}</p>
        </Notice>
      )}
      <Dialog open={open} onClose={() => setOpen(false)} title={say('retention.purge')}>
        <ActForm
          label={say('retention.purge')}
          check={() => true}
          onAct={async ({ personId, pin }) => {
            const onProgress = (done: number, total: number) => setProgress({ done, total });
            setRemoved(await desk.purge({ personId, pin, onProgress }));
          }}
          onDone={() => {
            setOpen(false);
            found.reload();
          }}
          onCancel={() => setOpen(false)}
        >
          <p>{say('retention.purge-explain')}</p>
          {progress && <Progress label={say('retention.progress')} {...progress} />}
        </ActForm>
      </Dialog>
    </section>
  );
}
