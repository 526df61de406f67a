import { limits } from '@/lib/base';
import { Field } from '../../../ui/field';

interface TextAreaProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Words that are kept with an order. */
export function TextArea({ label, hint, error = null, value, onChange }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error}>
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
