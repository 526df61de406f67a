import { concat } from '../der/values';
import type { Bytes } from '../der/reader';
import { fixedOctets } from './fixed-octets';
import { pfxHashes, type PfxHash } from './pfx-hashes';
import { repeatedHash } from './repeated-hash';

/** What the derived octets are for: RFC 7292 B.3. */
export const kdfPurpose = Object.freeze({ key: 1, iv: 2, mac: 3 });

/** PKCS #12's own key derivation (RFC 7292 B.2). */
export function pkcs12Kdf(
  hashName: PfxHash,
  purpose: number,
  password: Uint8Array,
  { salt, iterations }: { readonly salt: Uint8Array; readonly iterations: number },
  length: number,
): Bytes {
  const hash = pfxHashes[hashName];
  const block = hash.blockLen;
  const diversifier = new Uint8Array(block).fill(purpose);
  const stretched = stretch(password, block);
  const input = concat(stretch(salt, block), stretched);
  stretched.fill(0);
  const derived = fixedOctets(length);
  for (let at = 0; at < length; at += hash.outputLen) {
    const first = concat(diversifier, input);
    const digest = repeatedHash(hashName, first, iterations);
    first.fill(0);
    derived.set(digest.subarray(0, Math.min(digest.length, length - at)), at);
    const addend = stretch(digest, block).subarray(0, block);
    for (let start = 0; start < input.length; start += block)
      addPlusOne(input.subarray(start, start + block), addend);
    digest.fill(0);
    addend.fill(0);
  }
  input.fill(0);
  return derived;
}

/** `bytes` repeated to the next whole number of blocks; nothing stays nothing. */
function stretch(bytes: Uint8Array, block: number): Bytes {
  const stretched = fixedOctets(Math.ceil(bytes.length / block) * block);
  for (let i = 0; i < stretched.length; i++) stretched[i] = bytes[i % bytes.length] as number;
  return stretched;
}

/** value := value + addend + 1, modulo its size. */
function addPlusOne(value: Uint8Array, addend: Uint8Array): void {
  let carry = 1;
  for (let i = value.length - 1; i >= 0; i--) {
    carry += (value[i] as number) + (addend[i] as number);
    value[i] = carry & 0xff;
    carry >>= 8;
  }
}
