import { faultOf, type Fault, type Ndc11 } from '@/lib/base';
import type { ProductFacts } from '@/lib/drugs';
import type { DeskPorts } from '../ports';

/** What the NDC directory says; nothing, and why, where it can't be read: it is no record, and no order waits for it. */
export interface ListedFacts {
  readonly listed: ReadonlyMap<Ndc11, ProductFacts>;
  readonly unread: Fault | null;
}

export async function listedFacts(
  { catalogue }: Pick<DeskPorts, 'catalogue'>,
  ndcs: readonly Ndc11[],
): Promise<ListedFacts> {
  try {
    return { listed: await catalogue.findMany([...new Set(ndcs)]), unread: null };
  } catch (error) {
    return { listed: new Map(), unread: faultOf(error) };
  }
}
