import { useState } from 'react';
import { limits } from '@/lib/base';
import type { HistoryImportView } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { VisibleText } from '../../ui/visible-text';
import { ActForm } from '../act/act-form';
import { ReasonField } from '../act/reason-field';

interface WithdrawImportProps {
  readonly one: HistoryImportView;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A wrong import is withdrawn whole, with a reason. */
export function WithdrawImport({ one: { id, file, lines }, onDone, onCancel }: WithdrawImportProps) {
  const { desk } = useServices();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const short = reason.trim().length < limits.reasonMinLength;
  return (
    <ActForm
      label={say('history.withdraw-yes')}
      check={() => {
        setAsked(true);
        return !short;
      }}
      onAct={(by) => desk.withdrawHistory({ ...by, importId: id, reason: reason.trim() })}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>
        <VisibleText>{say('history.withdraw-explain', { file, count: lines })}</VisibleText>
      </p>
      <ReasonField value={reason} isMissing={asked && short} onChange={setReason} />
    </ActForm>
  );
}
