import type { PlainDate } from '@/lib/base';
import {
  baseMgOf,
  completeProduct,
  productKey,
  recogniseProduct,
  type Disagreement,
  unitsOf,
  type Product,
  type ProductFacts,
  type ProductText,
} from '@/lib/drugs';
import type { Directory } from './directory';
import type { Contribution, Held, UnrecognisedRow } from './rows';

export type Products = Directory['products'];

/** How many texts of products are remembered: more than a pharmacy orders. */
const REMEMBERED = 2_000;
const recognised = new Map<string, Read>();

/** The product of a text; not clear where the text and what was learned of it differ about how much it is, or of what. */
interface Read {
  readonly product: Product;
  readonly isClear: boolean;
}

const OF_AMOUNT: readonly Disagreement['field'][] = ['substance', 'strength', 'packageSize'];

/**
 * As a line is read before it is signed: a person's word goes before the text; what the directory or another page said
 * completes it, and where the two differ, neither is taken for granted.
 */
function read(text: ProductText, facts: ProductFacts | null, isOfPerson: boolean): Read {
  if (facts === null || isOfPerson) return { product: recogniseProduct(text, facts), isClear: true };
  const { product, disagreements } = completeProduct(text, facts);
  return { product, isClear: !disagreements.some(({ field }) => OF_AMOUNT.includes(field)) };
}

/** The same products come again and again, and recognising one takes longer than all else of an order's fold. */
function readOnce(text: ProductText, facts: ProductFacts | null, isOfPerson: boolean): Read {
  const name = JSON.stringify([text, facts, isOfPerson]);
  const found = recognised.get(name) ?? read(text, facts, isOfPerson);
  if (recognised.size >= REMEMBERED) recognised.clear();
  recognised.set(name, found);
  return found;
}

/** A product as monitoring counts it; null where it isn't recognised whole, and so counts nowhere. */
interface CountedProduct {
  readonly substanceCode: string;
  readonly strengthMg: number;
  /** Thousandths of units and micrograms of base drug in so many packages. */
  readonly amountOf: (packages: number) => { readonly milliUnits: number; readonly baseUg: number };
}

interface Recognised {
  readonly key: string;
  readonly counted: CountedProduct | null;
  /** It isn't controlled, or so it is said: nothing of it is missing. */
  readonly isOther: boolean;
}

/** What a text is by all that is known of products: the same that it is compared as before it is signed. */
export function recognise(text: ProductText, products: Products): Recognised {
  const key = productKey(text);
  const said = Object.hasOwn(products, key) ? products[key] : undefined;
  const facts = said?.facts ?? null;
  const isOfPerson = said?.from === 'person';
  const { product, isClear } = readOnce(text, facts, isOfPerson);
  const { substance, strengthMg } = product;
  const isOther =
    facts && isOfPerson
      ? facts.substanceCode === null
      : isClear && substance === null && product.schedule === 'none';
  if (
    !isClear ||
    !substance ||
    strengthMg === null ||
    baseMgOf(product, 1) === null ||
    unitsOf(product, 1) === null
  )
    return { key, counted: null, isOther };
  const amountOf = (packages: number) => ({
    milliUnits: Math.round((unitsOf(product, packages) ?? 0) * 1_000),
    baseUg: Math.round((baseMgOf(product, packages) ?? 0) * 1_000),
  });
  return { key, isOther, counted: { substanceCode: substance.code, strengthMg, amountOf } };
}

/** One line of an order, a record or a file. */
interface HeldLine {
  readonly text: ProductText;
  /** That count; 0: none of it. */
  readonly packages: number;
  readonly isBack: boolean;
  readonly supplierId: string;
  readonly date: PlainDate;
}

/** What lines hold: their products, what they add to the series, and what isn't recognised whole and so adds nothing. */
export function heldOf(lines: readonly HeldLine[], products: Products): Held {
  const keys = new Set<string>();
  const contributions: Contribution[] = [];
  const unrecognised = new Map<string, UnrecognisedRow>();
  for (const { text, packages, isBack, supplierId, date } of lines) {
    const { key, counted, isOther } = recognise(text, products);
    keys.add(key);
    if (!counted) {
      if (isOther) continue;
      const row = { key, date, text: text.description.replace(/\s+/g, ' ').trim() };
      const name = JSON.stringify(row);
      const before = unrecognised.get(name);
      const ndc = key.startsWith('ndc:') ? key.slice('ndc:'.length) : null;
      const { schedule } = text;
      const scheduled = (before?.scheduled ?? 0) + (schedule === null || schedule === 'none' ? 0 : 1);
      unrecognised.set(name, {
        ...{ ...row, ndc, lines: (before?.lines ?? 0) + 1 },
        ...(scheduled > 0 && { scheduled }),
      });
      continue;
    }
    if (!(packages > 0)) continue;
    const { substanceCode, strengthMg } = counted;
    const { milliUnits, baseUg } = counted.amountOf(packages);
    const sums = isBack
      ? { baseUg: -baseUg, milliUnits: -milliUnits, backUg: baseUg, backMilliUnits: milliUnits }
      : { baseUg, milliUnits };
    contributions.push({ substanceCode, supplierId, strengthMg, date, ...sums });
  }
  return {
    products: [...keys],
    contributions,
    ...(unrecognised.size > 0 && { unrecognised: [...unrecognised.values()] }),
  };
}
