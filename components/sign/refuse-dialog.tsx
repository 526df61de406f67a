import { useState } from 'react';
import type { Fault } from '@/lib/base';
import { say } from '@/lib/words';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FaultNotice } from '../ui/fault-notice';
import { Field } from '../ui/field';

interface RefuseDialogProps {
  readonly open: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
  readonly onClose: () => void;
  readonly onRefuse: (reason: string) => void;
}

/** The signer's no, with the reason that the person who prepared the order will read. */
export function RefuseDialog({ open, busy, fault, onClose, onRefuse }: RefuseDialogProps) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const refuse = () => (reason.trim() === '' ? setAsked(true) : onRefuse(reason.trim()));
  return (
    <Dialog open={open} onClose={onClose} title={say('sign.refuse-title')}>
      <p>{say('sign.refuse-more')}</p>
      <Field
        label={say('sign.refuse-reason')}
        error={asked && reason.trim() === '' ? say('sign.refuse-missing') : null}
      >
        {(control) => (
          <textarea
            {...control}
            className="input"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {fault && <FaultNotice fault={fault} />}
      <div className="actions">
        <Button look="primary" disabled={busy} onClick={refuse}>
          {say('sign.refuse-order')}
        </Button>
        <Button onClick={onClose}>{say('ui.cancel')}</Button>
      </div>
    </Dialog>
  );
}
