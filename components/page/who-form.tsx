import { useCallback, useRef, useState } from 'react';
import type { Who } from '@/lib/desk';
import { say } from '@/lib/words';
import { Button } from '../ui/button';
import { FaultNotice } from '../ui/fault-notice';
import { PasswordField } from '../ui/password-field';
import { SelectField } from '../ui/select-field';
import { useAct } from '../ui/use-act';
import { useLoaded } from '../ui/use-loaded';
import { usePageServices } from './page-services';

/** Says who is at the keyboard: a name and its PIN. */
export function WhoForm({ onSignedIn }: { readonly onSignedIn: (who: Who) => void }) {
  const { desk, send } = usePageServices();
  const people = useLoaded(useCallback(() => desk.people(), [desk]));
  const [chosen, setChosen] = useState('');
  const pin = useRef<HTMLInputElement>(null);
  const { busy, fault, act } = useAct();

  const signIn = () =>
    act(async () => {
      const typed = pin.current?.value ?? '';
      if (pin.current) pin.current.value = '';
      const who = await desk.signIn(chosen, typed);
      await send('archive.changed', {});
      onSignedIn(who);
    });

  if (people.phase === 'failed') return <FaultNotice fault={people.fault} />;
  const choices = people.phase === 'ready' ? people.value : [];
  if (people.phase === 'ready' && choices.length === 0) return <p>{say('ui.who.nobody')}</p>;
  return (
    <div className="who-form">
      <SelectField
        label={say('ui.who.name')}
        empty={say('ui.who.choose')}
        value={chosen}
        options={choices.map(({ id, name, role }) => ({
          value: id,
          label: `${name} · ${say(`role.${role}`)}`,
        }))}
        onChange={setChosen}
      />
      <PasswordField ref={pin} label={say('ui.who.pin')} onEnter={() => void signIn()} />
      {fault && <FaultNotice fault={fault} />}
      <div className="actions">
        <Button look="primary" disabled={busy || chosen === ''} onClick={() => void signIn()}>
          {say('ui.who.sign-in')}
        </Button>
      </div>
    </div>
  );
}
