import type { Ref } from 'react';
import type { Who } from '@/lib/desk';
import { say } from '@/lib/words';
import { PasswordField } from '../../ui/password-field';
import { SelectField } from '../../ui/select-field';

interface VerifierFieldsProps {
  /** Those who may verify. */
  readonly people: readonly Who[];
  readonly value: string;
  readonly onChange: (personId: string) => void;
  readonly pin: Ref<HTMLInputElement>;
  /** Whoever verified it before needs no PIN for that once more. */
  readonly known?: string | null;
  /** The words for nobody, where that may be chosen. */
  readonly nobody?: string;
}

/** Who looked at the count, and their PIN: where a technician counts, some pharmacies and states ask for a pharmacist. */
export function VerifierFields({ people, value, onChange, pin, known, nobody }: VerifierFieldsProps) {
  const chosen = people.find(({ id }) => id === value);
  return (
    <>
      <SelectField
        label={say('receive.verified-by')}
        hint={say('receive.verified-by-hint')}
        {...(nobody === undefined ? { empty: say('receive.verified-by-empty') } : {})}
        value={value}
        options={[
          ...(nobody === undefined ? [] : [{ value: '', label: nobody }]),
          ...people.map(({ id, name, role }) => ({ value: id, label: `${name} · ${say(`role.${role}`)}` })),
        ]}
        onChange={onChange}
      />
      {chosen && chosen.id !== known && (
        <PasswordField ref={pin} label={say('receive.verifier-pin', { name: chosen.name })} />
      )}
    </>
  );
}
