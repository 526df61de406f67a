import { useRef } from 'react';
import { limits } from '@/lib/base';
import type { Who } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { PasswordField } from '../../ui/password-field';
import { useAct } from '../../ui/use-act';
import { ActEnd } from '../act/act-end';

interface ChangePinFormProps {
  readonly who: Who;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** One's own PIN, by the old one. */
export function ChangePinForm({ who, onDone, onCancel }: ChangePinFormProps) {
  const { desk, send } = useServices();
  const { busy, fault, act } = useAct();
  const old = useRef<HTMLInputElement>(null);
  const wanted = useRef<HTMLInputElement>(null);

  const change = async () => {
    const pin = old.current?.value ?? '';
    const newPin = wanted.current?.value ?? '';
    if (old.current) old.current.value = '';
    const done = await act(async () => {
      await desk.changePin({ personId: who.id, pin, newPin });
      await send('archive.changed', {});
    });
    if (done) onDone();
    else old.current?.focus();
  };

  return (
    <div className="form">
      <PasswordField ref={old} label={say('staff.pin-old')} autoFocus />
      <PasswordField
        ref={wanted}
        label={say('staff.pin-new')}
        hint={say('form.pin-hint', { min: limits.pinMinLength })}
        onEnter={() => void change()}
      />
      <ActEnd {...{ busy, fault, onCancel }} label={say('staff.pin-save')} onAct={() => void change()} />
    </div>
  );
}
