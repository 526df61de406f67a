import { useState } from 'react';
import { limits, parsePlainDate } from '@/lib/base';
import type { PoaView } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { FileField } from '../../ui/file-field';
import { toLocalMoment } from '../../ui/local-moment';
import { Notice } from '../../ui/notice';
import { TextField } from '../../ui/text-field';
import { VisibleText } from '../../ui/visible-text';
import { ActForm } from '../act/act-form';
import { chosenFile } from './chosen-file';

interface RevokeFormProps {
  readonly letter: PoaView;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A letter's end: from when, why, and its scan. */
export function RevokeForm({ letter, onDone, onCancel }: RevokeFormProps) {
  const { desk, clock } = useServices();
  const [on, setOn] = useState(() => toLocalMoment(clock.now()).slice(0, 10));
  const [reason, setReason] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [strict, setStrict] = useState(false);
  const day = parsePlainDate(on);
  const isShort = reason.trim().length < limits.reasonMinLength;
  return (
    <ActForm
      label={say('poa.revoke-save')}
      check={() => {
        setStrict(true);
        return day !== null && !isShort;
      }}
      onAct={async (by) => {
        if (day)
          await desk.revokePoa({ ...by, id: letter.id, on: day, reason, file: await chosenFile(file) });
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <Notice tone="caution">
        <VisibleText>{say('poa.revoke-more', { name: letter.personName })}</VisibleText>
      </Notice>
      <TextField
        label={say('poa.revoke-on')}
        type="date"
        value={on}
        error={day === null ? say('form.missing') : null}
        onChange={setOn}
      />
      <TextField
        label={say('poa.revoke-reason')}
        value={reason}
        error={strict && isShort ? say('record/reason-missing', { min: limits.reasonMinLength }) : null}
        onChange={setReason}
      />
      <FileField label={say('poa.revoke-file')} accept=".pdf,.png,.jpg,.jpeg" onChoose={setFile} />
    </ActForm>
  );
}
