import { limits } from '@/lib/base';
import { say } from '@/lib/words';
import { Field } from '../../ui/field';

interface ReasonFieldProps {
  readonly value: string;
  /** Asked for, and not given yet. */
  readonly isMissing: boolean;
  readonly onChange: (value: string) => void;
}

/** Why: asked wherever a record is corrected, withdrawn or closed. */
export function ReasonField({ value, isMissing, onChange }: ReasonFieldProps) {
  return (
    <Field
      label={say('act.reason')}
      hint={say('act.reason-hint', { min: limits.reasonMinLength })}
      error={isMissing ? say('form.missing') : null}
    >
      {(control) => (
        <textarea
          {...control}
          className="input"
          maxLength={limits.statementMaxLength}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
