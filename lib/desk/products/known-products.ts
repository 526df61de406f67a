import type { Directory } from '@/lib/archive';
import type { Ndc11 } from '@/lib/base';
import type { DeskPorts } from '../ports';
import { listedFacts, type ListedFacts } from './listed-facts';

/** What is on record, and in the NDC directory, of the products of some lines. */
export interface KnownProducts extends ListedFacts {
  /** By `productKey`. */
  readonly said: Directory['products'];
}

export const nothingKnown: KnownProducts = { said: {}, listed: new Map(), unread: null };

/** Asked once for all lines of an order; an NDC that a person has spoken of isn't looked up. */
export async function knownProducts(
  { archive, catalogue }: Pick<DeskPorts, 'archive' | 'catalogue'>,
  lines: readonly { readonly ndc11: Ndc11 | null }[],
): Promise<KnownProducts> {
  const { products: said } = await archive.directory();
  const asked = lines.flatMap(({ ndc11 }) =>
    ndc11 === null || said[`ndc:${ndc11}`]?.from === 'person' ? [] : [ndc11],
  );
  return { said, ...(await listedFacts({ catalogue }, asked)) };
}
