import { Field } from './field';

interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly value: T | '';
  /** Shown while nothing is chosen; it can't be chosen again. */
  readonly empty?: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** The platform's own select: it works by keyboard, touch and screen reader everywhere. */
export function SelectField<T extends string>({
  label,
  hint,
  error,
  value,
  empty,
  options,
  onChange,
}: SelectFieldProps<T>) {
  return (
    <Field label={label} hint={hint} error={error ?? null}>
      {(control) => (
        <select
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value as T)}
          {...control}
        >
          {empty !== undefined && (
            <option value="" disabled>
              {empty}
            </option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
