import { concat, tags } from './values';
import type { Bytes } from './reader';

/** One element in DER. */
export function write(tag: number, ...parts: readonly Uint8Array[]): Bytes {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const header = length < 0x80 ? [tag, length] : [tag, 0, ...lengthOctets(length)];
  if (length >= 0x80) header[1] = 0x80 | (header.length - 2);
  return concat(Uint8Array.from(header), ...parts);
}

export function writeSequence(...parts: readonly Uint8Array[]): Bytes {
  return write(tags.sequence, ...parts);
}

/** SET OF: DER wants the elements sorted by their octets (X.690 11.6). */
export function writeSetOf(parts: readonly Uint8Array[], tag: number = tags.set): Bytes {
  return write(tag, ...[...parts].sort(compareOctets));
}

export function writeOid(dotted: string): Bytes {
  const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt);
  const octets = [first * 40n + second, ...rest].flatMap((arc) => {
    const groups = [Number(arc & 0x7fn)];
    for (let left = arc >> 7n; left > 0n; left >>= 7n) groups.unshift(Number(left & 0x7fn) | 0x80);
    return groups;
  });
  return write(tags.oid, Uint8Array.from(octets));
}

/** A non-negative INTEGER below 2⁵³. */
export function writeInteger(value: number): Bytes {
  const octets = lengthOctets(value);
  return write(tags.integer, Uint8Array.from((octets[0] as number) >= 0x80 ? [0, ...octets] : octets));
}

/** UTCTime until 2049, GeneralizedTime from 2050 (RFC 5652 11.3). */
export function writeTime(ms: number): Bytes {
  const digits = `${new Date(ms).toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
  const short = digits >= '1950' && digits < '2050';
  return write(
    short ? tags.utcTime : tags.generalizedTime,
    new TextEncoder().encode(short ? digits.slice(2) : digits),
  );
}

export function writeOctets(bytes: Uint8Array): Bytes {
  return write(tags.octetString, bytes);
}

export const DER_NULL: Bytes = Uint8Array.from([tags.null, 0]);

export function compareOctets(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function lengthOctets(value: number): number[] {
  const octets = [value % 256];
  for (let left = Math.floor(value / 256); left > 0; left = Math.floor(left / 256))
    octets.unshift(left % 256);
  return octets;
}
