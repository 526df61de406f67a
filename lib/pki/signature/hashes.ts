import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../der/reader';
import type { HashName } from './scheme';

/** Each hash over octets at once: WebCrypto's would cost a wait, and an IndexedDB transaction doesn't outlive one. */
export const hashes: Readonly<Record<HashName, (bytes: Uint8Array) => Bytes>> = Object.freeze({
  'SHA-256': sha256,
  'SHA-384': sha384,
  'SHA-512': sha512,
  'SHA-1': sha1,
  MD5: md5,
});

/** The same by WebCrypto, which is much faster and works on another thread; it knows no MD5. */
export async function digestOf(hash: HashName, bytes: Bytes): Promise<Bytes> {
  return hash === 'MD5' ? md5(bytes) : new Uint8Array(await crypto.subtle.digest(hash, bytes));
}
