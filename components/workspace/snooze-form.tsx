import { useState } from 'react';
import { limits, parsePlainDate, type PlainDate } from '@/lib/base';
import type { DueItem } from '@/lib/reminders';
import { say } from '@/lib/words';
import { useServices } from '../page/services';
import { formatDay } from '../ui/format-day';
import { sayKey } from '../ui/say-key';
import { TextField } from '../ui/text-field';
import { VisibleText } from '../ui/visible-text';
import { ActForm } from './act/act-form';

interface SnoozeFormProps {
  readonly item: DueItem;
  readonly latest: PlainDate;
  readonly today: PlainDate;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Until when, why, and who says so: what is put off is put off by somebody. */
export function SnoozeForm({ item, latest, today, onDone, onCancel }: SnoozeFormProps) {
  const { desk } = useServices();
  const [until, setUntil] = useState<string>(latest);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const day = parsePlainDate(until);
  const dayFault = day === null || day <= today || day > latest;
  const reasonFault = reason.trim().length < limits.reasonMinLength;

  return (
    <ActForm
      label={say('snooze.act')}
      check={() => {
        setAsked(true);
        return !dayFault && !reasonFault;
      }}
      onAct={async (by) => {
        if (day) await desk.snooze({ ...by, key: item.key, until: day, reason });
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>
        <VisibleText>{sayKey(item.sentence, item.params)}</VisibleText>
      </p>
      <p className="quiet">{say('snooze.explain')}</p>
      <TextField
        label={say('snooze.until')}
        type="date"
        hint={say('snooze.latest', { date: formatDay(latest, today) })}
        error={asked && dayFault ? say('snooze.until-error', { date: formatDay(latest, today) }) : null}
        value={until}
        onChange={setUntil}
      />
      <TextField
        label={say('act.reason')}
        hint={say('act.reason-hint', { min: limits.reasonMinLength })}
        error={asked && reasonFault ? say('snooze.reason-error', { min: limits.reasonMinLength }) : null}
        value={reason}
        onChange={setReason}
      />
    </ActForm>
  );
}
