import { useRef, useState } from 'react';
import { limits, type PlainDate } from '@/lib/base';
import type { TimelineEntry, Who } from '@/lib/desk';
import type { OrderState } from '@/lib/order';
import { say } from '@/lib/words';
import { useServices } from '../../../page/services';
import { Dialog } from '../../../ui/dialog';
import { VisibleText } from '../../../ui/visible-text';
import { ActForm } from '../../act/act-form';
import { ReasonField } from '../../act/reason-field';
import { CorrectionFields } from './correction-fields';
import { onOrder } from './on-order';
import { correctionFields, readCorrection, textOfPayload, type Payload } from './read-correction';
import { verifierToAsk } from './verifier-to-ask';

interface CorrectRecordProps {
  /** A record that can be corrected; its values that count now. */
  readonly entry: TimelineEntry;
  readonly state: OrderState;
  readonly people: readonly Who[];
  readonly today: PlainDate;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A wrong record is never edited: what counts in its place, or that it is withdrawn, is one more record with its reason. */
export function CorrectRecord({ entry, onCancel, ...rest }: CorrectRecordProps) {
  const payload = entry.correctable?.payload;
  if (!payload) return null;
  return (
    <Dialog open onClose={onCancel} title={say('correct.title')}>
      <Correction entry={entry} payload={payload} onCancel={onCancel} {...rest} />
    </Dialog>
  );
}

function Correction({
  entry,
  payload,
  state,
  people,
  today,
  onDone,
  onCancel,
}: CorrectRecordProps & { readonly payload: Payload }) {
  const { desk } = useServices();
  const type = entry.correctable?.type ?? '';
  const fields = correctionFields(type);
  // What is withdrawn can only count again; what has no values of its own can only be withdrawn.
  const isWithdrawn = entry.correctable?.withdrawn === true;
  const [withdraw, setWithdraw] = useState(fields.length === 0 && !isWithdrawn);
  const verifierPin = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => textOfPayload(payload));
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const replacement = withdraw ? null : readCorrection(type, payload, text);
  const short = reason.trim().length < limits.reasonMinLength;
  const unreadable = !withdraw && replacement === null;
  return (
    <div className="correction">
      <ActForm
        label={say(isWithdrawn ? 'correct.again-yes' : withdraw ? 'correct.withdraw-yes' : 'correct.yes')}
        check={() => {
          setAsked(true);
          return !short && !unreadable;
        }}
        onAct={(by) => {
          const verifier = verifierToAsk(payload, replacement, by.personId);
          return desk.correctEvent({
            ...{ ...onOrder(state, by), corrects: entry.id, replacement, reason: reason.trim() },
            ...(verifier !== null && {
              verifiedBy: { personId: verifier, pin: verifierPin.current?.value ?? '' },
            }),
          });
        }}
        onDone={onDone}
        onCancel={onCancel}
      >
        {(personId) => (
          <>
            <div className="correction-was">
              <p className="quiet small">{say('correct.what')}</p>
              <VisibleText>{entry.sentence}</VisibleText>
              <ul className="small">
                {entry.details.map((detail, index) => (
                  <li key={index}>
                    <VisibleText>{detail}</VisibleText>
                  </li>
                ))}
              </ul>
            </div>
            {isWithdrawn ? (
              <p>{say('correct.again')}</p>
            ) : fields.length === 0 ? (
              <p>{say('correct.withdraw-only')}</p>
            ) : (
              <fieldset className="act-choice">
                <legend className="field-label">{say('correct.how')}</legend>
                {[false, true].map((value) => (
                  <label key={String(value)} className="choice">
                    <input
                      type="radio"
                      name="correct-how"
                      checked={withdraw === value}
                      onChange={() => setWithdraw(value)}
                    />
                    <span>{say(value ? 'correct.withdraw' : 'correct.replace')}</span>
                  </label>
                ))}
              </fieldset>
            )}
            {!withdraw && (
              <CorrectionFields
                fields={fields}
                text={text}
                lines={state.lines}
                people={people}
                today={today}
                verifierAsked={verifierToAsk(payload, replacement, personId) !== null}
                verifierPin={verifierPin}
                onChange={(change) => setText({ ...text, ...change })}
              />
            )}
            {asked && unreadable && (
              <p className="field-error" role="alert">
                {say('correct.unreadable')}
              </p>
            )}
            <p className="quiet small">{say('correct.explain')}</p>
            <ReasonField value={reason} isMissing={asked && short} onChange={setReason} />
          </>
        )}
      </ActForm>
    </div>
  );
}
