import { useRef } from 'react';
import { limits } from '@/lib/base';
import type { StaffMember } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { PasswordField } from '../../ui/password-field';
import { ActForm } from '../act/act-form';

interface ResetPinFormProps {
  readonly person: StaffMember;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A new PIN for someone who forgot theirs. */
export function ResetPinForm({ person, onDone, onCancel }: ResetPinFormProps) {
  const { desk } = useServices();
  const pin = useRef<HTMLInputElement>(null);
  return (
    <ActForm
      label={say('staff.reset-save')}
      check={() => true}
      onAct={(by) => desk.resetPin({ ...by, of: person.id, newPin: pin.current?.value ?? '' })}
      onDone={onDone}
      onCancel={onCancel}
    >
      <PasswordField
        ref={pin}
        label={say('staff.pin-new')}
        hint={say('form.pin-hint', { min: limits.pinMinLength })}
        autoFocus
      />
    </ActForm>
  );
}
