import type { Ref } from 'react';
import type { PlainDate } from '@/lib/base';
import type { Who } from '@/lib/desk';
import type { LineState } from '@/lib/order';
import { say } from '@/lib/words';
import { SelectField } from '../../../ui/select-field';
import { TextField } from '../../../ui/text-field';
import { VerifierFields } from '../../act/verifier-fields';
import type { CorrectionField, CorrectionText } from './read-correction';
import { ReceiptFields } from './receipt-fields';
import { TextArea } from '../../act/text-area';

interface CorrectionFieldsProps {
  readonly fields: readonly CorrectionField[];
  readonly text: CorrectionText;
  readonly lines: readonly LineState[];
  readonly people: readonly Who[];
  readonly today: PlainDate;
  /** Whether whoever verified it has to say so by their PIN. */
  readonly verifierAsked: boolean;
  readonly verifierPin: Ref<HTMLInputElement>;
  readonly onChange: (change: Partial<CorrectionText>) => void;
}

/** The values of a record, begun with what counts now. */
export function CorrectionFields(props: CorrectionFieldsProps) {
  const { fields, text, lines, people, today, verifierAsked, verifierPin, onChange } = props;
  return (
    <>
      {fields.includes('quantities') && (
        <ReceiptFields
          text={text}
          lines={lines}
          withDetails={fields.includes('details')}
          onChange={onChange}
        />
      )}
      {fields.includes('number') && (
        <TextField
          label={say('correct.number')}
          code
          value={text.number}
          onChange={(number) => onChange({ number })}
        />
      )}
      {fields.includes('lines') && (
        <TextField
          label={say('correct.lines')}
          value={text.lines}
          onChange={(numbers) => onChange({ lines: numbers })}
        />
      )}
      {fields.includes('date') && (
        <TextField
          label={say('correct.date')}
          type="date"
          max={today}
          value={text.date}
          onChange={(date) => onChange({ date })}
        />
      )}
      {fields.includes('countedBy') && (
        <SelectField
          label={say('correct.counted-by')}
          value={text.countedBy}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(countedBy) => onChange({ countedBy })}
        />
      )}
      {fields.includes('verifiedBy') && (
        <VerifierFields
          people={people.filter(({ role }) => role !== 'technician')}
          value={text.verifiedBy}
          known={verifierAsked ? null : text.verifiedBy}
          nobody={say('correct.verified-nobody')}
          pin={verifierPin}
          onChange={(verifiedBy) => onChange({ verifiedBy })}
        />
      )}
      {fields.includes('words') && (
        <TextArea label={say('correct.words')} value={text.words} onChange={(words) => onChange({ words })} />
      )}
      {fields.includes('note') && (
        <TextArea label={say('correct.note')} value={text.note} onChange={(note) => onChange({ note })} />
      )}
    </>
  );
}
