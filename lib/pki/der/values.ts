import { DerError } from './der-error';
import { DerReader, type Bytes, type Tlv } from './reader';

export const tags = Object.freeze({
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visibleString: 0x1a,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
});

export function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Dotted form. Padded and unfinished arcs are refused, and no arc is cut to 32 bits: each OID has one spelling. */
export function readOid(tlv: Tlv): string {
  const content = tlv.content;
  if (tlv.tag !== tags.oid || content.length === 0 || content.length > 64) throw new DerError('not an OID');
  const arcs: bigint[] = [];
  for (let i = 0; i < content.length;) {
    if (content[i] === 0x80) throw new DerError('OID with a padded arc');
    let arc = 0n;
    for (let more = true; more; i++) {
      const byte = content[i];
      if (byte === undefined) throw new DerError('OID ends inside an arc');
      arc = arc * 128n + BigInt(byte & 0x7f);
      more = byte >= 0x80;
    }
    arcs.push(arc);
  }
  const first = arcs[0] as bigint;
  const top = first < 80n ? first / 40n : 2n;
  return [top, first - top * 40n, ...arcs.slice(1)].join('.');
}

/** Two's-complement octets as lower-case hex without redundant leading octets, so that equal numbers are equal text. */
export function integerHex(content: Uint8Array): string {
  if (content.length === 0) throw new DerError('empty INTEGER');
  let from = 0;
  while (from < content.length - 1) {
    const [byte, next] = [content[from] as number, content[from + 1] as number];
    if (!(byte === 0 && next < 0x80) && !(byte === 0xff && next >= 0x80)) break;
    from++;
  }
  return hex(content.subarray(from));
}

/** A number that is exact up to 48 bits; larger ones answer ±Infinity, which no limit lets pass. */
export function readNumber(tlv: Tlv): number {
  const content = tlv.content;
  if (tlv.tag !== tags.integer || content.length === 0) throw new DerError('not an INTEGER');
  const negative = (content[0] as number) >= 0x80;
  if (content.length > 6) return negative ? -Infinity : Infinity;
  let value = 0;
  for (const byte of content) value = value * 256 + byte;
  return negative ? value - 256 ** content.length : value;
}

export function readBoolean(tlv: Tlv): boolean {
  if (tlv.tag !== tags.boolean || tlv.content.length !== 1) throw new DerError('not a BOOLEAN');
  return tlv.content[0] !== 0;
}

/** Content of a BIT STRING and how many of its last bits don't count. */
export function readBits(tlv: Tlv): { bytes: Bytes; unused: number } {
  const unused = tlv.content[0];
  const bytes = tlv.content.subarray(1);
  if (
    tlv.tag !== tags.bitString ||
    unused === undefined ||
    unused > 7 ||
    (unused > 0 && bytes.length === 0)
  ) {
    throw new DerError('not a BIT STRING');
  }
  return { bytes, unused };
}

/** Content of a BIT STRING that holds whole octets, such as a signature. */
export function readOctetBits(tlv: Tlv): Bytes {
  const { bytes, unused } = readBits(tlv);
  if (unused !== 0) throw new DerError('BIT STRING of broken octets');
  return bytes;
}

/** Named bits from the left: bit 0 is the first. */
export function readNamedBits(tlv: Tlv): ReadonlySet<number> {
  const { bytes } = readBits(tlv);
  const bits = new Set<number>();
  for (let i = 0; i < Math.min(bytes.length, 4) * 8; i++) {
    if (((bytes[i >> 3] as number) & (0x80 >> (i & 7))) !== 0) bits.add(i);
  }
  return bits;
}

/** Milliseconds since 1970, from UTCTime or GeneralizedTime as RFC 5280 4.1.2.5 allows them: seconds, and Z. */
export function readTime(tlv: Tlv): number {
  const text = latin1(tlv.content);
  const match = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  const digits = match?.[1]?.length;
  if (!match || digits !== (tlv.tag === tags.utcTime ? 2 : tlv.tag === tags.generalizedTime ? 4 : 0)) {
    throw new DerError('not a time');
  }
  const parts = match.slice(1).map(Number) as [number, number, number, number, number, number];
  const year = digits === 4 ? parts[0] : parts[0] + (parts[0] < 50 ? 2000 : 1900);
  const iso = `${String(year).padStart(4, '0')}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}.000Z`;
  const ms = Date.parse(iso);
  if (Number.isNaN(ms) || new Date(ms).toISOString() !== iso) throw new DerError('not an existing time');
  return ms;
}

/** Text of any of ASN.1's string types, or null where the element isn't one or its octets aren't such text. */
export function readText(tlv: Tlv): string | null {
  const content = tlv.content;
  switch (tlv.tag) {
    case tags.utf8String:
      return utf8Text(content);
    case tags.printableString:
    case tags.ia5String:
    case tags.visibleString:
    case tags.teletexString:
      return latin1(content);
    case tags.bmpString:
      return content.length % 2 === 0 ? new TextDecoder('utf-16be').decode(content) : null;
    case tags.universalString:
      return universalText(content);
    default:
      return null;
  }
}

export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

export function utf8Text(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function universalText(bytes: Bytes): string | null {
  if (bytes.length % 4 !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let text = '';
  for (let i = 0; i < bytes.length; i += 4) {
    const point = view.getUint32(i);
    if (point > 0x10ffff) return null;
    text += String.fromCodePoint(point);
  }
  return text;
}

/** Octets of an OCTET STRING, joined where BER split them; `tag` is 0x04 or an implicit tag's primitive form. */
export function readOctets(tlv: Tlv, tag: number = tags.octetString): Bytes {
  if (tlv.tag === tag) return tlv.content;
  if (tlv.tag !== (tag | 0x20)) throw new DerError('not an OCTET STRING');
  const parts = [...tlv.reader().rest()].map((part) => {
    if (part.tag !== tags.octetString) throw new DerError('constructed OCTET STRING of other parts');
    return part.content;
  });
  return concat(...parts);
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** A reader over the content of the SEQUENCE that `bytes` consists of. */
export function sequenceOf(bytes: Bytes): DerReader {
  const outer = new DerReader(bytes);
  const tlv = outer.next(tags.sequence);
  outer.finish();
  return tlv.reader();
}
