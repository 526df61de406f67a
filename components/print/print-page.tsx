import { useCallback } from 'react';
import { Link } from 'wouter';
import { Printer } from 'lucide-react';
import { say } from '@/lib/words';
import { useServices } from '../page/services';
import { Bars } from '../ui/bars';
import { Button } from '../ui/button';
import { FaultNotice } from '../ui/fault-notice';
import { useLoaded } from '../ui/use-loaded';
import { Page } from '../workspace/page';
import { OrderPrint } from './order-print';

/** The printed copy as it will look, and the button that prints it. */
export function PrintPage({ orderId }: { readonly orderId: string }) {
  const { desk } = useServices();
  const found = useLoaded(useCallback(() => desk.printOrder(orderId), [desk, orderId]));
  const model = found.phase === 'ready' ? found.value : null;
  return (
    <Page
      title={say('print.title', { number: model?.number ?? '' })}
      actions={
        <>
          <Link className="button" href={`/orders/${encodeURIComponent(orderId)}`}>
            {say('print.back')}
          </Link>
          {model && (
            <Button
              look="primary"
              icon={<Printer size={16} aria-hidden="true" />}
              onClick={() => window.print()}
            >
              {say('print.action')}
            </Button>
          )}
        </>
      }
    >
      {found.phase === 'loading' && <Bars rows={8} />}
      {found.phase === 'failed' && <FaultNotice fault={found.fault} />}
      {found.phase === 'ready' && !model && (
        <FaultNotice fault={{ code: 'order/unknown', params: { number: orderId } }} />
      )}
      {model && <OrderPrint model={model} />}
    </Page>
  );
}
