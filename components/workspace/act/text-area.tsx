import { limits } from '@/lib/base';
import { Field } from '../../ui/field';

interface TextAreaProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  /** Characters; what a statement may hold unless said. */
  readonly maxLength?: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Words that are kept with an order or a record. */
export function TextArea({
  label,
  hint,
  error = null,
  maxLength = limits.statementMaxLength,
  value,
  onChange,
}: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <textarea
          {...control}
          className="input"
          maxLength={maxLength}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
