import { useCallback, useRef, useState } from 'react';
import { limits, parsePlainDate } from '@/lib/base';
import { say } from '@/lib/words';
import { useServices } from '../../../page/services';
import { TextField } from '../../../ui/text-field';
import { useLoaded } from '../../../ui/use-loaded';
import { ActForm } from '../../act/act-form';
import { VerifierFields } from '../../act/verifier-fields';
import { onRecord, type RecordActProps } from './act-props';
import { TextArea } from '../../act/text-area';

/** Whole packages; NaN for what isn't plainly that, so that it is refused and not guessed. */
function countOf(text: string): number {
  const value = text.trim();
  return /^\d{1,9}$/.test(value) && Number(value) <= limits.packagesMax ? Number(value) : Number.NaN;
}

/** What came of it. Boxes begin empty: a receipt is what somebody counted. */
export function ReceiveRecord({ state, today, onDone, onCancel }: RecordActProps) {
  const { desk } = useServices();
  const [date, setDate] = useState<string>(today);
  const [note, setNote] = useState('');
  const [counts, setCounts] = useState<Readonly<Record<number, string>>>({});
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
  const lines = Object.entries(counts)
    .filter(([, count]) => count.trim() !== '')
    .map(([line, count]) => ({ lineNumber: Number(line), packages: countOf(count) }));
  const unreadable = (line?: number) =>
    lines.some(
      ({ lineNumber, packages }) => Number.isNaN(packages) && (line === undefined || line === lineNumber),
    );
  return (
    <ActForm
      label={say('records.receive')}
      check={() => {
        setAsked(true);
        return !dateFault && lines.length > 0 && !unreadable();
      }}
      onAct={async (by) => {
        if (day === null) return;
        await desk.receiveRecord({
          ...{ ...onRecord(state, by), lines, date: day, note: note.trim() || null },
          verifiedBy:
            verifierId === '' ? null : { personId: verifierId, pin: verifierPin.current?.value ?? '' },
        });
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      {state.lines.map(({ line: { lineNumber, name } }) => (
        <TextField
          key={lineNumber}
          label={say('receive.quantity', { line: lineNumber, name })}
          inputMode="numeric"
          value={counts[lineNumber] ?? ''}
          error={asked && unreadable(lineNumber) ? say('receive.not-a-number') : null}
          onChange={(count) => setCounts({ ...counts, [lineNumber]: count })}
        />
      ))}
      {asked && lines.length === 0 && (
        <p className="field-error" role="alert">
          {say('receipt/nothing-entered')}
        </p>
      )}
      <TextField
        label={say('receive.date')}
        type="date"
        max={today}
        value={date}
        error={asked && dateFault ? say('record.date-missing') : null}
        onChange={setDate}
      />
      {mayVerify.length > 0 && (
        <VerifierFields people={mayVerify} value={verifierId} onChange={setVerifierId} pin={verifierPin} />
      )}
      <TextArea
        maxLength={limits.fieldMaxLength}
        label={say('receive.note')}
        value={note}
        onChange={setNote}
      />
    </ActForm>
  );
}
