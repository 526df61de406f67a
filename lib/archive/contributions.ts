import type { PlainDate } from '@/lib/base';
import { baseMgOf, recogniseProduct, unitsOf, type ProductText } from '@/lib/drugs';
import type { OrderState } from '@/lib/order';
import type { HistoryLine } from './directory';
import type { Contribution } from './rows';

function contribution(
  text: ProductText,
  packages: number,
  at: { readonly supplierId: string; readonly date: PlainDate },
): Contribution[] {
  const product = recogniseProduct(text);
  const baseMg = baseMgOf(product, packages);
  const units = unitsOf(product, packages);
  // What isn't recognised whole is left out; the SOM engine says so where it compares (`unchecked`).
  if (!product.substance || product.strengthMg === null || baseMg === null || units === null) return [];
  return [
    {
      substanceCode: product.substance.code,
      supplierId: at.supplierId,
      strengthMg: product.strengthMg,
      date: at.date,
      baseUg: Math.round(baseMg * 1_000),
      milliUnits: Math.round(units * 1_000),
    },
  ];
}

/** What an order adds to the series: the quantities ordered, unless the supplier didn't accept it. */
export function contributionsOfOrder(state: OrderState): Contribution[] {
  if (state.phase === 'not-accepted') return [];
  const { draft, orderedOn: date } = state;
  const supplierId = state.supplierId ?? draft.supplier.deaNumber ?? '';
  return draft.lines.flatMap((line) => {
    if (line.packages === null) return [];
    const text: ProductText = {
      description: line.name,
      ndc: line.ndc11,
      strength: line.strength,
      form: line.form,
      packageSize: line.packageSize === null ? null : String(line.packageSize),
      schedule: line.schedule,
    };
    return contribution(text, line.packages, { supplierId, date });
  });
}

export function contributionsOfHistory(lines: readonly HistoryLine[]): Contribution[] {
  return lines.flatMap((line) => {
    const text: ProductText = {
      description: line.product,
      ndc: line.ndc,
      strength: null,
      form: null,
      packageSize: line.packageSize === null ? null : String(line.packageSize),
      schedule: null,
    };
    return contribution(text, line.packages, line);
  });
}
