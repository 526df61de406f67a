import type { HistoryImportView } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { VisibleText } from '../../ui/visible-text';
import { ReasonedAct } from '../act/reasoned-act';

interface WithdrawImportProps {
  readonly one: HistoryImportView;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A wrong import is withdrawn whole, with a reason. */
export function WithdrawImport({ one: { id, file, lines }, ...ends }: WithdrawImportProps) {
  const { desk } = useServices();
  return (
    <ReasonedAct
      label={say('history.withdraw-yes')}
      onAct={(by) => desk.withdrawHistory({ ...by, importId: id })}
      {...ends}
    >
      <p>
        <VisibleText>{say('history.withdraw-explain', { file, count: lines })}</VisibleText>
      </p>
    </ReasonedAct>
  );
}
