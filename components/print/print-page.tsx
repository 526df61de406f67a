import { say } from '@/lib/words';
import { OrderPrint } from './order-print';
import { PrintedPage } from './printed-page';

/** The printed copy of an order. */
export function PrintPage({ orderId }: { readonly orderId: string }) {
  return (
    <PrintedPage orderId={orderId} title={(number) => say('print.title', { number })}>
      {(model) => <OrderPrint model={model} />}
    </PrintedPage>
  );
}
