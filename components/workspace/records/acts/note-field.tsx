import { limits } from '@/lib/base';
import { Field } from '../../../ui/field';

interface NoteFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A few words that are kept with a record. */
export function NoteField({ label, hint, error = null, value, onChange }: NoteFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <textarea
          {...control}
          className="input"
          maxLength={limits.fieldMaxLength}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
