import { parseNdc, type ScheduleOrNone } from '@/lib/base';
import { recogniseProduct } from '@/lib/drugs';
import { parsePackages, readPageDate, type Evidence, type SeenLine, type SeenPage } from '@/lib/portal';

/** One page of `npm run -s eval -- pages DIR`; what isn't known is null. */
export interface PageResult {
  readonly file: string;
  readonly kind: SeenPage['kind'];
  readonly orderNumber: string | null;
  readonly supplierName: string | null;
  readonly supplierDea: string | null;
  readonly purchaserDea: string | null;
  readonly lines: readonly LineResult[];
  readonly orders: readonly {
    readonly orderNumber: string;
    readonly state: string | null;
    readonly date: string | null;
  }[];
  readonly detectMs: number | null;
  readonly longestTaskMs: number | null;
}

interface LineResult {
  readonly ndc11: string | null;
  readonly description: string | null;
  readonly strength: string | null;
  readonly packageSize: number | null;
  readonly packages: number | null;
  readonly schedule: ScheduleOrNone | null;
  readonly itemNumber: string | null;
  readonly shipped: number | null;
  readonly received: number | null;
}

export function pageResult(
  file: string,
  seen: SeenPage | null,
  timing: { readonly detectMs: number | null; readonly longestTaskMs: number | null },
): PageResult {
  return {
    file,
    kind: seen?.kind ?? 'none',
    orderNumber: text(seen?.orderNumber),
    supplierName: text(seen?.supplierName),
    supplierDea: text(seen?.supplierDea),
    purchaserDea: text(seen?.purchaserDea),
    lines: seen?.lines.map(lineResult) ?? [],
    orders:
      seen?.orders.map(({ orderNumber, state, date }) => ({
        orderNumber: orderNumber.text,
        state: text(state),
        date: date ? (readPageDate(date.text) ?? date.text) : null,
      })) ?? [],
    ...timing,
  };
}

function text(value: Evidence | null | undefined): string | null {
  return value?.text ?? null;
}

function count(value: Evidence | null): number | null {
  return value && parsePackages(value.text);
}

function lineResult(line: SeenLine): LineResult {
  const ndc = text(line.ndc);
  const product = recogniseProduct({
    description: text(line.description) ?? '',
    ndc,
    strength: text(line.strength),
    form: text(line.form),
    packageSize: text(line.packageSize),
    schedule: text(line.schedule),
  });
  return {
    ndc11: product.ndc11 ?? (ndc === null ? null : parseNdc(ndc)),
    description: text(line.description),
    strength: text(line.strength),
    packageSize: product.packageSize,
    packages: count(line.packages),
    schedule: product.schedule,
    itemNumber: text(line.itemNumber),
    shipped: count(line.shipped),
    received: count(line.received),
  };
}
