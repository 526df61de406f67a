import {
  completeProduct,
  productKey,
  recogniseProduct,
  type ProductFacts,
  type ProductText,
} from '@/lib/drugs';
import type { DeskPorts } from '../ports';
import { recordLearned } from './record-learned';

/**
 * Records what the NDC directory says of products whose text doesn't say it all, so that what is counted follows from the
 * records alone, on every computer. What a text contradicts isn't recorded. Answers how many were.
 */
export async function learnListed(
  { archive, catalogue }: Pick<DeskPorts, 'archive' | 'catalogue'>,
  texts: readonly ProductText[],
  /** What they were learned for: the same for a retry, which records nothing twice. */
  cause: string,
): Promise<number> {
  if (!texts.some(({ ndc }) => ndc !== null) || (await catalogue.state()) === null) return 0;
  const { products } = await archive.directory();
  const open = texts.flatMap((text) => {
    const plain = recogniseProduct(text);
    const key = productKey(text);
    // What was learned from a page gives way to the directory.
    const isSaid = products[key] !== undefined && products[key].from !== 'page';
    return plain.ndc11 === null || isSaid ? [] : [{ text, plain, key, ndc: plain.ndc11 }];
  });
  const listed = await catalogue.findMany([...new Set(open.map(({ ndc }) => ndc))]);
  const learned = new Map<string, ProductFacts>();
  for (const { text, plain, key, ndc } of open) {
    const facts = listed.get(ndc);
    if (facts && completes(text, plain, facts)) learned.set(key, facts);
  }
  return recordLearned(archive, learned, 'catalogue', cause);
}

/** Whether the directory adds what a figure needs, and contradicts nothing. */
function completes(
  text: ProductText,
  plain: ReturnType<typeof recogniseProduct>,
  facts: ProductFacts,
): boolean {
  const { product, disagreements } = completeProduct(text, facts);
  if (disagreements.length > 0) return false;
  if (plain.substance === null) return facts.substanceCode !== null || text.schedule !== 'none';
  return (['strengthMg', 'packageSize', 'form'] as const).some(
    (field) => plain[field] === null && product[field] !== null,
  );
}
