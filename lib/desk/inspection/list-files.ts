import type { Archive } from '@/lib/archive';
import { sha256Hex } from '@/lib/base';
import type { SigningCircumstances } from '@/lib/order';
import { parseCrl } from '@/lib/pki';
import { formatListNumber } from '../lists/format-list-number';
import type { PackEntry, PackLog } from './pack-log';
import { pem } from './pem';
import { namesOnce, slug } from './stems';

type Relied = NonNullable<SigningCircumstances['revocationLists']>[number];

/** A revocation list that the pack holds. */
export interface KeptList {
  readonly path: string;
  readonly issuer: string;
  /** Decimal. */
  readonly number: string;
  /** Milliseconds. */
  readonly thisUpdate: number;
  readonly nextUpdate: number | null;
}

/**
 * The revocation lists of a pack, one in memory at a time: of each CA the newest, which names all that was revoked up to
 * now, and those that the pack's signatures rested on, also where others have taken their place on the shelf since.
 */
export class ListFiles {
  readonly #all: KeptList[] = [];
  readonly #newest: KeptList[] = [];
  readonly #asked = new Set<string>();
  readonly #hashes = new Set<string>();
  readonly #once = namesOnce();

  constructor(
    private readonly lists: Archive['lists'],
    private readonly log: PackLog,
  ) {}

  get all(): readonly KeptList[] {
    return this.#all;
  }

  async *newest(): AsyncGenerator<PackEntry> {
    for (const { scope } of await this.lists.all()) {
      const der = await this.lists.bytes(scope);
      if (der !== null) yield* this.#write(der);
    }
    this.#newest.push(...this.#all);
  }

  /** What signatures rested on, where it isn't written yet. */
  async *relied(relied: readonly Relied[]): AsyncGenerator<PackEntry> {
    for (const { issuer, thisUpdate } of relied) {
      const asked = `${thisUpdate} ${issuer}`;
      if (this.#asked.has(asked)) continue;
      this.#asked.add(asked);
      for (const der of await this.lists.kept(issuer, thisUpdate)) yield* this.#write(der);
    }
  }

  /** The very lists that a signature rested on, one for each scope of that CA; empty where they aren't kept here. */
  of({ issuer, number, thisUpdate }: Relied): readonly KeptList[] {
    return this.#all.filter(
      (list) => list.issuer === issuer && list.number === number && list.thisUpdate === thisUpdate,
    );
  }

  /** Which files a check of a signature needs: those it rested on, or else the newest ones of the same CA. */
  pathsFor(relied: readonly Relied[]): readonly string[] {
    const needed = relied.flatMap((one) => {
      const own = this.of(one);
      return own.length > 0 ? own : this.#newest.filter(({ issuer }) => issuer === one.issuer);
    });
    return [...new Set(needed.map(({ path }) => path))];
  }

  /** What a file is called is read from its own bytes: a newer list may take its place while the pack is made. */
  *#write(der: Uint8Array<ArrayBuffer>): Generator<PackEntry> {
    const sha256 = sha256Hex(der);
    if (this.#hashes.has(sha256)) return;
    this.#hashes.add(sha256);
    const { issuer, number: hex, thisUpdate, nextUpdate } = parseCrl(der);
    const number = formatListNumber(hex);
    const common = /CN=((?:\\.|[^,\\])+)/.exec(issuer.text)?.[1] ?? issuer.text;
    const path = `revocation-lists/${this.#once(`${slug(common)}-${slug(number)}`)}.crl.pem`;
    this.#all.push({ path, issuer: issuer.text, number, thisUpdate, nextUpdate });
    yield this.log.entry(path, pem('X509 CRL', der, `${issuer.text}, list ${number}`));
  }
}
