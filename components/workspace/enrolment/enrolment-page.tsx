import '../people/people.css';
import { useCallback } from 'react';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { FaultNotice } from '../../ui/fault-notice';
import { useLoaded } from '../../ui/use-loaded';
import { Page } from '../page';
import { SignedIn } from '../signed-in';
import { EnrolmentSteps } from './enrolment-steps';

/** The way to a certificate, step by step, and to the next one. */
export function EnrolmentPage() {
  const { desk } = useServices();
  const { reload, ...found } = useLoaded(
    useCallback(async () => {
      const [lists, registrant] = await Promise.all([desk.enrolment(), desk.registrant()]);
      return { lists, zone: registrant?.zone ?? 'UTC' };
    }, [desk]),
  );
  return (
    <Page title={say('enrolment.title')}>
      {found.phase === 'loading' && <Bars rows={6} />}
      {found.phase === 'failed' && <FaultNotice fault={found.fault} />}
      {found.phase === 'ready' &&
        (found.value.lists.length === 0 ? (
          <p className="empty">{say('enrolment.none')}</p>
        ) : (
          <SignedIn>
            {() => (
              <>
                {found.value.lists.map((list) => (
                  <EnrolmentSteps
                    key={`${list.kind} ${list.about}`}
                    list={list}
                    zone={found.value.zone}
                    onChanged={reload}
                  />
                ))}
                <p className="quiet small prose">{say('enrolment.assumed')}</p>
              </>
            )}
          </SignedIn>
        ))}
    </Page>
  );
}
