import { say } from '@/lib/words';
import { Dialog } from '../../ui/dialog';
import type { RecordActProps } from './acts/act-props';
import { CorrectEntry } from './acts/correct-entry';
import { ReceiveRecord } from './acts/receive-record';
import { TakeBack } from './acts/take-back';
import { TellDea } from './acts/tell-dea';

export type RecordActKind = 'receive' | 'notice' | 'form-106' | 'correct' | 'withdraw' | 'take-back';

/** The question of one act on a record; `entry` names what is to be taken back. */
export function RecordAct({
  kind,
  entry,
  ...props
}: RecordActProps & { readonly kind: RecordActKind; readonly entry: string | null }) {
  const title = kind === 'take-back' ? say('records.take-back-title') : say(`records.${kind}`);
  return (
    <Dialog open onClose={props.onCancel} title={title}>
      {kind === 'receive' && <ReceiveRecord {...props} />}
      {(kind === 'notice' || kind === 'form-106') && <TellDea kind={kind} {...props} />}
      {kind === 'correct' && <CorrectEntry {...props} />}
      {kind === 'withdraw' && <TakeBack entry={null} {...props} />}
      {kind === 'take-back' && <TakeBack entry={entry} {...props} />}
    </Dialog>
  );
}
