import { formatOrderNumber, type OrderNumber } from '@/lib/base';
import { say } from '@/lib/words';

/** How an order is named in a line of text. */
export function orderWords(number: OrderNumber | null): string {
  return number === null
    ? say('monitoring.order-unnumbered')
    : say('monitoring.order-of', { number: formatOrderNumber(number) });
}
