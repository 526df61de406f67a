import { useState } from 'react';
import { parsePlainDate } from '@/lib/base';
import { judgeAct } from '@/lib/order';
import { say } from '@/lib/words';
import { useServices } from '../../../page/services';
import { TextField } from '../../../ui/text-field';
import { ActForm } from '../../act/act-form';
import type { ActProps } from './act-props';
import { FindingList } from './finding-list';
import { onOrder } from './on-order';
import { TextArea } from '../../act/text-area';

/** 1305.26(c): the lost order reached the supplier after all. */
export function TurnUp({ state, today, onDone, onCancel }: ActProps) {
  const { desk } = useServices();
  const [date, setDate] = useState<string>(today);
  const [note, setNote] = useState('');
  const day = parsePlainDate(date);
  const findings = day === null ? [] : judgeAct(state, { kind: 'turn-up', date: day }, { today });
  const dateFault = day === null || findings.some(({ field }) => field === 'date');
  return (
    <ActForm
      label={say('order-act.turn-up.yes')}
      check={() => day !== null && findings.length === 0}
      onAct={async (by) => {
        if (day === null) return;
        await desk.recordTurnedUp({ ...onOrder(state, by), date: day, note: note.trim() || null });
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>{say('order-act.turn-up.explain')}</p>
      <FindingList findings={findings.filter(({ field }) => field !== 'date')} />
      <TextField
        label={say('act.date')}
        type="date"
        min={state.orderedOn}
        max={today}
        value={date}
        error={dateFault ? say('order-act.date-ahead') : null}
        onChange={setDate}
      />
      <TextArea label={say('order-act.note')} value={note} onChange={setNote} />
    </ActForm>
  );
}
