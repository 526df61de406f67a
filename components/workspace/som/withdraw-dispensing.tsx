import { useState } from 'react';
import { limits } from '@/lib/base';
import type { DispensingImportView } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { VisibleText } from '../../ui/visible-text';
import { ActForm } from '../act/act-form';
import { ReasonField } from '../act/reason-field';

interface WithdrawDispensingProps {
  readonly one: DispensingImportView;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A wrong import is withdrawn whole, with a reason. */
export function WithdrawDispensing({ one: { id, file, rows }, onDone, onCancel }: WithdrawDispensingProps) {
  const { desk } = useServices();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const short = reason.trim().length < limits.reasonMinLength;
  return (
    <ActForm
      label={say('dispensing.withdraw-yes')}
      check={() => {
        setAsked(true);
        return !short;
      }}
      onAct={(by) => desk.withdrawDispensing({ ...by, importId: id, reason: reason.trim() })}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>
        <VisibleText>{say('dispensing.withdraw-explain', { file, count: rows })}</VisibleText>
      </p>
      <ReasonField value={reason} isMissing={asked && short} onChange={setReason} />
    </ActForm>
  );
}
