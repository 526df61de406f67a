import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { say } from '@/lib/words/light';
import { Field } from './field';
import { Mark } from './mark';

interface PasswordFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  /** The value is read from the element at the act and nowhere else: it enters no state and no attribute. */
  readonly ref: Ref<HTMLInputElement>;
  readonly onEnter?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly autoFocus?: boolean;
}

/** A password: not displayed while typed (21 CFR 1311.55(b)), not kept by React, not offered to be remembered. */
export function PasswordField({ label, hint, error, ref, onEnter, autoFocus = false }: PasswordFieldProps) {
  const [capsLock, setCapsLock] = useState(false);
  const watch = (event: KeyboardEvent<HTMLInputElement>) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <div className="password">
      <Field label={label} hint={hint} error={error ?? null}>
        {(control) => (
          <input
            {...control}
            ref={ref}
            autoFocus={autoFocus}
            className="input"
            type="password"
            autoComplete="off"
            spellCheck={false}
            onKeyUp={watch}
            onKeyDown={(event) => {
              watch(event);
              if (event.key === 'Enter') onEnter?.(event);
            }}
            onBlur={() => setCapsLock(false)}
          />
        )}
      </Field>
      <p className="caps-lock level tone-caution" role="status">
        {capsLock && (
          <>
            <Mark tone="caution" />
            {say('ui.caps-lock')}
          </>
        )}
      </p>
    </div>
  );
}
