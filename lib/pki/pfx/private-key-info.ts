import { DerError } from '../der/der-error';
import { CONSTRUCTED, single, type Bytes, type Tlv } from '../der/reader';
import { readNumber, readOctets, tags } from '../der/values';
import { write, writeInteger, writeOctets, writeSequence } from '../der/writer';

/** A key has few levels and, of many primes, some dozens of numbers; more is an attack on the stack. */
const MAX_DEPTH = 16;
const MAX_PARTS = 256;

/**
 * The plain PKCS #8 form (RFC 5208, version 0, DER, no attributes) of a PrivateKeyInfo or OneAsymmetricKey (RFC 5958) in
 * BER. Browsers import no other. Throws DerError. The answer is an array of its own; the caller overwrites both.
 */
export function privateKeyInfo(bytes: Bytes): Bytes {
  const reader = single(bytes, tags.sequence, true).reader();
  const version = readNumber(reader.next(tags.integer));
  if (version !== 0 && version !== 1) throw new DerError('a private key of another version');
  const algorithm = toDer(reader.next(tags.sequence));
  const octets = reader.next();
  const isSplit = octets.tag !== tags.octetString;
  const joined = readOctets(octets);
  // Attributes (such as Windows' key usage), and in version 1 the public key: neither is needed, neither may be anything else.
  reader.optional(0xa0);
  if (version === 1 && (reader.tag & 0xdf) === 0x81) reader.next();
  reader.finish();
  const inner = innerKey(joined);
  if (isSplit) joined.fill(0);
  const plain = writeSequence(writeInteger(0), algorithm, inner);
  inner.fill(0);
  return plain;
}

/** The OCTET STRING with the key itself, whose own structure is written in DER where it has one. */
function innerKey(key: Bytes): Bytes {
  if (key[0] !== tags.sequence) return writeOctets(key);
  const der = toDer(single(key, tags.sequence, true));
  const octets = writeOctets(der);
  der.fill(0);
  return octets;
}

function toDer(tlv: Tlv, depth = 0): Bytes {
  if (depth > MAX_DEPTH) throw new DerError('a key nested too deep');
  if ((tlv.tag & CONSTRUCTED) === 0) return write(tlv.tag, tlv.content);
  if (tlv.tag === (tags.octetString | CONSTRUCTED)) {
    const octets = readOctets(tlv);
    const joined = writeOctets(octets);
    octets.fill(0);
    return joined;
  }
  const inside = [...tlv.reader().rest()];
  if (inside.length > MAX_PARTS) throw new DerError('a key of too many parts');
  const parts = inside.map((part) => toDer(part, depth + 1));
  const whole = write(tlv.tag, ...parts);
  for (const part of parts) part.fill(0);
  return whole;
}
