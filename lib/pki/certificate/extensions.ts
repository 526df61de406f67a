import { DerError } from '../der/der-error';
import { single, type Bytes, type Tlv } from '../der/reader';
import {
  hex,
  latin1,
  readBoolean,
  readNamedBits,
  readNumber,
  readOid,
  sequenceOf,
  tags,
} from '../der/values';

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

export interface DistributionPoint {
  /** Each name of the point, as DER of its GeneralName; empty for a point named by its issuer or relatively. */
  readonly names: readonly Bytes[];
  readonly urls: readonly string[];
  /** True for a point that covers some reasons only or whose list another CA signs. */
  readonly partial: boolean;
}

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

export function readPolicies(value: Bytes): readonly string[] {
  const policies = [...sequenceOf(value).rest()].map((tlv) => readOid(tlv.reader().next(tags.oid)));
  if (new Set(policies).size !== policies.length) throw new DerError('a policy stands twice');
  return policies;
}

export function readAuthorityKeyId(value: Bytes): string | null {
  const id = sequenceOf(value).optional(0x80);
  return id === null ? null : hex(id.content);
}

export function readDistributionPoints(value: Bytes): readonly DistributionPoint[] {
  return [...sequenceOf(value).rest()].map((tlv) => {
    const reader = tlv.reader();
    const name = reader.optional(0xa0);
    const reasons = reader.optional(0x81);
    const issuer = reader.optional(0xa2);
    reader.finish();
    const names = name === null ? [] : readFullName(name);
    return {
      names: names.map((general) => general.raw),
      urls: names.filter((general) => general.tag === 0x86).map((general) => latin1(general.content)),
      partial: reasons !== null || issuer !== null,
    };
  });
}

/** GeneralNames of a DistributionPointName; a name relative to the CRL issuer answers none. */
export function readFullName(wrapper: Tlv): readonly Tlv[] {
  const choice = single(wrapper.content);
  return choice.tag === 0xa0 ? [...choice.reader().rest()] : [];
}
