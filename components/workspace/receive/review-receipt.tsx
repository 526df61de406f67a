import { useRef, useState } from 'react';
import type { PlainDate } from '@/lib/base';
import type { Who } from '@/lib/desk';
import type { OrderState, ReceivedLine } from '@/lib/order';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { formatDay } from '../../ui/format-day';
import { PasswordField } from '../../ui/password-field';
import { useAct } from '../../ui/use-act';
import { VisibleText } from '../../ui/visible-text';
import { RecordLines } from './record-lines';
import type { RecordedReceipt } from './receive-page';

interface ReviewReceiptProps {
  readonly state: OrderState;
  readonly lines: readonly ReceivedLine[];
  readonly date: PlainDate;
  readonly person: Who;
  /** Where one must verify what this person counted. */
  readonly verifier: Who | null;
  readonly note: string;
  readonly onBack: () => void;
  readonly onRecorded: (receipt: RecordedReceipt) => void;
  readonly onStale: () => void;
}

/** The record as it will be archived, and the PIN of the person who counted. Nothing is written before that. */
export function ReviewReceipt(props: ReviewReceiptProps) {
  const { state, lines, date, person, verifier, note, onBack, onRecorded, onStale } = props;
  const { desk, send } = useServices();
  // One id for all tries: a retry after a lost answer records nothing twice.
  const [commandId] = useState(() => crypto.randomUUID());
  const pin = useRef<HTMLInputElement>(null);
  const verifierPin = useRef<HTMLInputElement>(null);
  const { busy, fault, act } = useAct();

  const record = async () => {
    const typed = pin.current?.value ?? '';
    const verified = verifierPin.current?.value ?? '';
    if (pin.current) pin.current.value = '';
    if (verifierPin.current) verifierPin.current.value = '';
    const done = await act(async () => {
      await desk.recordReceipt({
        commandId,
        orderId: state.orderId,
        expectedVersion: state.version,
        lines,
        date,
        note: note.trim() === '' ? null : note.trim(),
        ...(verifier ? { verifiedBy: { personId: verifier.id, pin: verified } } : {}),
        personId: person.id,
        pin: typed,
      });
      await send('archive.changed', {});
    });
    if (done) onRecorded({ lines, date, countedBy: person.name, verifiedBy: verifier?.name ?? null });
    else {
      onStale();
      pin.current?.focus();
    }
  };

  return (
    <section className="record" aria-labelledby="record-title">
      <h2 id="record-title">{say('receive.record')}</h2>
      <p>
        {say('receive.record-of', { date: formatDay(date) })} <VisibleText>{person.name}</VisibleText>
        {` (${say(`role.${person.role}`)})`}
      </p>
      {verifier && (
        <p>
          {say('receive.record-verified')} <VisibleText>{verifier.name}</VisibleText>
          {` (${say(`role.${verifier.role}`)})`}
        </p>
      )}
      <RecordLines state={state} lines={lines} />
      {note.trim() !== '' && (
        <p>
          <span className="quiet">{say('receive.note')}: </span>
          <VisibleText>{note.trim()}</VisibleText>
        </p>
      )}
      <p className="quiet small">
        {say('receive.for-good')} <span className="rule-ref">{say('rule.receipt')}</span>
      </p>
      <div className="record-pin">
        <PasswordField
          ref={pin}
          label={say('ui.who.pin')}
          hint={say('receive.pin-of', { name: person.name })}
          onEnter={() => void record()}
          autoFocus
        />
        {verifier && (
          <PasswordField
            ref={verifierPin}
            label={say('receive.verifier-pin', { name: verifier.name })}
            onEnter={() => void record()}
          />
        )}
      </div>
      {fault && <FaultNotice fault={fault} />}
      <div className="actions">
        <Button look="primary" disabled={busy} onClick={() => void record()}>
          {say('ui.action.receipt')}
        </Button>
        <Button disabled={busy} onClick={onBack}>
          {say('ui.back')}
        </Button>
      </div>
    </section>
  );
}
