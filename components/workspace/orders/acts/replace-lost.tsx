import { useState } from 'react';
import { say } from '@/lib/words';
import { useServices } from '../../../page/services';
import { Button } from '../../../ui/button';
import { FaultNotice } from '../../../ui/fault-notice';
import { Notice } from '../../../ui/notice';
import { useAct } from '../../../ui/use-act';
import { ActForm } from '../../act/act-form';
import type { ActProps } from './act-props';
import { onOrder } from './on-order';

/** 1305.26(b): the lost order's lines wait to be signed once more. Signing is a signer's own act, in its own window. */
export function ReplaceLost({ state, onDone, onCancel }: ActProps) {
  const { desk, send } = useServices();
  const [requestId, setRequestId] = useState<string | null>(null);
  const [isDone, setDone] = useState(false);
  const { busy, fault, act } = useAct();
  if (isDone && requestId !== null)
    return (
      <div className="form">
        <Notice tone="good" role="status" title={say('order-act.replace.done')}>
          <p>{say('order-act.replace.done-more')}</p>
        </Notice>
        {fault && <FaultNotice fault={fault} />}
        <div className="actions">
          <Button
            look="primary"
            autoFocus
            disabled={busy}
            onClick={() =>
              void act(() => send('sign.open', { requestId })).then((opened) => {
                if (opened) onDone();
              })
            }
          >
            {say('order-act.replace.sign')}
          </Button>
          <Button onClick={onDone}>{say('order-act.replace.later')}</Button>
        </div>
      </div>
    );
  return (
    <ActForm
      label={say('order-act.replace.yes')}
      check={() => true}
      onAct={async (by) => setRequestId(await desk.replaceLost(onOrder(state, by)))}
      onDone={() => setDone(true)}
      onCancel={onCancel}
    >
      <p>{say('order-act.replace.explain')}</p>
    </ActForm>
  );
}
