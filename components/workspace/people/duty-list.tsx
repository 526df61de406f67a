import { useState } from 'react';
import type { DutyView } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { AskInDialog } from '../../ui/ask-in-dialog';
import { formatMoment } from '../../ui/format-moment';
import { fromLocalMoment, toLocalMoment } from '../../ui/local-moment';
import { Mark } from '../../ui/mark';
import { TextField } from '../../ui/text-field';
import { VisibleText } from '../../ui/visible-text';
import { ActForm } from '../act/act-form';

interface DutyListProps {
  readonly duties: readonly DutyView[];
  readonly zone: string;
  readonly onChanged: () => void;
}

/** What must be told to DEA within hours, with the moment. Done outside; noted here. */
export function DutyList({ duties, zone, onChanged }: DutyListProps) {
  if (duties.length === 0) return null;
  return (
    <section>
      <h2>{say('duty.title')}</h2>
      <ul className="duties">
        {duties.map((duty) => (
          <DutyRow key={duty.id} duty={duty} zone={zone} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}

function DutyRow({
  duty,
  zone,
  onChanged,
}: {
  readonly duty: DutyView;
  readonly zone: string;
  readonly onChanged: () => void;
}) {
  const { clock } = useServices();
  const { about, kind, dueAt, done, doneBy } = duty;
  const overdue = done === null && dueAt < clock.now();
  const moment = formatMoment(dueAt, zone);
  return (
    <li>
      <Mark tone={done ? 'good' : overdue ? 'stop' : 'caution'} />
      <div>
        <VisibleText>{say(`duty.${kind}`, { about })}</VisibleText>
        <p className={overdue ? 'tone-stop small' : 'quiet small'}>
          {done
            ? say('duty.done', { moment: formatMoment(done.at, zone), name: doneBy ?? say('ui.unknown') })
            : say(overdue ? 'duty.overdue' : 'duty.due', { moment })}
          {' · '}
          {kind === 'poa-departed' ? '21 CFR 1311.45(a)' : '21 CFR 1311.30(e)'}
        </p>
      </div>
      {!done && (
        <AskInDialog label={say('duty.settle')} look="plain" title={say(`duty.${kind}`, { about })}>
          {(close) => (
            <SettleForm
              duty={duty.id}
              onCancel={close}
              onDone={() => {
                close();
                onChanged();
              }}
            />
          )}
        </AskInDialog>
      )}
    </li>
  );
}

function SettleForm({
  duty,
  onDone,
  onCancel,
}: {
  readonly duty: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const { desk, clock } = useServices();
  const [at, setAt] = useState(() => toLocalMoment(clock.now()));
  const [note, setNote] = useState('');
  const moment = fromLocalMoment(at);
  return (
    <ActForm
      label={say('duty.settle')}
      check={() => moment !== null}
      onAct={(by) => desk.settleDuty({ ...by, duty, at: moment ?? clock.now(), note })}
      onDone={onDone}
      onCancel={onCancel}
    >
      <TextField
        label={say('duty.at')}
        type="datetime-local"
        max={toLocalMoment(clock.now())}
        value={at}
        error={moment === null ? say('form.missing') : null}
        onChange={setAt}
      />
      <TextField label={say('duty.note')} value={note} onChange={setNote} />
    </ActForm>
  );
}
