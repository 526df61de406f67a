import { concat, tags } from '@/lib/pki/der/values';
import type { Bytes } from '@/lib/pki/der/reader';
import { write, writeInteger, writeOctets, writeOid, writeSequence, writeTime } from '@/lib/pki/der/writer';
import { TEST_FROM, TEST_UNTIL, testName } from '@/lib/pki/testing/make-certificate';
import { derSignature } from '@/lib/pki/testing/make-message';

const ECDSA_SHA256 = writeSequence(writeOid('1.2.840.10045.4.3.2'));
const KEY_COMPROMISE = writeSequence(
  writeSequence(writeOid('2.5.29.21'), writeOctets(Uint8Array.of(0x0a, 1, 1))),
);

/** A revocation list as a CA's that keeps revoked certificates for good: serials of 16 octets, a reason at every other. */
export async function bigCrl(issuer: string, key: CryptoKeyPair, count: number): Promise<Bytes> {
  const date = writeTime(TEST_FROM);
  let entries: Uint8Array = new Uint8Array(0);
  for (let from = 0; from < count; from += 1000) {
    const some = Array.from({ length: Math.min(1000, count - from) }, (_, i) =>
      writeSequence(serialOf(from + i), date, i % 2 === 0 ? KEY_COMPROMISE : new Uint8Array(0)),
    );
    entries = concat(entries, ...some);
  }
  const number = writeSequence(writeOid('2.5.29.20'), writeOctets(writeInteger(7)));
  const tbs = writeSequence(
    writeInteger(1),
    ECDSA_SHA256,
    testName(issuer),
    writeTime(TEST_FROM),
    writeTime(TEST_UNTIL),
    writeSequence(entries),
    write(0xa0, writeSequence(number)),
  );
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const raw = new Uint8Array(await crypto.subtle.sign(algorithm, key.privateKey, tbs));
  return writeSequence(tbs, ECDSA_SHA256, write(tags.bitString, Uint8Array.of(0), derSignature(raw)));
}

/** Spread over the whole width, as random serials are: a table that hashes badly would show. */
function serialOf(n: number): Bytes {
  const octets = new Uint8Array(16);
  const view = new DataView(octets.buffer);
  for (let at = 0; at < 16; at += 4) view.setUint32(at, Math.imul(n + 1, 0x9e3779b1 + at));
  octets[0] = 0x40 | (n & 0x3f);
  view.setUint32(12, n);
  return write(tags.integer, octets);
}
