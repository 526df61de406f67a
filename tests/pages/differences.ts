import type { Evidence, SeenPage } from '@/lib/portal';
import { parsePackages } from '@/lib/portal';
import { pageResult } from '../eval/page-reading/page-result';
import type { PageTruth } from './truth';

const NUMBERS = new Set(['packages', 'shipped', 'received', 'suggested']);

export interface Difference {
  /** As `expectedFailures` names it: `kind`, `lines`, `line 2 packageSize`, `order 1`, `line 2 normal schedule`. */
  readonly field: string;
  readonly is: unknown;
  readonly should: unknown;
}

/** Where what was seen differs from the truth; empty when it is right. */
export function differences(seen: SeenPage, truth: PageTruth): readonly Difference[] {
  const found: Difference[] = [];
  const compare = (field: string, is: unknown, should: unknown) => {
    if (should !== undefined && JSON.stringify(is) !== JSON.stringify(should))
      found.push({ field, is, should });
  };
  const text = (value: Evidence | null | undefined) => value?.text ?? null;
  const page = seen as unknown as Readonly<Record<string, Evidence | null | undefined>>;
  compare('kind', seen.kind, truth.kind);
  for (const field of [
    'orderNumber',
    'supplierName',
    'supplierDea',
    'purchaserDea',
    'shipDate',
    'state',
    'invoiceNumber',
  ] as const) {
    compare(field, text(page[field]), truth[field]);
  }
  compare('missing', (seen as { missing?: unknown }).missing ?? null, truth.missing);
  compare('lines', seen.lines.length, truth.lines.length);
  truth.lines.forEach((line, i) => {
    const values = seen.lines[i] as unknown as Record<string, Evidence | null> | undefined;
    for (const [field, should] of Object.entries(line)) {
      const is = text(values?.[field]);
      compare(`line ${i + 1} ${field}`, NUMBERS.has(field) && is !== null ? parsePackages(is) : is, should);
    }
  });
  const printed = pageResult('', seen, { detectMs: null, longestTaskMs: null }).lines;
  truth.normal?.forEach((line, i) => {
    for (const [field, should] of Object.entries(line)) {
      const is = (printed[i] as unknown as Record<string, unknown> | undefined)?.[field];
      compare(`line ${i + 1} normal ${field}`, is ?? null, should);
    }
  });
  compare('orders', seen.orders.length, truth.orders.length);
  truth.orders.forEach((order, i) => {
    const is = seen.orders[i];
    compare(`order ${i + 1}`, is && [text(is.orderNumber), text(is.state), text(is.date)], [
      order.orderNumber,
      order.state,
      order.date,
    ]);
  });
  return found;
}
