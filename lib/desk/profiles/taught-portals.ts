import type { Directory } from '@/lib/archive';
import { canonicalJson, sha256Hex, utf8, type Json } from '@/lib/base';

/**
 * What scripts in pages are told of all suppliers: the hosts on which a profile says where things are, so that a page is read
 * there though no word of it sounds like an order (a portal that came with the product once it was taken); and a stamp that changes with any supplier. Nothing else of them leaves.
 */
export function taughtPortals({ suppliers }: Pick<Directory, 'suppliers'>): {
  readonly hosts: readonly string[];
  readonly stamp: string;
} {
  const taught = suppliers.filter(({ reading }) => reading !== undefined);
  return {
    hosts: [...new Set(taught.flatMap(({ hosts }) => hosts))].sort(),
    stamp: sha256Hex(utf8(canonicalJson(suppliers as unknown as Json))).slice(0, 16),
  };
}
