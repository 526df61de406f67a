import { useState } from 'react';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { TextField } from '../../ui/text-field';
import { ActForm } from '../act/act-form';
import { readUnits } from './read-units';

/** What a limit was, and what it is now; null: none. */
export interface LimitChange {
  readonly before: number | null;
  readonly now: number | null;
}

interface LimitFormProps {
  readonly code: string;
  readonly before: number | null;
  /** What it is to be, null for none; undefined: it is asked for. */
  readonly next: number | null | undefined;
  readonly onDone: (change: LimitChange) => void;
  readonly onCancel: () => void;
}

/** Sets, changes or takes away the pharmacy's own limit of a substance; who did it is on record. */
export function LimitForm({ code, before, next, onDone, onCancel }: LimitFormProps) {
  const { desk } = useServices();
  const [text, setText] = useState(before === null ? '' : String(before));
  const [asked, setAsked] = useState(false);
  const typed = readUnits(text);
  const units = next === undefined ? typed : next;
  const label =
    next === undefined
      ? say('monitoring.limit-save')
      : next === null
        ? say('monitoring.limit-remove')
        : say('monitoring.limit-back', { units: next });
  return (
    <ActForm
      label={label}
      check={() => {
        setAsked(true);
        return next !== undefined || typed !== null;
      }}
      onAct={(by) => desk.setLimit({ ...by, code, units })}
      onDone={() => onDone({ before, now: units })}
      onCancel={onCancel}
    >
      <p className="quiet">{say('monitoring.limit-explain')}</p>
      {next === undefined && (
        <TextField
          label={say('monitoring.limit-units')}
          hint={say('monitoring.limit-units-hint')}
          inputMode="numeric"
          value={text}
          error={asked && typed === null ? say('monitoring.limit-units-hint') : null}
          onChange={setText}
        />
      )}
    </ActForm>
  );
}
