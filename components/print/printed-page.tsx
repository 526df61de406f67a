import { useCallback, type ReactNode } from 'react';
import { Link } from 'wouter';
import { Printer } from 'lucide-react';
import type { PrintModel } from '@/lib/documents';
import { say } from '@/lib/words';
import { useServices } from '../page/services';
import { Bars } from '../ui/bars';
import { Button } from '../ui/button';
import { FaultNotice } from '../ui/fault-notice';
import { useLoaded } from '../ui/use-loaded';
import { Page } from '../workspace/page';

interface PrintedPageProps {
  readonly orderId: string;
  readonly title: (number: string) => string;
  /** Whether there is anything to print. */
  readonly isPrintable?: (model: PrintModel) => boolean;
  readonly children: (model: PrintModel) => ReactNode;
}

/** Sheets of an order as they will look on paper, and the button that prints them. */
export function PrintedPage({ orderId, title, isPrintable = () => true, children }: PrintedPageProps) {
  const { desk } = useServices();
  const found = useLoaded(useCallback(() => desk.printOrder(orderId), [desk, orderId]));
  const model = found.phase === 'ready' ? found.value : null;
  return (
    <Page
      title={title(model?.number ?? '')}
      actions={
        <>
          <Link className="button" href={`/orders/${encodeURIComponent(orderId)}`}>
            {say('print.back')}
          </Link>
          {model && isPrintable(model) && (
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
      {model && children(model)}
    </Page>
  );
}
