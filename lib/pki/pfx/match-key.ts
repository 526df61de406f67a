import { equalBytes } from '@/lib/base';
import { DerError } from '../der/der-error';
import { single, type Bytes } from '../der/reader';
import { concat, readOctetBits, readOctets, readOid, sequenceOf, tags } from '../der/values';
import { DER_NULL, write, writeInteger, writeOctets, writeOid, writeSequence } from '../der/writer';
import { oids } from '../oids';
import { readPublicKey, unsigned, type PublicKey } from '../signature/public-key';
import { signsFor } from './signs-for';

/**
 * A private key as a browser imports it, if it is the other half of a SubjectPublicKeyInfo: null where it isn't, or where
 * a half can't be read. RSA by modulus and public exponent. An EC key gets the certificate's curve and point, which Java
 * leaves out and Firefox wants, and must then sign for it. The answer is an array of its own; the caller overwrites it.
 */
export async function matchKey(pkcs8: Bytes, spki: Bytes): Promise<Bytes | null> {
  try {
    const key = readPublicKey(spki);
    if (key.kind === 'rsa') return matchRsa(pkcs8, key);
    return key.kind === 'ec' ? await matchEc(pkcs8, key) : null;
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}

function innerOf(pkcs8: Bytes): { readonly oid: string; readonly key: Bytes } {
  const info = single(pkcs8, tags.sequence).reader();
  info.next(tags.integer);
  const oid = readOid(info.next(tags.sequence).reader().next(tags.oid));
  return { oid, key: readOctets(info.next()) };
}

function matchRsa(pkcs8: Bytes, open: Extract<PublicKey, { kind: 'rsa' }>): Bytes | null {
  const { oid, key } = innerOf(pkcs8);
  if (oid !== oids.rsa && oid !== oids.pss) return null;
  const pair = [sequenceOf(key), rsaPublicKey(open.spki)] as const;
  pair[0].next(tags.integer);
  for (let i = 0; i < 2; i++) {
    const [mine, theirs] = pair.map((reader) => unsigned(reader.next(tags.integer).content));
    if (!mine || !theirs || !equalBytes(mine, theirs)) return null;
  }
  // Named rsaEncryption, as the public half is: browsers import no key named for PSS alone.
  return oid === oids.rsa
    ? new Uint8Array(pkcs8)
    : writeSequence(writeInteger(0), writeSequence(writeOid(oids.rsa), DER_NULL), writeOctets(key));
}

function rsaPublicKey(spki: Bytes) {
  const reader = sequenceOf(spki);
  reader.next(tags.sequence);
  return sequenceOf(readOctetBits(reader.next(tags.bitString)));
}

async function matchEc(pkcs8: Bytes, open: Extract<PublicKey, { kind: 'ec' }>): Promise<Bytes | null> {
  const { oid, key } = innerOf(pkcs8);
  if (oid !== oids.ec) return null;
  const reader = sequenceOf(key);
  reader.next(tags.integer);
  const scalar = readOctets(reader.next());
  const first = scalar.findIndex((octet) => octet !== 0);
  const length = first < 0 ? 0 : scalar.length - first;
  if (length === 0 || length > open.pointBytes) return null;
  const spki = sequenceOf(open.spki);
  const algorithm = spki.next(tags.sequence).raw;
  const point = write(0xa1, spki.next(tags.bitString).raw);
  // As wide as the curve (RFC 5915 3); programs differ in leading zeros.
  const padded = concat(new Uint8Array(open.pointBytes - length), scalar.subarray(first));
  const inner = writeSequence(writeInteger(1), writeOctets(padded), point);
  const whole = writeSequence(writeInteger(0), algorithm, writeOctets(inner));
  padded.fill(0);
  inner.fill(0);
  if (await signsFor(whole, open.spki, { name: 'ECDSA', namedCurve: open.curve })) return whole;
  whole.fill(0);
  return null;
}
