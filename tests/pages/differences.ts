import type { Evidence, SeenPage } from '@/lib/portal';
import { parsePackages } from '@/lib/portal';
import type { PageTruth } from './truth';

const NUMBERS = new Set(['packages', 'shipped', 'received']);

/** Where what was seen differs from the truth, one sentence each; empty when it is right. */
export function differences(seen: SeenPage, truth: PageTruth): readonly string[] {
  const found: string[] = [];
  const compare = (what: string, is: unknown, should: unknown) => {
    if (should !== undefined && is !== should)
      found.push(`${what}: ${JSON.stringify(is)}, should be ${JSON.stringify(should)}`);
  };
  const text = (value: Evidence | null) => value?.text ?? null;
  compare('kind', seen.kind, truth.kind);
  for (const field of [
    'orderNumber',
    'supplierName',
    'supplierDea',
    'purchaserDea',
    'shipDate',
    'state',
  ] as const) {
    compare(field, text(seen[field]), truth[field]);
  }
  compare('lines', seen.lines.length, truth.lines.length);
  truth.lines.forEach((line, i) => {
    const values = seen.lines[i] as unknown as Record<string, Evidence | null> | undefined;
    for (const [field, should] of Object.entries(line)) {
      const is = text(values?.[field] ?? null);
      compare(`line ${i + 1} ${field}`, NUMBERS.has(field) && is !== null ? parsePackages(is) : is, should);
    }
  });
  compare('orders', seen.orders.length, truth.orders.length);
  truth.orders.forEach((order, i) => {
    const is = seen.orders[i];
    compare(
      `order ${i + 1}`,
      is && JSON.stringify([text(is.orderNumber), text(is.state), text(is.date)]),
      JSON.stringify([order.orderNumber, order.state, order.date]),
    );
  });
  return found;
}
