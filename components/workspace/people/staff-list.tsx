import type { StaffMember } from '@/lib/desk';
import { say } from '@/lib/words';
import { AskInDialog } from '../../ui/ask-in-dialog';
import { formatDay } from '../../ui/format-day';
import { VisibleText } from '../../ui/visible-text';
import { LeaveForm } from './leave-form';
import { ResetPinForm } from './reset-pin-form';

interface StaffListProps {
  readonly staff: readonly StaffMember[];
  readonly onChanged: () => void;
}

/** Who works here with what can be done about them, and those who left. */
export function StaffList({ staff, onChanged }: StaffListProps) {
  const former = staff.filter(({ left }) => left !== null);
  return (
    <>
      <ul className="people">
        {staff
          .filter(({ left }) => left === null)
          .map((person) => (
            <StaffRow key={person.id} person={person} onChanged={onChanged} />
          ))}
      </ul>
      {former.length > 0 && (
        <>
          <h3>{say('staff.former')}</h3>
          <ul className="people">
            {former.map(({ id, name, role, left }) => (
              <li key={id}>
                <VisibleText>{name}</VisibleText>
                <span className="quiet">
                  {say(`role.${role}`)}
                  {left && ` · ${say('staff.former-on', { date: formatDay(left) })}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function StaffRow({ person, onChanged }: { readonly person: StaffMember; readonly onChanged: () => void }) {
  const { name, role } = person;
  const finished = (close: () => void) => () => {
    close();
    onChanged();
  };
  return (
    <li>
      <VisibleText>{name}</VisibleText>
      <span className="quiet">{say(`role.${role}`)}</span>
      <span className="person-acts">
        <AskInDialog
          label={say('staff.reset-short')}
          of={say('staff.reset', { name })}
          title={say('staff.reset', { name })}
        >
          {(close) => <ResetPinForm person={person} onDone={finished(close)} onCancel={close} />}
        </AskInDialog>
        <AskInDialog
          label={say('staff.leave-short')}
          of={say('staff.leave', { name })}
          title={say('staff.leave', { name })}
        >
          {(close) => <LeaveForm person={person} onDone={finished(close)} onCancel={close} />}
        </AskInDialog>
      </span>
    </li>
  );
}
