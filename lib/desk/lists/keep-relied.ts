import type { Archive } from '@/lib/archive';
import { formatListNumber } from './format-list-number';
import type { ReliedList } from './views';

/**
 * Keeps the lists that a signature is about to rest on, so that years later they can be shown beside it. Before the
 * signature: a list kept for nothing harms nobody. Throws `archive/storage-full`.
 */
export async function keepRelied(
  { lists }: Pick<Archive, 'lists'>,
  relied: readonly ReliedList[],
): Promise<void> {
  for (const { scope, issuer, number, thisUpdate } of await lists.all()) {
    const isRelied = relied.some(
      (one) =>
        one.issuer === issuer && one.thisUpdate === thisUpdate && one.number === formatListNumber(number),
    );
    if (isRelied) await lists.keep(scope);
  }
}
