import { useState } from 'react';
import { limits } from '@/lib/base';
import { say } from '@/lib/words';
import { useServices } from '../../../page/services';
import { ActForm } from '../../act/act-form';
import { ReasonField } from '../../act/reason-field';
import type { ActProps } from './act-props';
import { onOrder } from './on-order';

/** Signed, never given to the supplier, and not to be: closed with the reason. */
export function CloseUnsent({ state, onDone, onCancel }: ActProps) {
  const { desk } = useServices();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const short = reason.trim().length < limits.reasonMinLength;
  return (
    <ActForm
      label={say('order-act.close-unsent.yes')}
      check={() => {
        setAsked(true);
        return !short;
      }}
      onAct={(by) => desk.closeUnsent({ ...onOrder(state, by), reason: reason.trim() })}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>{say('order-act.close-unsent.explain')}</p>
      <ReasonField value={reason} isMissing={asked && short} onChange={setReason} />
    </ActForm>
  );
}
