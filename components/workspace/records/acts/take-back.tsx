import { say } from '@/lib/words';
import { useServices } from '../../../page/services';
import { ReasonedAct } from '../../act/reasoned-act';
import { onRecord, type RecordActProps } from './act-props';

interface TakeBackProps extends RecordActProps {
  /** A receipt, a notice or a form that was recorded in error; null: the whole record was. */
  readonly entry: string | null;
}

/** Recorded in error: it stays in the archive with the reason, and counts no longer. */
export function TakeBack({ entry, state, onDone, onCancel }: TakeBackProps) {
  const { desk } = useServices();
  return (
    <ReasonedAct
      label={say(entry === null ? 'records.withdraw-yes' : 'records.take-back')}
      onAct={({ reason, ...by }) => {
        const on = { ...onRecord(state, by), reason };
        return entry === null ? desk.withdrawRecord(on) : desk.withdrawRecordEntry({ ...on, entry });
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>{say(entry === null ? 'records.withdraw-explain' : 'records.take-back-explain')}</p>
    </ReasonedAct>
  );
}
