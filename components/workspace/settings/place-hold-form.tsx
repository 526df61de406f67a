import { useState } from 'react';
import { limits, type DeaNumber } from '@/lib/base';
import type { RetentionView } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { ActForm } from '../act/act-form';

interface PlaceHoldFormProps {
  readonly locations: RetentionView['locations'];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const ALL = 'all';

/** Of whose records nothing may be removed, and why. */
export function PlaceHoldForm({ locations, onDone, onCancel }: PlaceHoldFormProps) {
  const { desk } = useServices();
  const [of, setOf] = useState<DeaNumber | typeof ALL>(ALL);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const min = limits.reasonMinLength;
  const isMissing = reason.trim().length < min;
  const options = locations.map(({ name, deaNumber }) => ({
    value: deaNumber,
    label: `${name} · ${deaNumber}`,
  }));
  return (
    <ActForm
      label={say('hold.place')}
      check={() => {
        setAsked(true);
        return !isMissing;
      }}
      onAct={(by) => desk.placeHold({ ...by, registrant: of === ALL ? null : of, reason })}
      onDone={onDone}
      onCancel={onCancel}
    >
      <SelectField<DeaNumber | typeof ALL>
        label={say('hold.of')}
        value={of}
        options={[{ value: ALL, label: say('hold.all') }, ...options]}
        onChange={setOf}
      />
      <TextField
        label={say('hold.reason')}
        hint={say('hold.reason-hint', { min })}
        error={asked && isMissing ? say('record/reason-missing', { min }) : null}
        value={reason}
        onChange={setReason}
      />
    </ActForm>
  );
}
