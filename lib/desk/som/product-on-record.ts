import type { Directory } from '@/lib/archive';
import {
  completeProduct,
  productKey,
  recogniseProduct,
  type Disagreement,
  type Product,
  type ProductText,
} from '@/lib/drugs';

const OF_AMOUNT: readonly Disagreement['field'][] = ['substance', 'strength', 'packageSize'];

/**
 * The product of a text with what is on record of it: a person's word goes before the text, what a page or the directory said
 * completes it. Null where those and the text differ about how much it is, or of what: nothing may be counted from it.
 */
export function productOnRecord(
  text: ProductText,
  { products }: Pick<Directory, 'products'>,
): Product | null {
  const key = productKey(text);
  const said = Object.hasOwn(products, key) ? products[key] : undefined;
  if (!said || said.from === 'person') return recogniseProduct(text, said?.facts ?? null);
  const { product, disagreements } = completeProduct(text, said.facts);
  return disagreements.some(({ field }) => OF_AMOUNT.includes(field)) ? null : product;
}
