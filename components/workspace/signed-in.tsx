import { useCallback, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { Who } from '@/lib/desk';
import { say } from '@/lib/words';
import { WhoForm } from '../page/who-form';
import { useServices } from '../page/services';
import { Bars } from '../ui/bars';
import { FaultNotice } from '../ui/fault-notice';
import { useLoaded } from '../ui/use-loaded';

/** Asks who is working where that must be known, then goes on. */
export function SignedIn({ children }: { readonly children: (who: Who) => ReactNode }) {
  const { desk } = useServices();
  const found = useLoaded(
    useCallback(async () => ({ who: await desk.who(), people: (await desk.people()).length }), [desk]),
  );
  if (found.phase === 'loading') return <Bars rows={3} />;
  if (found.phase === 'failed') return <FaultNotice fault={found.fault} />;
  if (found.value.who) return children(found.value.who);
  return (
    <section className="form">
      <h2>{say('ui.who.title')}</h2>
      <p className="quiet">{say('ui.who.explain')}</p>
      {found.value.people === 0 ? (
        <p>
          {say('ui.who.nobody')} <Link href="/setup/person">{say('ui.who.add')}</Link>
        </p>
      ) : (
        <WhoForm onSignedIn={found.reload} />
      )}
    </section>
  );
}
