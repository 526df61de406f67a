import type { Fault } from '@/lib/base';
import {
  completeProduct,
  productKey,
  recogniseProduct,
  type ProductFacts,
  type ProductText,
} from '@/lib/drugs';
import type { DeskPorts } from '../ports';
import { listedFacts } from './listed-facts';
import { recordLearned } from './record-learned';

/**
 * Records what the NDC directory says of products whose text doesn't say it all, so that what is counted follows from the
 * records alone, on every computer. What a text contradicts isn't recorded. Answers how many were, and
 * `unread` where the directory couldn't be asked: nothing is learned then, and no order waits for it.
 */
export async function learnListed(
  { archive, catalogue }: Pick<DeskPorts, 'archive' | 'catalogue'>,
  texts: readonly ProductText[],
  /** What they were learned for: the same for a retry, which records nothing twice. */
  cause: string,
): Promise<{ readonly learned: number; readonly unread: Fault | null }> {
  if (!texts.some(({ ndc }) => ndc !== null)) return { learned: 0, unread: null };
  const { products } = await archive.directory();
  const open = texts.flatMap((text) => {
    const plain = recogniseProduct(text);
    const key = productKey(text);
    // What was learned from a page gives way to the directory.
    const isSaid = products[key] !== undefined && products[key].from !== 'page';
    return plain.ndc11 === null || isSaid ? [] : [{ text, plain, key, ndc: plain.ndc11 }];
  });
  const asked = open.map(({ ndc }) => ndc);
  const { listed, unread } = await listedFacts({ catalogue }, asked);
  const learned = new Map<string, ProductFacts>();
  for (const { text, plain, key, ndc } of open) {
    const facts = listed.get(ndc);
    if (facts && completes(text, plain, facts)) learned.set(key, facts);
  }
  return { learned: await recordLearned(archive, learned, 'catalogue', cause), unread };
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
