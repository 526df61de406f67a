import { useState } from 'react';
import type { StaffMember } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { fromLocalMoment, toLocalMoment } from '../../ui/local-moment';
import { Notice } from '../../ui/notice';
import { TextField } from '../../ui/text-field';
import { VisibleText } from '../../ui/visible-text';
import { ActForm } from '../act/act-form';

interface LeaveFormProps {
  readonly person: StaffMember;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Someone left: when, since the hours for telling DEA count from then. */
export function LeaveForm({ person, onDone, onCancel }: LeaveFormProps) {
  const { desk, clock } = useServices();
  const [at, setAt] = useState(() => toLocalMoment(clock.now()));
  const { name } = person;
  const moment = fromLocalMoment(at);
  return (
    <ActForm
      label={say('staff.leave', { name })}
      check={() => moment !== null}
      onAct={(by) => desk.removePerson({ ...by, leaver: person.id, at: moment ?? clock.now() })}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>
        <VisibleText>{say('staff.leave-more', { name })}</VisibleText>
      </p>
      {person.maySign && (
        <Notice tone="caution">
          <VisibleText>{say('staff.leave-signer', { name })}</VisibleText>
        </Notice>
      )}
      <TextField
        label={say('staff.left-at')}
        type="datetime-local"
        max={toLocalMoment(clock.now())}
        value={at}
        error={moment === null ? say('form.missing') : null}
        onChange={setAt}
      />
    </ActForm>
  );
}
