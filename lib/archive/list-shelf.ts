import { guarded } from '@/lib/base';
import type { ArchiveDatabase } from './database';

/** How a list came here: from a distribution point, or from a file that a person brought. */
export type ListSource =
  | { readonly kind: 'fetched'; readonly url: string }
  | { readonly kind: 'imported'; readonly who: string; readonly file: string };

/** What is known of a revocation list that lies on the shelf, without its bytes. */
export interface ShelvedList {
  /** Lists of one scope replace each other; `crlScopeKey` of `pki`. */
  readonly scope: string;
  /** RFC 4514 text of the CA that issued it. */
  readonly issuer: string;
  /** Distribution points at which it was found. */
  readonly urls: readonly string[];
  /** CRL number in hex, as `pki` reads it; null where the list has none. */
  readonly number: string | null;
  /** Milliseconds since 1970. */
  readonly thisUpdate: number;
  readonly nextUpdate: number | null;
  /** When its host, or its file, was last seen to hold it: milliseconds since 1970. */
  readonly fetchedAt: number;
  readonly source: ListSource;
}

export interface StoredList extends ShelvedList {
  readonly der: Uint8Array<ArrayBuffer>;
}

/**
 * Verified revocation lists, kept until others take their place. A cache: no event tells of it, no chain holds it, and a
 * rebuild leaves it as it is. Whoever puts a list here has checked its signature; who reads one checks it again.
 */
export interface ListShelf {
  all(): Promise<readonly ShelvedList[]>;
  /** Bytes of the list of a scope; null where there is none. They may be tens of megabytes, so they lie apart. */
  bytes(scope: string): Promise<Uint8Array<ArrayBuffer> | null>;
  forIssuer(issuer: string): Promise<readonly ShelvedList[]>;
  forUrl(url: string): Promise<readonly ShelvedList[]>;
  /**
   * Puts a list in the place of the one of its scope if `mayReplace` says so of it, in one transaction, so that two
   * windows can't put the older one last. Answers what stands there after. Throws `archive/storage-full`.
   */
  put(list: StoredList, mayReplace: (known: ShelvedList) => boolean): Promise<ShelvedList>;
  /**
   * Keeps the list that lies on the shelf for a scope also after another took its place, because a signature rests on it.
   * Those that ended before the oldest order here was placed go then. Throws `archive/storage-full`.
   */
  keep(scope: string): Promise<void>;
  /** Bytes of the lists that were kept of a CA and were issued at a moment, one for each scope; empty where there are none. */
  kept(issuer: string, thisUpdate: number): Promise<readonly Uint8Array<ArrayBuffer>[]>;
}

/** Rows of bytes that were kept lie beside those of the shelf, whose scopes are words of `crlScopeKey`. */
const KEPT = 'kept ';
const keptKey = (issuer: string, thisUpdate: number, scope: string) =>
  `${KEPT}${JSON.stringify([issuer, thisUpdate])} ${scope}`;

/** Orders are dated in zones; lists are judged with some leave for clocks. */
const MARGIN_MS = 172_800_000;

/** What ended before the oldest order was placed speaks of no order that is here. */
async function dropKept(db: ArchiveDatabase): Promise<void> {
  const oldest = await db.orders.orderBy('[orderedOn+wall+counter+orderId]').first();
  if (!oldest) return;
  const since = Date.parse(oldest.orderedOn) - MARGIN_MS;
  await db.listBytes
    .where('scope')
    .startsWith(KEPT)
    .filter(({ nextUpdate = null }) => nextUpdate !== null && nextUpdate < since)
    .delete();
}

export function listShelf(db: ArchiveDatabase): ListShelf {
  return {
    all: () => guarded(() => db.lists.toArray()),

    bytes: (scope) => guarded(async () => (await db.listBytes.get(scope))?.der ?? null),

    forIssuer: (issuer) => guarded(() => db.lists.where('issuer').equals(issuer).toArray()),

    forUrl: (url) => guarded(() => db.lists.where('urls').equals(url).toArray()),

    put: ({ der, ...list }, mayReplace) =>
      guarded(() =>
        db.transaction('rw', db.lists, db.listBytes, async () => {
          const known = await db.lists.get(list.scope);
          if (known && !mayReplace(known)) return known;
          // A list imported from a file is still the one that its distribution points publish.
          const merged = { ...list, urls: [...new Set([...(known?.urls ?? []), ...list.urls])] };
          await db.lists.put(merged);
          await db.listBytes.put({ scope: list.scope, der });
          return merged;
        }),
      ),

    keep: (scope) =>
      guarded(() =>
        db.transaction('rw', db.lists, db.listBytes, db.orders, async () => {
          const list = await db.lists.get(scope);
          if (!list) return;
          const key = keptKey(list.issuer, list.thisUpdate, scope);
          if ((await db.listBytes.where('scope').equals(key).count()) > 0) return;
          const bytes = await db.listBytes.get(scope);
          if (!bytes) return;
          await dropKept(db);
          await db.listBytes.put({ scope: key, der: bytes.der, nextUpdate: list.nextUpdate });
        }),
      ),

    kept: (issuer, thisUpdate) =>
      guarded(async () => {
        const rows = await db.listBytes
          .where('scope')
          .startsWith(keptKey(issuer, thisUpdate, ''))
          .toArray();
        return rows.map(({ der }) => der);
      }),
  };
}
