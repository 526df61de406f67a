import { useId, type ReactNode } from 'react';
import { Mark } from './mark';

/** What the control inside a field must carry to belong to its label, hint and error. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  /** Said while typing, such as that a number is right. */
  readonly good?: string | null;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A label, its control, a hint above and an error below, tied together for screen readers. */
export function Field({ label, hint, error, good, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const saidId = `${id}-said`;
  const described = [hint ? hintId : '', error || good ? saidId : ''].join(' ').trim();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div className="field-hint" id={hintId}>
          {hint}
        </div>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <div className="field-error" id={saidId}>
          <Mark tone="stop" />
          {error}
        </div>
      )}
      {!error && good && (
        <div className="field-good level" id={saidId}>
          <Mark tone="good" />
          {good}
        </div>
      )}
    </div>
  );
}
