import { canonicalJson, limits, type Json } from '@/lib/base';
import { productKey, recogniseProduct, type Product, type ProductFacts, type ProductText } from '@/lib/drugs';
import { textOf } from '../product-of';
import type { DeskPorts } from '../ports';
import { recordLearned } from './record-learned';

/** Orders of an NDC that are looked at, the newest; if they differ, nothing is learned from them. */
const ORDERS_ASKED = 200;

/**
 * What pages themselves said whole of an NDC counts for its lines that say less: those of this order from what orders on
 * record say, and, once this order goes on record too, earlier ones that weren't recognised. Only columns are believed,
 * and only where all that is known agrees.
 */
export async function learnFromPages(
  { archive }: Pick<DeskPorts, 'archive'>,
  texts: readonly ProductText[],
  cause: string,
  /** `asked`: any page may ask for a signature, and without a click; its own word is believed only once somebody acted on it. */
  standing: 'asked' | 'recorded',
): Promise<number> {
  const { products } = await archive.directory();
  const open = texts.flatMap((text) => {
    const product = recogniseProduct(text);
    const key = productKey(text);
    return product.ndc11 === null || products[key] ? [] : [{ product, key, ndc: product.ndc11 }];
  });
  if (open.length === 0) return 0;
  const learned = new Map<string, ProductFacts>();
  const unknown = await archive.unknownProducts(limits.unknownProductsShown);
  const waiting = new Set(unknown.map(({ key }) => key));
  for (const { product, key, ndc } of open) {
    const said = wholeIn(product);
    if (said ? standing === 'asked' || !waiting.has(key) : isWhole(product)) continue;
    const earlier = (await archive.search(ndc, ORDERS_ASKED)).flatMap(({ draft }) =>
      draft.lines
        .filter(({ ndc11 }) => ndc11 === ndc)
        .flatMap((line) => wholeIn(recogniseProduct(textOf(line))) ?? []),
    );
    const own = open.flatMap((one) => (one.key === key ? (wholeIn(one.product) ?? []) : []));
    if (standing === 'asked' && earlier.length === 0) continue;
    const all = [...own, ...earlier];
    const [facts] = all;
    if (facts && new Set(all.map((one) => canonicalJson(one as unknown as Json))).size === 1)
      learned.set(key, facts);
  }
  return recordLearned(archive, learned, 'page', cause);
}

function isWhole({ substance, strengthMg, packageSize, form }: Product): boolean {
  return substance !== null && strengthMg !== null && packageSize !== null && form !== null;
}

/** Null where something is missing, guessed, or said in two ways. */
function wholeIn(product: Product): ProductFacts | null {
  const { substance, strengthMg, form, packageSize, packageSizeFrom, schedule, contradictions } = product;
  if (!substance || !isWhole(product) || packageSizeFrom !== 'column' || contradictions.length > 0)
    return null;
  return { substanceCode: substance.code, strengthMg, form, packageSize, schedule };
}
