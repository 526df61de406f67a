import './people/people.css';
import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import { say } from '@/lib/words';
import { WhoForm } from '../page/who-form';
import { useServices } from '../page/services';
import { AskInDialog } from '../ui/ask-in-dialog';
import { Bars } from '../ui/bars';
import { Button } from '../ui/button';
import { FaultNotice } from '../ui/fault-notice';
import { Notice } from '../ui/notice';
import { useAct } from '../ui/use-act';
import { useLoaded } from '../ui/use-loaded';
import { VisibleText } from '../ui/visible-text';
import { PersonForm } from './forms/person-form';
import { Page } from './page';
import { ChangePinForm } from './people/change-pin-form';
import { DutyList } from './people/duty-list';
import { ReportKeyForm } from './people/report-key-form';
import { StaffList } from './people/staff-list';
import { PoaSection } from './poa/poa-section';

/** Who works here, who is working now, who may order for whom, and what DEA must be told about them. */
export function PeoplePage() {
  const { desk, send } = useServices();
  const { reload, ...found } = useLoaded(
    useCallback(async () => {
      const [who, staff, duties, letters, certificates, locations] = await Promise.all([
        desk.who(),
        desk.staff(),
        desk.duties(),
        desk.poaLetters(),
        desk.certificates(),
        desk.registrants(),
      ]);
      const zone = locations.find(({ isChosen }) => isChosen)?.zone ?? 'UTC';
      return { who, staff, duties, letters, certificates, locations, zone };
    }, [desk]),
  );
  const [said, setSaid] = useState<string | null>(null);
  const { busy, fault, act } = useAct();
  const signOut = () =>
    act(async () => {
      await desk.signOut();
      await send('archive.changed', {});
      reload();
    });

  if (found.phase !== 'ready')
    return (
      <Page title={say('workspace.nav.people')}>
        {found.phase === 'loading' ? <Bars rows={4} /> : <FaultNotice fault={found.fault} />}
      </Page>
    );
  const { who, staff, duties, letters, certificates, locations, zone } = found.value;
  return (
    <Page title={say('workspace.nav.people')}>
      {said !== null && (
        <Notice tone="good" role="status">
          {said}
        </Notice>
      )}
      <DutyList duties={duties} zone={zone} onChanged={reload} />
      <div className="columns">
        <section>
          <h2>{who ? say('people.working') : say('ui.who.title')}</h2>
          {who && (
            <p className="working">
              <strong>
                <VisibleText>{who.name}</VisibleText>
              </strong>
              <span className="quiet">{say(`role.${who.role}`)}</span>
              <AskInDialog label={say('staff.pin')} look="plain" title={say('staff.pin')}>
                {(close) => (
                  <ChangePinForm
                    who={who}
                    onCancel={close}
                    onDone={() => {
                      close();
                      setSaid(say('staff.pin-saved'));
                    }}
                  />
                )}
              </AskInDialog>
              <Button disabled={busy} onClick={() => void signOut()}>
                {say('people.sign-out')}
              </Button>
            </p>
          )}
          {fault && <FaultNotice fault={fault} />}
          <p className="quiet">{say('ui.who.explain')}</p>
          <WhoForm key={staff.map(({ id, left }) => `${id}${left ?? ''}`).join()} onSignedIn={reload} />
        </section>
        <section>
          <h2>{say('people.all')}</h2>
          {staff.length > 0 && <StaffList staff={staff} onChanged={reload} />}
          <h3>{say('people.add')}</h3>
          <PersonForm first={staff.length === 0} onAdded={reload} />
        </section>
      </div>
      <PoaSection letters={letters} staff={staff} locations={locations} onChanged={reload} />
      <div className="actions">
        <Link href="/enrolment" className="button button-plain">
          {say('enrolment.title')}
        </Link>
        {certificates.length > 0 && (
          <AskInDialog label={say('key-lost.open')} look="plain" title={say('key-lost.title')}>
            {(close) => (
              <ReportKeyForm
                certificates={certificates}
                onCancel={close}
                onDone={() => {
                  close();
                  reload();
                }}
              />
            )}
          </AskInDialog>
        )}
      </div>
    </Page>
  );
}
