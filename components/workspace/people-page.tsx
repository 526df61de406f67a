import { useCallback } from 'react';
import { say } from '@/lib/words';
import { WhoForm } from '../page/who-form';
import { useServices } from '../page/services';
import { Bars } from '../ui/bars';
import { Button } from '../ui/button';
import { FaultNotice } from '../ui/fault-notice';
import { useAct } from '../ui/use-act';
import { useLoaded } from '../ui/use-loaded';
import { VisibleText } from '../ui/visible-text';
import { PersonForm } from './forms/person-form';
import { Page } from './page';

/** Who works here, and who is working now. */
export function PeoplePage() {
  const { desk, send } = useServices();
  const { reload, ...found } = useLoaded(
    useCallback(async () => ({ who: await desk.who(), people: await desk.people() }), [desk]),
  );
  const { busy, fault, act } = useAct();
  const signOut = () =>
    act(async () => {
      await desk.signOut();
      await send('archive.changed', {});
      reload();
    });

  return (
    <Page title={say('workspace.nav.people')}>
      {found.phase === 'loading' && <Bars rows={4} />}
      {found.phase === 'failed' && <FaultNotice fault={found.fault} />}
      {found.phase === 'ready' && (
        <div className="columns">
          <section>
            <h2>{found.value.who ? say('people.working') : say('ui.who.title')}</h2>
            {found.value.who && (
              <p className="working">
                <strong>
                  <VisibleText>{found.value.who.name}</VisibleText>
                </strong>
                <span className="quiet">{say(`role.${found.value.who.role}`)}</span>
                <Button disabled={busy} onClick={() => void signOut()}>
                  {say('people.sign-out')}
                </Button>
              </p>
            )}
            {fault && <FaultNotice fault={fault} />}
            <p className="quiet">{say('ui.who.explain')}</p>
            <WhoForm key={found.value.people.length} onSignedIn={reload} />
          </section>
          <section>
            <h2>{say('people.all')}</h2>
            {found.value.people.length > 0 && (
              <ul className="people">
                {found.value.people.map((person) => (
                  <li key={person.id}>
                    <VisibleText>{person.name}</VisibleText>
                    <span className="quiet">{say(`role.${person.role}`)}</span>
                  </li>
                ))}
              </ul>
            )}
            <h3>{say('people.add')}</h3>
            <PersonForm first={found.value.people.length === 0} onAdded={reload} />
          </section>
        </div>
      )}
    </Page>
  );
}
