import './records.css';
import { formatSchedule, schedules } from '@/lib/base';
import type { BesideKind } from '@/lib/order';
import { say } from '@/lib/words';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { DeaField } from '../forms/dea-field';
import { emptyLine, type LineText, type RecordText } from './read-record';

interface RecordFieldsProps {
  readonly kind: BesideKind;
  readonly value: RecordText;
  readonly today: string;
  readonly dateFault: boolean;
  readonly onChange: (value: RecordText) => void;
}

/** What is written down of a form, an invoice, a return, a transfer or a loss. */
export function RecordFields({ kind, value, today, dateFault, onChange }: RecordFieldsProps) {
  const set = (change: Partial<RecordText>) => onChange({ ...value, ...change });
  const setLine = (at: number, change: Partial<LineText>) =>
    set({ lines: value.lines.map((line, index) => (index === at ? { ...line, ...change } : line)) });
  return (
    <>
      <TextField
        label={say(`record.date.${kind}`)}
        type="date"
        max={today}
        value={value.date}
        error={dateFault ? say('record.date-missing') : null}
        onChange={(date) => set({ date })}
      />
      {kind !== 'loss' && (
        <>
          <TextField
            label={say('record.other')}
            value={value.otherName}
            onChange={(otherName) => set({ otherName })}
          />
          <DeaField
            label={say('record.other-dea')}
            value={value.otherDea}
            strict={value.otherDea !== ''}
            onChange={(otherDea) => set({ otherDea })}
          />
        </>
      )}
      <TextField
        label={say(`record.reference.${kind}`)}
        code
        value={value.reference}
        onChange={(reference) => set({ reference })}
      />
      <h2>{say('record.lines')}</h2>
      {value.lines.map((line, index) => (
        <LineFields
          key={index}
          number={index + 1}
          line={line}
          onChange={(change) => setLine(index, change)}
          onRemove={
            value.lines.length === 1
              ? null
              : () => set({ lines: value.lines.filter((_, other) => other !== index) })
          }
        />
      ))}
      <div>
        <Button onClick={() => set({ lines: [...value.lines, emptyLine] })}>{say('record.line.add')}</Button>
      </div>
      <Field label={say('record.note')}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            maxLength={500}
            value={value.note}
            onChange={(event) => set({ note: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

interface LineFieldsProps {
  readonly number: number;
  readonly line: LineText;
  readonly onChange: (change: Partial<LineText>) => void;
  readonly onRemove: (() => void) | null;
}

function LineFields({ number, line, onChange, onRemove }: LineFieldsProps) {
  return (
    <fieldset className="record-line">
      <legend>{say('record.line', { line: number })}</legend>
      <TextField label={say('record.line.name')} value={line.name} onChange={(name) => onChange({ name })} />
      <TextField label={say('record.line.ndc')} code value={line.ndc} onChange={(ndc) => onChange({ ndc })} />
      <SelectField
        label={say('record.line.schedule')}
        value={line.schedule}
        empty={say('record.line.schedule.unknown')}
        options={[
          ...schedules.map((value) => ({ value: value, label: formatSchedule(value) })),
          { value: 'none', label: say('schedule.none') },
        ]}
        onChange={(schedule) => onChange({ schedule })}
      />
      <TextField
        label={say('record.line.size')}
        inputMode="decimal"
        value={line.packageSize}
        onChange={(packageSize) => onChange({ packageSize })}
      />
      <TextField
        label={say('record.line.packages')}
        inputMode="numeric"
        value={line.packages}
        onChange={(packages) => onChange({ packages })}
      />
      <TextField
        label={say('record.line.units')}
        inputMode="decimal"
        value={line.looseUnits}
        onChange={(looseUnits) => onChange({ looseUnits })}
      />
      {onRemove && (
        <Button look="quiet" onClick={onRemove}>
          {say('record.line.remove', { line: number })}
        </Button>
      )}
    </fieldset>
  );
}
