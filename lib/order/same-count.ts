import type { OrderEvents } from './events';

type Count = Pick<OrderEvents['order.received'], 'lines' | 'date'>;

/** Whether two receipts say that the same packages came on the same day: what whoever verified one of them has seen. */
export function sameCount(a: Count, b: Count): boolean {
  const said = ({ lines, date }: Count) =>
    [date, ...lines.map(({ lineNumber, packages }) => `${lineNumber}×${packages}`).sort()].join('\n');
  return said(a) === said(b);
}
