import { DerError } from '../der/der-error';
import { single, type Bytes } from '../der/reader';
import { hex, readBoolean, readNamedBits, readNumber, readOid, sequenceOf, tags } from '../der/values';

export interface BasicConstraints {
  readonly ca: boolean;
  readonly pathLength: number | null;
}

/** Bits of keyUsage (RFC 5280 4.2.1.3) that are judged. */
export const keyUsageBits = Object.freeze({
  digitalSignature: 0,
  nonRepudiation: 1,
  keyCertSign: 5,
  crlSign: 6,
});

export function readBasicConstraints(value: Bytes): BasicConstraints {
  const reader = sequenceOf(value);
  const flag = reader.optional(tags.boolean);
  const length = reader.optional(tags.integer);
  reader.finish();
  const pathLength = length === null ? null : readNumber(length);
  if (pathLength !== null && pathLength < 0) throw new DerError('negative path length');
  return { ca: flag !== null && readBoolean(flag), pathLength };
}

export function readKeyUsage(value: Bytes): ReadonlySet<number> {
  return readNamedBits(single(value, tags.bitString));
}

/** Purposes of extKeyUsage (RFC 5280 4.2.1.12). */
export function readPurposes(value: Bytes): readonly string[] {
  const purposes = [...sequenceOf(value).rest()].map(readOid);
  if (purposes.length === 0) throw new DerError('no purpose');
  return purposes;
}

export function readAuthorityKeyId(value: Bytes): string | null {
  const id = sequenceOf(value).optional(0x80);
  return id === null ? null : hex(id.content);
}
