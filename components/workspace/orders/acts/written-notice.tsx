import { useCallback, useEffect, useState } from 'react';
import { say } from '@/lib/words';
import { useServices } from '../../../page/services';
import { FaultNotice } from '../../../ui/fault-notice';
import { useLoaded } from '../../../ui/use-loaded';
import { VisibleLines } from '../../../ui/visible-lines';
import { ActForm } from '../../act/act-form';
import type { ActProps } from './act-props';
import { FindingList } from './finding-list';
import { onOrder } from './on-order';
import { TextArea } from '../../act/text-area';

/** The purchaser's cancellation, or the statement of a lost order (1305.26(a)). What is recorded is what was shown. */
export function WrittenNotice({
  kind,
  state,
  possible,
  today,
  onDone,
  onCancel,
}: ActProps & { readonly kind: 'cancel' | 'lose' }) {
  const { desk } = useServices();
  const [reason, setReason] = useState('');
  const [shown, setShown] = useState<Shown | null>(null);
  return (
    <ActForm
      label={say(`order-act.${kind}.yes`)}
      check={() => shown !== null}
      onAct={async (by) => {
        const act = { ...onOrder(state, by), text: shown?.text ?? '', date: today };
        await (kind === 'lose' ? desk.recordLost(act) : desk.recordCancellation(act));
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      {(personId) => (
        <>
          {kind === 'lose' && <p>{say('order-act.lose.explain')}</p>}
          <FindingList findings={possible[kind]} />
          <TextArea
            label={say(kind === 'lose' ? 'order-act.why-lost' : 'order-act.why-told')}
            value={reason}
            onChange={setReason}
          />
          <DraftedWords
            kind={kind === 'lose' ? 'lost' : 'cancellation'}
            orderId={state.orderId}
            personId={personId}
            reason={reason}
            onShown={setShown}
          />
        </>
      )}
    </ActForm>
  );
}

/** Words on the screen, and what they were worded with. */
interface Shown {
  readonly text: string;
  readonly personId: string;
  readonly reason: string;
}

interface DraftedWordsProps {
  readonly kind: 'lost' | 'cancellation';
  readonly orderId: string;
  readonly personId: string;
  readonly reason: string;
  /** Null while what stands there is of another signer or reason than chosen now. */
  readonly onShown: (shown: Shown | null) => void;
}

function DraftedWords({ kind, orderId, personId, reason, onShown }: DraftedWordsProps) {
  const { desk } = useServices();
  const drafted = useLoaded(
    useCallback(async () => {
      if (personId === '') return null;
      const text = await desk.draftStatement({ kind, orderId, personId, reason });
      return { text, personId, reason };
    }, [desk, kind, orderId, personId, reason]),
  );
  const words = drafted.phase === 'ready' ? drafted.value : null;
  const isCurrent = words !== null && words.personId === personId && words.reason === reason;
  useEffect(() => onShown(isCurrent ? words : null), [onShown, isCurrent, words]);
  return (
    <section className="drafted" aria-labelledby="drafted-title">
      <h3 id="drafted-title" className="field-label">
        {say('order-act.statement')}
      </h3>
      {drafted.phase === 'failed' && <FaultNotice fault={drafted.fault} />}
      {personId === '' && <p className="quiet">{say('order-act.statement.wait')}</p>}
      {words && (
        <div className="drafted-text" role="group" aria-labelledby="drafted-title">
          <VisibleLines>{words.text}</VisibleLines>
        </div>
      )}
    </section>
  );
}
