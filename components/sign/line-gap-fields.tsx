import { useState } from 'react';
import { formatNdc, formatSchedule, schedules } from '@/lib/base';
import type { SignEdits } from '@/lib/desk';
import type { DraftLine } from '@/lib/order';
import { say } from '@/lib/words';
import { Check } from '../ui/check';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { VisibleText } from '../ui/visible-text';
import type { LineGap } from './gaps-of';

type LineEdit = SignEdits['lines'][number];

interface LineGapFieldsProps {
  readonly gap: LineGap;
  readonly edit: LineEdit;
  readonly onChange: (edit: LineEdit) => void;
}

const scheduleOptions = [
  ...schedules.map((schedule) => ({ value: schedule, label: formatSchedule(schedule) })),
  { value: 'none', label: say('schedule.none') },
] as const;

/** One line's open fields, and the confirmation of what was read without certainty. */
export function LineGapFields({ gap, edit, onChange }: LineGapFieldsProps) {
  const { line } = gap;
  const [size, setSize] = useState(line.packageSize === null ? '' : String(line.packageSize));

  const changeSize = (text: string) => {
    setSize(text);
    const packageSize = readSize(text);
    const { schedule, confirmed } = edit;
    onChange({
      ...(packageSize !== null && { packageSize }),
      ...(schedule !== undefined && { schedule }),
      ...(confirmed !== undefined && { confirmed }),
    });
  };

  return (
    <fieldset className="gap">
      <legend>
        {say('sign.gap.line', { line: line.lineNumber })} <VisibleText>{line.name}</VisibleText>
      </legend>
      <div className="gap-grid">
        {gap.packageSize && (
          <TextField
            label={say('sign.gap.package-size', { line: line.lineNumber })}
            hint={say('sign.gap.package-size-hint')}
            error={size !== '' && readSize(size) === null ? say('sign.gap.package-size-error') : null}
            inputMode="decimal"
            value={size}
            onChange={changeSize}
          />
        )}
        {gap.schedule && (
          <SelectField
            label={say('sign.gap.schedule', { line: line.lineNumber })}
            hint={say('sign.gap.schedule-hint')}
            empty={say('sign.gap.schedule-empty')}
            value={(edit.schedule ?? line.schedule ?? '') as (typeof scheduleOptions)[number]['value'] | ''}
            options={scheduleOptions}
            onChange={(schedule) => onChange({ ...edit, schedule })}
          />
        )}
      </div>
      {gap.doubtful.length > 0 && (
        <Check checked={edit.confirmed ?? false} onChange={(confirmed) => onChange({ ...edit, confirmed })}>
          {say('sign.gap.confirm', { line: line.lineNumber })}{' '}
          {gap.doubtful.map((field, index) => (
            <span key={field}>
              {index > 0 && ', '}
              {say.loose(`field.${field}`)} <VisibleText>{doubtfulText(line, field)}</VisibleText>
            </span>
          ))}
        </Check>
      )}
    </fieldset>
  );
}

/** Units in a package: above 0, with at most four decimals. */
function readSize(text: string): number | null {
  const size = Number(text.trim());
  return /^\d+(\.\d{1,4})?$/.test(text.trim()) && size > 0 ? size : null;
}

function doubtfulText(line: DraftLine, field: LineGap['doubtful'][number]): string {
  if (field === 'ndc11' && line.ndc11) return formatNdc(line.ndc11);
  return `“${line[field] ?? say('ui.unknown')}”`;
}
