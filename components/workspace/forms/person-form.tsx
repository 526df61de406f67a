import { useRef, useState } from 'react';
import { limits } from '@/lib/base';
import type { Who } from '@/lib/desk';
import { roles, type Role } from '@/lib/people';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { PasswordField } from '../../ui/password-field';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { useAct } from '../../ui/use-act';

interface PersonFormProps {
  /** The first person of a computer is at its keyboard, so they are signed in at once. */
  readonly first: boolean;
  readonly onAdded: (who: Who) => void;
}

/** Someone who works here: name, role, own PIN. */
export function PersonForm({ first, onAdded }: PersonFormProps) {
  const { desk, send } = useServices();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role | ''>('');
  const [strict, setStrict] = useState(false);
  const pin = useRef<HTMLInputElement>(null);
  const { busy, fault, act } = useAct();

  const add = () => {
    setStrict(true);
    const typed = pin.current?.value ?? '';
    if (name.trim() === '' || role === '') return;
    void act(async () => {
      const who = await desk.addPerson({ name: name.trim(), role, pin: typed });
      if (first) await desk.signIn(who.id, typed);
      if (pin.current) pin.current.value = '';
      setName('');
      setRole('');
      setStrict(false);
      await send('archive.changed', {});
      onAdded(who);
    });
  };

  return (
    <div className="form">
      <TextField
        label={say('ui.who.name')}
        value={name}
        error={strict && name.trim() === '' ? say('form.missing') : null}
        onChange={setName}
      />
      <SelectField
        label={say('form.role')}
        hint={say('form.role-hint')}
        empty={say('form.role-empty')}
        value={role}
        error={strict && role === '' ? say('form.missing') : null}
        options={roles.map((value) => ({ value, label: say(`role.${value}`) }))}
        onChange={setRole}
      />
      <PasswordField
        ref={pin}
        label={say('ui.who.pin')}
        hint={say('form.pin-hint', { min: limits.pinMinLength })}
        onEnter={add}
      />
      {fault && <FaultNotice fault={fault} />}
      <div className="actions">
        <Button look={first ? 'primary' : 'plain'} disabled={busy} onClick={add}>
          {say('form.add-person')}
        </Button>
      </div>
    </div>
  );
}
