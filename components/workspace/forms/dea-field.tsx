import { hasKnownDeaPrefix, parseDeaNumber } from '@/lib/base';
import { say } from '@/lib/words';
import { TextField } from '../../ui/text-field';

interface DeaFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly strict: boolean;
}

/** A DEA number, checked while it is typed: its check digit catches a slip of the finger. */
export function DeaField({ label, value, onChange, strict }: DeaFieldProps) {
  const parsed = parseDeaNumber(value);
  const whole = value.trim().length >= 9;
  const wrong = value.trim() === '' ? say('form.missing') : say('form.dea-wrong');
  const error = parsed === null && (whole || strict) ? wrong : null;
  const good = parsed && (hasKnownDeaPrefix(parsed) ? say('form.dea-right') : say('form.dea-prefix'));
  return (
    <TextField
      label={label}
      hint={say('form.dea-hint')}
      code
      maxLength={12}
      value={value}
      error={error}
      good={good}
      onChange={(text) => onChange(text.toUpperCase())}
    />
  );
}
