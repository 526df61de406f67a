import type { DispensingImportView } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { VisibleText } from '../../ui/visible-text';
import { ReasonedAct } from '../act/reasoned-act';

interface WithdrawDispensingProps {
  readonly one: DispensingImportView;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A wrong import is withdrawn whole, with a reason. */
export function WithdrawDispensing({ one: { id, file, rows }, ...ends }: WithdrawDispensingProps) {
  const { desk } = useServices();
  return (
    <ReasonedAct
      label={say('dispensing.withdraw-yes')}
      onAct={(by) => desk.withdrawDispensing({ ...by, importId: id })}
      {...ends}
    >
      <p>
        <VisibleText>{say('dispensing.withdraw-explain', { file, count: rows })}</VisibleText>
      </p>
    </ReasonedAct>
  );
}
