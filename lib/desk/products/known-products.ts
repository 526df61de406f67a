import type { Directory } from '@/lib/archive';
import type { Ndc11 } from '@/lib/base';
import type { ProductFacts } from '@/lib/drugs';
import type { DeskPorts } from '../ports';

/** What is on record, and in the NDC directory, of the products of some lines. */
export interface KnownProducts {
  /** By `productKey`. */
  readonly said: Directory['products'];
  readonly listed: ReadonlyMap<Ndc11, ProductFacts>;
}

export const nothingKnown: KnownProducts = { said: {}, listed: new Map() };

/** Asked once for all lines of an order; an NDC that a person has spoken of isn't looked up. */
export async function knownProducts(
  { archive, catalogue }: Pick<DeskPorts, 'archive' | 'catalogue'>,
  lines: readonly { readonly ndc11: Ndc11 | null }[],
): Promise<KnownProducts> {
  const { products: said } = await archive.directory();
  const asked = lines.flatMap(({ ndc11 }) =>
    ndc11 === null || said[`ndc:${ndc11}`]?.from === 'person' ? [] : [ndc11],
  );
  return { said, listed: await catalogue.findMany([...new Set(asked)]) };
}
