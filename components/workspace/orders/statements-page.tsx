import { useCallback } from 'react';
import { Link } from 'wouter';
import { Printer } from 'lucide-react';
import { say } from '@/lib/words';
import { StatementPrint } from '../../print/statement-print';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { useLoaded } from '../../ui/use-loaded';
import { Page } from '../page';

/** The statements of an order alone, each on a sheet of its own, for the supplier. */
export function StatementsPage({ orderId }: { readonly orderId: string }) {
  const { desk } = useServices();
  const found = useLoaded(useCallback(() => desk.printOrder(orderId), [desk, orderId]));
  const model = found.phase === 'ready' ? found.value : null;
  return (
    <Page
      title={say('statements.title', { number: model?.number ?? '' })}
      actions={
        <>
          {model && model.statements.length > 0 && (
            <Button
              look="primary"
              icon={<Printer size={16} aria-hidden="true" />}
              onClick={() => window.print()}
            >
              {say('print.action')}
            </Button>
          )}
          <Link className="button" href={`/orders/${encodeURIComponent(orderId)}`}>
            {say('print.back')}
          </Link>
        </>
      }
    >
      {found.phase === 'loading' && <Bars rows={8} />}
      {found.phase === 'failed' && <FaultNotice fault={found.fault} />}
      {found.phase === 'ready' && !model && (
        <FaultNotice fault={{ code: 'order/unknown', params: { number: orderId } }} />
      )}
      {model?.statements.length === 0 && <p className="quiet">{say('statements.none')}</p>}
      {model?.statements.map((statement) => (
        <StatementPrint key={`${statement.kind}-${statement.date}`} statement={statement} />
      ))}
    </Page>
  );
}
