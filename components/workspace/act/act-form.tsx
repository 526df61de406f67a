import { useCallback, useRef, useState, type ReactNode } from 'react';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { FaultNotice } from '../../ui/fault-notice';
import { PasswordField } from '../../ui/password-field';
import { SelectField } from '../../ui/select-field';
import { useAct } from '../../ui/use-act';
import { useLoaded } from '../../ui/use-loaded';
import { ActEnd } from './act-end';

/** Who acts, shown by PIN, and the id that makes a retry harmless. */
export interface ActBy {
  readonly commandId: string;
  readonly personId: string;
  readonly pin: string;
}

interface ActFormProps {
  /** What is entered before the PIN; a function where its words depend on who acts (id, empty while nobody is chosen). */
  readonly children: ReactNode | ((personId: string) => ReactNode);
  /** On the button: what will be recorded. */
  readonly label: string;
  /** Whether what is entered can be recorded; asked at the button, so that fields may say what they lack. */
  readonly check: () => boolean;
  /** False: its user decided otherwise, and nothing was done. */
  readonly onAct: (by: ActBy) => Promise<void | false>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** An act on a record: its facts, who does it, their PIN. Nothing is written before that. */
export function ActForm({ children, label, check, onAct, onDone, onCancel }: ActFormProps) {
  const { desk, send } = useServices();
  // One id for all tries: a retry after a lost answer records nothing twice.
  const [commandId] = useState(() => crypto.randomUUID());
  const [chosen, setChosen] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const pin = useRef<HTMLInputElement>(null);
  const { busy, fault, act } = useAct();
  const found = useLoaded(
    useCallback(async () => ({ people: await desk.people(), who: await desk.who() }), [desk]),
  );
  const people = found.phase === 'ready' ? found.value.people : [];
  const personId = chosen ?? (found.phase === 'ready' ? (found.value.who?.id ?? '') : '');

  const record = async () => {
    setAsked(true);
    if (!check() || personId === '') return;
    const typed = pin.current?.value ?? '';
    if (pin.current) pin.current.value = '';
    let given = true;
    const done = await act(async () => {
      given = (await onAct({ commandId, personId, pin: typed })) !== false;
      if (given) await send('archive.changed', {});
    });
    if (done && given) onDone();
    else pin.current?.focus();
  };

  return (
    <div className="form">
      {typeof children === 'function' ? children(personId) : children}
      {found.phase === 'failed' && <FaultNotice fault={found.fault} />}
      <SelectField
        label={say('act.by')}
        empty={say('ui.who.choose')}
        value={personId}
        error={asked && personId === '' ? say('act.by-missing') : null}
        options={people.map(({ id, name, role }) => ({
          value: id,
          label: `${name} · ${say(`role.${role}`)}`,
        }))}
        onChange={setChosen}
      />
      <PasswordField ref={pin} label={say('ui.who.pin')} onEnter={() => void record()} />
      <ActEnd {...{ label, busy, fault, onCancel }} onAct={() => void record()} />
    </div>
  );
}
