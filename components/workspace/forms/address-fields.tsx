import { say } from '@/lib/words';
import { TextField } from '../../ui/text-field';

/** An address while it is being typed: every part is text, empty where nothing stands yet. */
export interface AddressText {
  readonly street: string;
  readonly street2: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
}

interface AddressFieldsProps {
  readonly value: AddressText;
  readonly onChange: (value: AddressText) => void;
  /** Show what is missing or wrong; not before somebody tried to save. */
  readonly strict: boolean;
  /** Whether an empty part is wrong too. */
  readonly required: boolean;
}

export function addressFaults(
  value: AddressText,
  required: boolean,
): Readonly<Partial<Record<keyof AddressText, string>>> {
  const missing = (text: string) => required && text.trim() === '';
  const wrong = (text: string, form: RegExp) => (text.trim() === '' ? required : !form.test(text.trim()));
  return {
    ...(missing(value.street) && { street: say('form.missing') }),
    ...(missing(value.city) && { city: say('form.missing') }),
    ...(wrong(value.state, /^[A-Z]{2}$/) && { state: say('form.state-wrong') }),
    ...(wrong(value.postalCode, /^\d{5}(-\d{4})?$/) && { postalCode: say('form.zip-wrong') }),
  };
}

/** Street, city, state and ZIP code. */
export function AddressFields({ value, onChange, strict, required }: AddressFieldsProps) {
  const faults = strict ? addressFaults(value, required) : {};
  const field = (name: keyof AddressText, label: string) => (
    <TextField
      label={label}
      value={value[name]}
      error={faults[name] ?? null}
      onChange={(text) => onChange({ ...value, [name]: name === 'state' ? text.toUpperCase() : text })}
    />
  );
  return (
    <div className="address">
      {field('street', say('form.street'))}
      {field('street2', say('form.street2'))}
      <div className="address-place">
        {field('city', say('form.city'))}
        {field('state', say('form.state'))}
        {field('postalCode', say('form.zip'))}
      </div>
    </div>
  );
}
