import type { PlainDate } from '@/lib/base';
import { baseMgOf, recogniseProduct, unitsOf, type Product, type ProductText } from '@/lib/drugs';
import { comesIn, type BesideState, type OrderPhase, type OrderState } from '@/lib/order';
import type { HistoryLine } from './directory';
import type { Contribution } from './rows';

/** How many texts of products are remembered: more than a pharmacy orders. */
const REMEMBERED = 2_000;
const recognised = new Map<string, Product>();

/** The same products come again and again, and recognising one takes longer than all else of an order's fold. */
function recogniseOnce(text: ProductText): Product {
  const key = JSON.stringify(text);
  const product = recognised.get(key) ?? recogniseProduct(text);
  if (recognised.size >= REMEMBERED) recognised.clear();
  recognised.set(key, product);
  return product;
}

function contribution(
  product: Product,
  packages: number,
  at: { readonly supplierId: string; readonly date: PlainDate },
): Contribution[] {
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

const TAKEN_BACK: ReadonlySet<OrderPhase> = new Set(['not-accepted', 'cancelled', 'lost']);

/**
 * Packages of each line that count as purchased: as ordered, whatever came of the balance at day 60; of what was voided,
 * taken back, lost or not accepted, only what shipped or came nevertheless.
 */
export function countedPackages(state: OrderState): readonly number[] {
  return state.lines.map(({ ordered, shipped, received, voided }) =>
    voided || TAKEN_BACK.has(state.phase) ? Math.max(shipped ?? 0, received) : ordered,
  );
}

/** What an order adds to the series. */
export function contributionsOfOrder(state: OrderState): Contribution[] {
  const { draft, orderedOn: date } = state;
  const supplierId = state.supplierId ?? draft.supplier.deaNumber ?? '';
  const counted = countedPackages(state);
  return draft.lines.flatMap((line, index) => {
    const packages = counted[index] ?? 0;
    if (line.packages === null || packages === 0) return [];
    const text: ProductText = {
      description: line.name,
      ndc: line.ndc11,
      strength: line.strength,
      form: line.form,
      packageSize: line.packageSize === null ? null : String(line.packageSize),
      schedule: line.schedule,
    };
    return contribution(recogniseOnce(text), packages, { supplierId, date });
  });
}

/**
 * What a record beside CSOS adds: goods that came in by paper form, invoice or transfer; what went back to a supplier is
 * taken off (som.md 2). Losses and transfers to others aren't purchases, and change nothing here.
 */
export function contributionsOfBeside({ record, withdrawn }: BesideState): Contribution[] {
  const sign = comesIn(record.kind) ? 1 : record.kind === 'return' ? -1 : 0;
  if (sign === 0 || withdrawn !== null) return [];
  const supplierId = record.other?.deaNumber ?? record.other?.name ?? '';
  return record.lines.flatMap((line) => {
    const text: ProductText = {
      description: line.name,
      ndc: line.ndc11,
      strength: line.strength,
      form: null,
      packageSize: line.packageSize === null ? null : String(line.packageSize),
      schedule: line.schedule,
    };
    const loose = line.packageSize === null ? 0 : line.looseUnits / line.packageSize;
    const added = contribution(recogniseOnce(text), line.packages + loose, {
      supplierId,
      date: record.date,
    });
    return added.map((one) => ({ ...one, baseUg: sign * one.baseUg, milliUnits: sign * one.milliUnits }));
  });
}

/** What lines of earlier orders add; thousands of them in one transaction. */
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
    return contribution(recogniseOnce(text), line.packages, line);
  });
}
