import { md5 } from '@noble/hashes/legacy.js';
import { concat, hex } from '../der/values';
import { DER_NULL, writeOctets, writeOid, writeSequence } from '../der/writer';
import type { Bytes } from '../der/reader';
import { oids } from '../oids';

const MD5 = writeSequence(writeOid(oids.md5), DER_NULL);

/**
 * RSASSA-PKCS1-v1_5 with MD5, which WebCrypto doesn't know and old certificates do; for the judging of history alone. The
 * whole encoding is built and compared (RFC 8017 8.2.2), so that nothing in a padding is ever parsed.
 */
export function verifyRsaMd5(
  key: { readonly modulus: Bytes; readonly exponent: number },
  signed: Bytes,
  signature: Bytes,
): boolean {
  const modulus = BigInt(`0x${hex(key.modulus)}`);
  const value = BigInt(`0x${hex(signature)}`);
  if (value >= modulus) return false;
  const digestInfo = writeSequence(MD5, writeOctets(md5(signed)));
  const padding = signature.length - digestInfo.length - 3;
  if (padding < 8) return false;
  const expected = concat(
    Uint8Array.of(0, 1),
    new Uint8Array(padding).fill(0xff),
    Uint8Array.of(0),
    digestInfo,
  );
  return power(value, key.exponent, modulus) === BigInt(`0x${hex(expected)}`);
}

function power(base: bigint, exponent: number, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}
