import { useState } from 'react';
import { limits } from '@/lib/base';
import { say } from '@/lib/words';
import { useServices } from '../../../page/services';
import { ActForm } from '../../act/act-form';
import { ReasonField } from '../../act/reason-field';
import { readRecord, textOfRecord } from '../read-record';
import { RecordFields } from '../record-fields';
import { onRecord, type RecordActProps } from './act-props';

/** The record as it should have read; what it read before stays in its history. */
export function CorrectEntry({ state, today, onDone, onCancel }: RecordActProps) {
  const { desk } = useServices();
  const { kind, files } = state.record;
  const [fields, setFields] = useState(() => textOfRecord(state.record));
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const record = readRecord(kind, fields);
  const short = reason.trim().length < limits.reasonMinLength;
  return (
    <ActForm
      label={say('record.save-correction')}
      check={() => {
        setAsked(true);
        return record !== null && !short;
      }}
      onAct={async (by) => {
        // Files aren't typed: those that are there stay.
        if (record)
          await desk.correctRecord({ ...onRecord(state, by), record: { ...record, files }, reason });
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <RecordFields
        kind={kind}
        value={fields}
        today={today}
        dateFault={asked && record === null}
        onChange={setFields}
      />
      <ReasonField value={reason} isMissing={asked && short} onChange={setReason} />
    </ActForm>
  );
}
