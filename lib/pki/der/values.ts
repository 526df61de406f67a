import { DerError } from './der-error';
import { CONSTRUCTED, DerReader, type Bytes, type Tlv } from './reader';

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

const PAIRS: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function hex(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += PAIRS[bytes[i] as number] as string;
  return text;
}

const MAX_OID_OCTETS = 64;
/** Seven octets of seven bits each: the most that a number holds exactly. */
const EXACT_ARC_OCTETS = 7;
/** Far more than certificates and messages use; what comes later is spelled anew each time. */
const MOST_KNOWN_OIDS = 512;

interface KnownOid {
  readonly octets: Bytes;
  readonly text: string;
}

const knownOids = new Map<number, KnownOid>();

/** Dotted form. Padded and unfinished arcs are refused, and no arc is cut to 32 bits: each OID has one spelling. */
export function readOid(tlv: Tlv): string {
  const { buffer, tag, body, end } = tlv;
  if (tag !== tags.oid || end === body || end - body > MAX_OID_OCTETS) throw new DerError('not an OID');
  let key = 0;
  for (let at = body; at < end; at++) key = (key * 31 + (buffer[at] as number)) | 0;
  const known = knownOids.get(key);
  if (known && standsAt(known.octets, buffer, body, end)) return known.text;
  const text = dotted(tlv);
  if (knownOids.size < MOST_KNOWN_OIDS) knownOids.set(key, { octets: tlv.content.slice(), text });
  return text;
}

function standsAt(octets: Bytes, buffer: Bytes, from: number, to: number): boolean {
  if (octets.length !== to - from) return false;
  for (let i = 0; i < octets.length; i++) if (octets[i] !== buffer[from + i]) return false;
  return true;
}

function dotted({ buffer, body, end }: Tlv): string {
  let text = '';
  for (let at = body; at < end;) {
    if (buffer[at] === 0x80) throw new DerError('OID with a padded arc');
    let last = at;
    while ((buffer[last] as number) >= 0x80) {
      if (++last >= end) throw new DerError('OID ends inside an arc');
    }
    if (last - at < EXACT_ARC_OCTETS) {
      let arc = 0;
      for (; at <= last; at++) arc = arc * 128 + ((buffer[at] as number) & 0x7f);
      text += text === '' ? firstArcs(arc) : `.${arc}`;
    } else {
      let arc = 0n;
      for (; at <= last; at++) arc = arc * 128n + BigInt((buffer[at] as number) & 0x7f);
      text += text === '' ? `2.${arc - 80n}` : `.${arc}`;
    }
  }
  return text;
}

/** X.690 8.19.4: the first two arcs share a number. */
function firstArcs(shared: number): string {
  const top = Math.min(Math.floor(shared / 40), 2);
  return `${top}.${shared - top * 40}`;
}

/** Two's-complement octets as lower-case hex without redundant leading octets, so that equal numbers are equal text. */
export function integerHex(content: Uint8Array): string {
  if (content.length === 0) throw new DerError('empty INTEGER');
  return hex(content.subarray(minimalStart(content, 0, content.length)));
}

/** Where a two's-complement number in `bytes` from `from` to `to` begins, its redundant leading octets left out. */
export function minimalStart(bytes: Uint8Array, from: number, to: number): number {
  let start = from;
  for (; start < to - 1; start++) {
    const byte = bytes[start] as number;
    const next = bytes[start + 1] as number;
    if (!(byte === 0 && next < 0x80) && !(byte === 0xff && next >= 0x80)) break;
  }
  return start;
}

/**
 * A number that is exact up to 48 bits; larger ones answer ±Infinity, which no limit lets pass. Padding is refused, which
 * BER forbids too (X.690 8.3.2); only serial numbers are taken as they come, by `integerHex`.
 */
export function readNumber(tlv: Tlv): number {
  const content = tlv.content;
  if (tlv.tag !== tags.integer || content.length === 0) throw new DerError('not an INTEGER');
  if (
    content.length > 1 &&
    (content[1] as number) >> 7 === (content[0] === 0 ? 0 : content[0] === 0xff ? 1 : 2)
  )
    throw new DerError('padded INTEGER');
  const negative = (content[0] as number) >= 0x80;
  if (content.length > 6) return negative ? -Infinity : Infinity;
  let value = 0;
  for (const byte of content) value = value * 256 + byte;
  return negative ? value - 256 ** content.length : value;
}

/**
 * `tag` is that of an implicitly tagged one. TRUE is 0xff alone (X.690 11.1): what a lax and a strict reader would take
 * differently is refused. FALSE may be written out though it is the default, as many CAs do.
 */
export function readBoolean(tlv: Tlv, tag: number = tags.boolean): boolean {
  const value = tlv.buffer[tlv.body];
  if (tlv.tag !== tag || tlv.end - tlv.body !== 1 || (value !== 0 && value !== 0xff))
    throw new DerError('not a BOOLEAN');
  return value === 0xff;
}

/** Content of a BIT STRING and how many of its last bits don't count; those must be zero (X.690 11.2.1). */
export function readBits(tlv: Tlv): { bytes: Bytes; unused: number } {
  const unused = tlv.content[0];
  const bytes = tlv.content.subarray(1);
  if (
    tlv.tag !== tags.bitString ||
    unused === undefined ||
    unused > 7 ||
    (unused > 0 && (bytes.length === 0 || ((bytes.at(-1) as number) & ((1 << unused) - 1)) !== 0))
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

/** Named bits from the left: bit 0 is the first. Zeros at the end, which DER leaves out (X.690 11.2.2), change nothing. */
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
  const { buffer, tag, body, end } = tlv;
  const yearDigits = tag === tags.utcTime ? 2 : tag === tags.generalizedTime ? 4 : -1;
  if (end - body !== yearDigits + 11 || buffer[end - 1] !== 0x5a) throw new DerError('not a time');
  const written = decimal(buffer, body, yearDigits);
  const year = yearDigits === 4 ? written : written + (written < 50 ? 2000 : 1900);
  const [month, day, hour, minute, second] = [0, 2, 4, 6, 8].map((at) =>
    decimal(buffer, body + yearDigits + at, 2),
  ) as [number, number, number, number, number];
  // Set apart, because Date.UTC takes the years before 100 for those of the last century.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists || hour > 23 || minute > 59 || second > 59) throw new DerError('not an existing time');
  return date.setUTCHours(hour, minute, second);
}

/** The number that `count` digits write. */
function decimal(buffer: Bytes, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at++) {
    const digit = (buffer[at] as number) - 0x30;
    if (digit < 0 || digit > 9) throw new DerError('not a time');
    value = value * 10 + digit;
  }
  return value;
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
      return content.length % 2 === 0 ? decoded(utf16, content) : null;
    case tags.universalString:
      return universalText(content);
    default:
      return null;
  }
}

/** Arguments of one call: more could exhaust the stack. */
const LATIN1_CHUNK = 8192;

export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += LATIN1_CHUNK) {
    // Applied, as spreading goes through an iterator, which is ten times slower.
    text += Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + LATIN1_CHUNK)) as string;
  }
  return text;
}

/** Neither mends what is malformed nor drops a byte order mark: two spellings never become one text. */
const utf8Decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const utf16 = new TextDecoder('utf-16be', { fatal: true, ignoreBOM: true });

export function utf8Text(bytes: Uint8Array): string | null {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] as number) >= 0x80) return decoded(utf8Decoder, bytes);
  return latin1(bytes);
}

function decoded(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
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
    if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return null;
    text += String.fromCodePoint(point);
  }
  return text;
}

/** As deep as OpenSSL follows octets split within octets. */
const MAX_STRING_DEPTH = 5;

/** Octets of an OCTET STRING, joined where BER split them; `tag` is 0x04 or an implicit tag's primitive form. */
export function readOctets(tlv: Tlv, tag: number = tags.octetString): Bytes {
  if (tlv.tag === tag) return tlv.content;
  if (tlv.tag !== (tag | CONSTRUCTED) || !tlv.ber) throw new DerError('not an OCTET STRING');
  const parts: Bytes[] = [];
  gather(tlv, parts, 1);
  return join(parts);
}

function gather(tlv: Tlv, parts: Bytes[], depth: number): void {
  if (depth > MAX_STRING_DEPTH) throw new DerError('OCTET STRING split too deep');
  for (const part of tlv.reader().rest()) {
    if (part.tag === tags.octetString) parts.push(part.content);
    else if (part.tag === (tags.octetString | CONSTRUCTED)) gather(part, parts, depth + 1);
    else throw new DerError('constructed OCTET STRING of other parts');
  }
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  return join(parts);
}

/** Takes a list because a message may split its content into more parts than a call takes arguments. */
function join(parts: readonly Uint8Array[]): Bytes {
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
