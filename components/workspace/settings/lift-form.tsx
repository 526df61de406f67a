import { useState } from 'react';
import { limits } from '@/lib/base';
import type { HoldView } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { TextField } from '../../ui/text-field';
import { VisibleText } from '../../ui/visible-text';
import { ActForm } from '../act/act-form';

interface LiftFormProps {
  readonly hold: HoldView;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Ends one hold, with its reason before the eyes of whoever does it. */
export function LiftForm({ hold, onDone, onCancel }: LiftFormProps) {
  const { desk } = useServices();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const min = limits.reasonMinLength;
  const isMissing = reason.trim().length < min;
  return (
    <ActForm
      label={say('hold.lift')}
      check={() => {
        setAsked(true);
        return !isMissing;
      }}
      onAct={(by) => desk.liftHold({ ...by, hold: hold.id, reason })}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>
        <VisibleText>{`${hold.registrantName ?? say('hold.all')}: ${hold.reason}`}</VisibleText>
      </p>
      <p>{say('hold.lift-explain')}</p>
      <TextField
        label={say('hold.reason')}
        error={asked && isMissing ? say('record/reason-missing', { min }) : null}
        value={reason}
        onChange={setReason}
      />
    </ActForm>
  );
}
