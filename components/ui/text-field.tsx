import type { InputHTMLAttributes } from 'react';
import { Field } from './field';

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly good?: string | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Monospaced, for numbers that are compared character by character. */
  readonly code?: boolean;
}

export function TextField({ label, hint, error, good, onChange, code = false, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error ?? null} good={good ?? null}>
      {(control) => (
        <input
          className={code ? 'input input-code' : 'input'}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
          {...rest}
          {...control}
        />
      )}
    </Field>
  );
}
