import { useState } from 'react';
import type { CertificateChoice } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { fromLocalMoment, toLocalMoment } from '../../ui/local-moment';
import { Notice } from '../../ui/notice';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { limits } from '@/lib/base';
import { ActForm } from '../act/act-form';

interface ReportKeyFormProps {
  readonly certificates: readonly CertificateChoice[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A key or its password was lost, stolen or seen by others. */
export function ReportKeyForm({ certificates, onDone, onCancel }: ReportKeyFormProps) {
  const { desk, clock } = useServices();
  const [certificate, setCertificate] = useState('');
  const [at, setAt] = useState(() => toLocalMoment(clock.now()));
  const [note, setNote] = useState('');
  const [strict, setStrict] = useState(false);
  const moment = fromLocalMoment(at);
  const isWhole = certificate !== '' && moment !== null && note.trim().length >= limits.reasonMinLength;
  return (
    <ActForm
      label={say('key-lost.save')}
      check={() => {
        setStrict(true);
        return isWhole;
      }}
      onAct={(by) =>
        desk.reportKeyCompromised({ ...by, certificate, substantiatedAt: moment ?? clock.now(), note })
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <Notice tone="caution">{say('key-lost.more')}</Notice>
      <SelectField
        label={say('key-lost.certificate')}
        empty={say('poa.choose')}
        value={certificate}
        error={strict && certificate === '' ? say('form.missing') : null}
        options={certificates.map(({ sha256, commonName, validUntil }) => ({
          value: sha256,
          label: `${commonName} · ${validUntil}`,
        }))}
        onChange={setCertificate}
      />
      <TextField
        label={say('key-lost.at')}
        type="datetime-local"
        max={toLocalMoment(clock.now())}
        value={at}
        error={moment === null ? say('form.missing') : null}
        onChange={setAt}
      />
      <TextField
        label={say('key-lost.note')}
        value={note}
        error={
          strict && note.trim().length < limits.reasonMinLength
            ? say('record/reason-missing', { min: limits.reasonMinLength })
            : null
        }
        onChange={setNote}
      />
    </ActForm>
  );
}
