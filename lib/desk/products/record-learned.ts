import type { Archive, ProductSource } from '@/lib/archive';
import { sha256Hex, utf8 } from '@/lib/base';
import type { ProductFacts } from '@/lib/drugs';

/** Records what was learned of products, by key, in one act; answers how many. A retry for the same cause records nothing. */
export async function recordLearned(
  archive: Archive,
  learned: ReadonlyMap<string, ProductFacts>,
  from: ProductSource,
  cause: string,
): Promise<number> {
  if (learned.size === 0) return 0;
  const events = [...learned].map(([key, facts]) => ({
    type: 'product.set' as const,
    payload: { key, facts, from },
  }));
  const commandId = `learned-${cause}-${sha256Hex(utf8(JSON.stringify(events))).slice(0, 32)}`;
  await archive.append({ commandId, who: 'system', orderId: null, events });
  return learned.size;
}
