import { DerError } from '../der/der-error';
import type { Bytes } from '../der/reader';
import { concat, readNumber, readOctetBits, readOid, sequenceOf, tags } from '../der/values';
import { DER_NULL, write, writeOid, writeSequence } from '../der/writer';
import { algorithmName, oids } from '../oids';
import { absentOrNull, readScheme, type Scheme } from './scheme';

const CURVES: Readonly<
  Record<
    string,
    { readonly name: 'P-256' | 'P-384' | 'P-521'; readonly bytes: number; readonly bits: number }
  >
> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', bytes: 32, bits: 256 },
  '1.3.132.0.34': { name: 'P-384', bytes: 48, bits: 384 },
  '1.3.132.0.35': { name: 'P-521', bytes: 66, bits: 521 },
};

/** What a SubjectPublicKeyInfo holds. `spki` is written with rsaEncryption, the only RSA form every WebCrypto imports. */
export type PublicKey =
  | {
      readonly kind: 'rsa';
      readonly bits: number;
      readonly modulus: Bytes;
      /** Infinity for one of more than 47 bits. */
      readonly exponent: number;
      readonly pssOnly: boolean;
      /** What a key for PSS alone may be used with (RFC 4055 1.2); null: anything. */
      readonly pssScheme: Scheme | null;
      readonly spki: Bytes;
    }
  | {
      readonly kind: 'ec';
      readonly bits: number;
      readonly curve: 'P-256' | 'P-384' | 'P-521';
      readonly pointBytes: number;
      readonly spki: Bytes;
    }
  | { readonly kind: 'other'; readonly name: string };

const RSA = writeSequence(writeOid(oids.rsa), DER_NULL);

export function readPublicKey(spki: Bytes): PublicKey {
  const reader = sequenceOf(spki);
  const identifier = reader.next(tags.sequence);
  const algorithm = identifier.reader();
  const keyBits = reader.next(tags.bitString);
  reader.finish();
  const oid = readOid(algorithm.next(tags.oid));
  if (oid === oids.rsa || oid === oids.pss) {
    const key = sequenceOf(readOctetBits(keyBits));
    const modulus = unsigned(key.next(tags.integer).content);
    const exponent = readNumber(key.next(tags.integer));
    key.finish();
    const isPlain = oid === oids.rsa && algorithm.tag === tags.null;
    if (oid === oids.rsa) absentOrNull(algorithm);
    return {
      kind: 'rsa',
      bits: bitLength(modulus),
      modulus,
      exponent,
      pssOnly: oid === oids.pss,
      pssScheme: oid === oids.rsa || algorithm.done ? null : readScheme(identifier, null, { history: true }),
      spki: isPlain ? spki : writeSequence(RSA, write(tags.bitString, keyBits.content)),
    };
  }
  if (oid !== oids.ec) return { kind: 'other', name: algorithmName(oid) };
  if (algorithm.tag !== tags.oid) return { kind: 'other', name: 'explicit curve parameters' };
  const curveOid = readOid(algorithm.next(tags.oid));
  algorithm.finish();
  const curve = CURVES[curveOid];
  if (!curve) return { kind: 'other', name: algorithmName(curveOid) };
  // RFC 5480 2.2 forbids the hybrid form; Node imports it and browsers don't, and a verdict is one everywhere.
  const form = readOctetBits(keyBits)[0] ?? 0;
  if (form === 6 || form === 7) return { kind: 'other', name: 'a hybrid point' };
  return { kind: 'ec', bits: curve.bits, curve: curve.name, pointBytes: curve.bytes, spki };
}

/** RSA modulus size or curve size of a SubjectPublicKeyInfo; 0 where neither. */
export function publicKeyBits(spki: Bytes): number {
  const key = readPublicKey(spki);
  return key.kind === 'other' ? 0 : key.bits;
}

/** A non-negative INTEGER's octets without the leading zero. */
export function unsigned(content: Bytes): Bytes {
  if (content.length === 0 || (content[0] as number) >= 0x80) throw new DerError('negative key value');
  let from = 0;
  while (from < content.length - 1 && content[from] === 0) from++;
  return content.subarray(from);
}

function bitLength(value: Bytes): number {
  return value.length * 8 - Math.clz32(value[0] as number) + 24;
}

/** r ‖ s of fixed width, as WebCrypto takes them, from the strict DER of an ECDSA signature; null where it isn't that. */
export function fixedEcdsa(signature: Bytes, width: number): Bytes | null {
  try {
    const reader = sequenceOf(signature);
    const parts = [reader.next(tags.integer), reader.next(tags.integer)].map(({ content }) => {
      if (content.length > 1 && content[0] === 0 && (content[1] as number) < 0x80)
        throw new DerError('padded');
      const value = unsigned(content);
      if (value.length > width) throw new DerError('too large');
      return concat(new Uint8Array(width - value.length), value);
    });
    reader.finish();
    return concat(...parts);
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}
