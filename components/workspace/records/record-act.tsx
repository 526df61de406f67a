import { useCallback, useRef, useState } from 'react';
import { limits, parsePlainDate, type PlainDate } from '@/lib/base';
import type { BesideState } from '@/lib/order';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Field } from '../../ui/field';
import { TextField } from '../../ui/text-field';
import { useLoaded } from '../../ui/use-loaded';
import { ActForm, type ActBy } from '../act/act-form';
import { readRecord, textOfRecord } from './read-record';
import { RecordFields } from './record-fields';
import { VerifierFields } from '../act/verifier-fields';

export type RecordActKind = 'receive' | 'notice' | 'form-106' | 'correct' | 'withdraw' | 'take-back';

interface RecordActProps {
  readonly kind: RecordActKind;
  readonly state: BesideState;
  /** What is to be taken back. */
  readonly entry: string | null;
  readonly today: PlainDate;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const labels = {
  receive: 'records.receive',
  notice: 'records.notice',
  'form-106': 'records.form-106',
  correct: 'record.save-correction',
  withdraw: 'records.withdraw-yes',
  'take-back': 'records.take-back',
} as const;

const explained = {
  notice: 'records.notice-explain',
  'form-106': 'records.form-106-explain',
  withdraw: 'records.withdraw-explain',
  'take-back': 'records.take-back-explain',
} as const;

/** What is entered for one act on a record. Boxes for counts begin empty: a receipt is what somebody counted. */
export function RecordAct({ kind, state, entry, today, onDone, onCancel }: RecordActProps) {
  const { desk } = useServices();
  const [date, setDate] = useState<string>(today);
  const [text, setText] = useState('');
  const [counts, setCounts] = useState<Readonly<Record<number, string>>>({});
  const [fields, setFields] = useState(() => textOfRecord(state.record));
  const [asked, setAsked] = useState(false);
  const [verifierId, setVerifierId] = useState('');
  const verifierPin = useRef<HTMLInputElement>(null);
  const verifiers = useLoaded(
    useCallback(async () => ((await desk.settings()).pharmacistMustReceive ? desk.people() : []), [desk]),
  );
  const mayVerify =
    verifiers.phase === 'ready' ? verifiers.value.filter(({ role }) => role !== 'technician') : [];

  const day = parsePlainDate(date);
  const dateFault = day === null || day > today;
  const needsReason = kind === 'correct' || kind === 'withdraw' || kind === 'take-back';
  const needsDate = kind === 'receive' || kind === 'notice' || kind === 'form-106';
  const reasonFault = needsReason && text.trim().length < limits.reasonMinLength;
  const howFault = kind === 'notice' && text.trim() === '';
  const record = readRecord(state.record.kind, fields);
  const lines = Object.entries(counts)
    .filter(([, count]) => count.trim() !== '')
    .map(([line, count]) => ({
      lineNumber: Number(line),
      packages: /^\d{1,6}$/.test(count.trim()) ? Number(count) : Number.NaN,
    }));

  const check = () => {
    setAsked(true);
    return !(needsDate && dateFault) && !reasonFault && !howFault && (kind !== 'correct' || record !== null);
  };
  const onAct = async (by: ActBy) => {
    const on = { ...by, id: state.id, expectedVersion: state.version };
    if (kind === 'withdraw') await desk.withdrawRecord({ ...on, reason: text });
    else if (kind === 'take-back')
      await desk.withdrawRecordEntry({ ...on, entry: entry ?? '', reason: text });
    else if (kind === 'correct' && record) await desk.correctRecord({ ...on, record, reason: text });
    else if (kind === 'notice' && day) await desk.recordLossNotice({ ...on, date: day, how: text });
    else if (kind === 'form-106' && day) await desk.recordForm106({ ...on, date: day, reference: text });
    else if (kind === 'receive' && day)
      await desk.receiveRecord({
        ...{ ...on, lines, date: day, note: text.trim() || null },
        verifiedBy:
          verifierId === '' ? null : { personId: verifierId, pin: verifierPin.current?.value ?? '' },
      });
  };

  return (
    <ActForm label={say(labels[kind])} check={check} onAct={onAct} onDone={onDone} onCancel={onCancel}>
      {kind in explained && <p>{say(explained[kind as keyof typeof explained])}</p>}
      {kind === 'correct' && (
        <RecordFields
          kind={state.record.kind}
          value={fields}
          today={today}
          dateFault={asked && record === null}
          onChange={setFields}
        />
      )}
      {kind === 'receive' &&
        state.lines.map(({ line }) => (
          <TextField
            key={line.lineNumber}
            label={say('receive.quantity', { line: line.lineNumber, name: line.name })}
            inputMode="numeric"
            value={counts[line.lineNumber] ?? ''}
            error={
              asked &&
              lines.some(
                ({ lineNumber, packages }) => lineNumber === line.lineNumber && Number.isNaN(packages),
              )
                ? say('receive.not-a-number')
                : null
            }
            onChange={(count) => setCounts({ ...counts, [line.lineNumber]: count })}
          />
        ))}
      {needsDate && (
        <TextField
          label={kind === 'receive' ? say('receive.date') : say('act.date')}
          type="date"
          max={today}
          value={date}
          error={asked && dateFault ? say('record.date-missing') : null}
          onChange={setDate}
        />
      )}
      {kind === 'receive' && mayVerify.length > 0 && (
        <VerifierFields people={mayVerify} value={verifierId} onChange={setVerifierId} pin={verifierPin} />
      )}
      <Field
        label={textLabel(kind)}
        hint={
          needsReason
            ? say('act.reason-hint', { min: limits.reasonMinLength })
            : kind === 'notice'
              ? say('records.notice-how-hint')
              : null
        }
        error={asked && (reasonFault || howFault) ? say('form.missing') : null}
      >
        {(control) => (
          <textarea
            {...control}
            className="input"
            maxLength={500}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </ActForm>
  );
}

function textLabel(kind: RecordActKind): string {
  if (kind === 'receive') return say('receive.note');
  if (kind === 'notice') return say('records.notice-how');
  return kind === 'form-106' ? say('records.form-106-reference') : say('act.reason');
}
