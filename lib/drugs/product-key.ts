import { foldText } from './fold-text';
import type { ProductText } from './product';
import { readNdc } from './read-ndc';

/** What facts about a product are kept under: `ndc:` and eleven digits where an NDC is known, else `text:` and the folded description. */
export function productKey({ description, ndc }: Pick<ProductText, 'description' | 'ndc'>): string {
  const ndc11 = ndc === null ? null : readNdc(ndc);
  return ndc11 === null ? `text:${foldText(description)}` : `ndc:${ndc11}`;
}
