import type { Bytes } from '../der/reader';
import { pfxHashes, type PfxHash } from './pfx-hashes';
import { sha1Chain } from './sha1-chain';
import { sha256Chain } from './sha256-chain';

const CHAINS: Readonly<Partial<Record<PfxHash, typeof sha1Chain>>> = {
  sha1: sha1Chain,
  sha256: sha256Chain,
};

/** The hash of the hash of …, `times` deep; the two hashes that files really use go without an object per round. */
export function repeatedHash(hashName: PfxHash, data: Uint8Array, times: number): Bytes {
  const hash = pfxHashes[hashName];
  const digest = new Uint8Array(hash(data));
  const chain = CHAINS[hashName];
  if (chain) {
    const view = new DataView(digest.buffer);
    const words = Int32Array.from({ length: digest.length / 4 }, (_, i) => view.getInt32(i * 4));
    chain(words, times - 1);
    words.forEach((word, i) => view.setInt32(i * 4, word));
    words.fill(0);
    return digest;
  }
  // Cloning one fresh state halves the time against a new one each round.
  const fresh = hash.create();
  const work = hash.create();
  for (let i = 1; i < times; i++) {
    fresh._cloneInto(work);
    work.update(digest).digestInto(digest);
  }
  work.destroy();
  return digest;
}
