import { CountersignError, limits, parseNdc, type PlainDate } from '@/lib/base';
import {
  baseMgOf,
  completeProduct,
  mmeOf,
  productKey,
  recogniseProduct,
  type Product,
  type ProductText,
} from '@/lib/drugs';
import type { KnownProducts } from '../products/known-products';
import { readDay } from '../read-day';
import type { DispensingMapping } from './columns';
import type { DispensedCells } from './read-columns';

/** What a dispensed row is worth. Of the product no more than its substance is kept. */
export interface Dispensed {
  readonly date: PlainDate;
  /** DEA drug code; null: not controlled. */
  readonly substanceCode: string | null;
  readonly substanceName: string | null;
  readonly units: number;
  readonly baseMg: number | null;
  readonly mme: number | null;
}

/** Days in which a row can lie. */
const FIRST_DAY = '1970-01-01' as PlainDate;

export interface ReadDispensed {
  readonly mapping: DispensingMapping;
  readonly today: PlainDate;
  /** What people and the NDC directory said of products. */
  readonly known: KnownProducts;
}

/**
 * A reader of rows that remembers the products it has seen: a file of 100,000 rows names a few thousand. Throws
 * `dispensed/no-date`, `dispensed/no-quantity`, `dispensed/no-product`, none of which repeats what stands in the row.
 */
export function dispensedReader({
  mapping,
  today,
  known: said,
}: ReadDispensed): (row: DispensedCells) => Dispensed {
  const seen = new Map<string, Product | null>();
  const productOf = ({ ndc, product }: DispensedCells): Product | null => {
    const key = JSON.stringify([ndc, product]);
    let known = seen.get(key);
    if (known === undefined) {
      known = dispensedProduct({ ndc, product }, said);
      seen.set(key, known);
    }
    return known;
  };
  return (row) => {
    const date = readDay(row.date, mapping.dayOrder);
    if (date === null || date > today || date < FIRST_DAY) throw new CountersignError('dispensed/no-date');
    const units = quantityOf(row.quantity);
    if (units === null) throw new CountersignError('dispensed/no-quantity');
    const product = productOf(row);
    if (product === null) throw new CountersignError('dispensed/no-product');
    const { substance } = product;
    return {
      date,
      substanceCode: substance?.code ?? null,
      substanceName: substance?.name ?? null,
      units,
      baseMg: substance && baseMgOf(product, units),
      mme: substance && mmeOf(product, units),
    };
  };
}

/** One unit a package: quantities of prescriptions are in tablets, patches, millilitres. Null: unknown. */
function dispensedProduct(
  { ndc, product: name }: Pick<DispensedCells, 'ndc' | 'product'>,
  { said, listed }: KnownProducts,
): Product | null {
  const text: ProductText = {
    description: name,
    ndc: ndc === '' ? null : ndc,
    ...{ strength: null, form: null, packageSize: null, schedule: null },
  };
  const onRecord = said[productKey(text)];
  const ndc11 = parseNdc(ndc);
  const facts = (ndc11 === null ? undefined : listed.get(ndc11)) ?? onRecord?.facts;
  const read =
    onRecord?.from === 'person'
      ? recogniseProduct(text, onRecord.facts)
      : facts
        ? completeProduct(text, facts).product
        : recogniseProduct(text);
  // Name and NDC say different things: neither is taken for granted.
  if (read.contradictions.includes('substance') || read.contradictions.includes('strength')) return null;
  const product = { ...read, packageSize: 1 };
  if (product.substance !== null) return product.strengthMg === null ? null : product;
  // A name that is none of a controlled substance is taken for what it is; a bare NDC says nothing.
  return product.schedule === 'none' || /[a-z]{3}/i.test(name) ? product : null;
}

/** `30`, `37.5`, `1,200`; null for everything that isn't plainly a number above 0. */
function quantityOf(text: string): number | null {
  if (!/^(\d{1,7}|\d{1,3}(,\d{3})+)(\.\d{1,4})?$/.test(text)) return null;
  const units = Number(text.replaceAll(',', ''));
  return units > 0 && units <= limits.dispensedUnitsMax ? units : null;
}
