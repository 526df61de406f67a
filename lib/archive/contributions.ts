import type { ProductText } from '@/lib/drugs';
import { comesIn, type BesideState, type DraftLine, type OrderState } from '@/lib/order';
import { countedPackages } from './counted-packages';
import type { HistoryLine } from './directory';
import { heldOf, type Products } from './held';
import type { Held } from './rows';

export const holdsNothing: Held = { products: [], contributions: [] };

/** What a line of an order says of its product. */
export function textOf(line: DraftLine): ProductText {
  return {
    description: line.name,
    ndc: line.ndc11,
    strength: line.strength,
    form: line.form,
    packageSize: line.packageSize === null ? null : String(line.packageSize),
    schedule: line.schedule,
  };
}

export function supplierOf({ supplierId, draft }: OrderState): string {
  return supplierId ?? draft.supplier.deaNumber ?? '';
}

/** What an order holds, and adds to the series. */
export function heldByOrder(state: OrderState, products: Products): Held {
  const counted = countedPackages(state);
  const at = { isBack: false, supplierId: supplierOf(state), date: state.orderedOn };
  const lines = state.draft.lines.map((line, index) => ({
    ...{ ...at, text: textOf(line), packages: line.packages === null ? 0 : (counted[index] ?? 0) },
  }));
  return heldOf(lines, products);
}

/**
 * What a record beside CSOS holds and adds: goods that came in by paper form, invoice or transfer; what went back to a
 * supplier is taken off (som.md 2). Losses and transfers to others aren't purchases, and change nothing here.
 */
export function heldByBeside({ record, withdrawn }: BesideState, products: Products): Held {
  const isBack = record.kind === 'return';
  if (!(comesIn(record.kind) || isBack) || withdrawn !== null) return holdsNothing;
  const supplierId = record.other?.deaNumber ?? record.other?.name ?? '';
  const lines = record.lines.map((line) => ({
    ...{ isBack, supplierId, date: record.date },
    text: {
      description: line.name,
      ndc: line.ndc11,
      strength: line.strength,
      form: null,
      packageSize: line.packageSize === null ? null : String(line.packageSize),
      schedule: line.schedule,
    },
    packages: line.packages + (line.packageSize === null ? 0 : line.looseUnits / line.packageSize),
  }));
  return heldOf(lines, products);
}

/** What lines of earlier orders hold and add; thousands of them in one transaction. */
export function heldByHistory(lines: readonly HistoryLine[], products: Products): Held {
  const held = lines.map(({ product, ndc, packageSize, packages, supplierId, date }) => ({
    ...{ isBack: false, packages, supplierId, date },
    text: {
      description: product,
      ...{ ndc, strength: null, form: null, schedule: null },
      packageSize: packageSize === null ? null : String(packageSize),
    },
  }));
  return heldOf(held, products);
}
