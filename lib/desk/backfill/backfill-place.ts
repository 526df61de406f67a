import type { Directory } from '@/lib/archive';
import { canonicalJson, sha256Hex, utf8, type OrderNumber } from '@/lib/base';

/** Where in the imports an order that was taken from a page lies. */
export interface BackfillPlace {
  readonly importId: string;
  readonly part: number;
  readonly isTaken: boolean;
}

/** Characters of a tracking number that name the import; the others, as a number, the part of it. */
const NAMING = 4;

/**
 * The place of an order by supplier, location and number alone: taken on two computers, or from two pages, it is the same
 * part of the same import, and counts once. One number at two locations is two orders. A withdrawn import isn't taken up
 * again: what is taken anew goes into one of its own.
 */
export function backfillPlace(
  { imports }: Pick<Directory, 'imports'>,
  {
    supplierId,
    purchaserDea,
    number,
  }: { readonly supplierId: string; readonly purchaserDea: string | null; readonly number: OrderNumber },
): BackfillPlace {
  const of = sha256Hex(utf8(canonicalJson({ supplierId, purchaserDea }))).slice(0, 16);
  const base = `backfill-${of}-${number.slice(0, NAMING)}`;
  const same = imports.filter(({ id }) => id === base || id.startsWith(`${base}.`));
  const standing = same.find(({ withdrawn }) => withdrawn === null);
  const part = Number.parseInt(number.slice(NAMING), 36);
  return {
    importId: standing?.id ?? (same.length === 0 ? base : `${base}.${same.length}`),
    part,
    isTaken: standing?.parts.includes(part) ?? false,
  };
}
