import { DerError } from '../der/der-error';
import { single, type Bytes, type Tlv } from '../der/reader';
import { readOid, sequenceOf, tags } from '../der/values';

export interface PolicyMapping {
  readonly issuer: string;
  readonly subject: string;
}

export interface PolicyConstraints {
  readonly requireExplicit: number | null;
  readonly inhibitMapping: number | null;
}

/** Policy OIDs of certificatePolicies; their qualifiers only inform (RFC 5280 4.2.1.4). */
export function readPolicies(value: Bytes): readonly string[] {
  const policies = [...sequenceOf(value).rest()].map((tlv) => {
    const reader = tlv.reader();
    const policy = readOid(reader.next(tags.oid));
    reader.optional(tags.sequence);
    reader.finish();
    return policy;
  });
  if (policies.length === 0) throw new DerError('no policy');
  if (new Set(policies).size !== policies.length) throw new DerError('a policy stands twice');
  return policies;
}

export function readPolicyMappings(value: Bytes): readonly PolicyMapping[] {
  const mappings = [...sequenceOf(value).rest()].map((tlv) => {
    const reader = tlv.reader();
    const mapping = { issuer: readOid(reader.next(tags.oid)), subject: readOid(reader.next(tags.oid)) };
    reader.finish();
    return mapping;
  });
  if (mappings.length === 0) throw new DerError('no policy mapping');
  return mappings;
}

export function readPolicyConstraints(value: Bytes): PolicyConstraints {
  const reader = sequenceOf(value);
  const explicit = reader.optional(0x80);
  const mapping = reader.optional(0x81);
  reader.finish();
  if (explicit === null && mapping === null) throw new DerError('policy constraints without any');
  return { requireExplicit: readSkip(explicit), inhibitMapping: readSkip(mapping) };
}

/** SkipCerts of inhibitAnyPolicy (RFC 5280 4.2.1.14). */
export function readInhibitAny(value: Bytes): number {
  return readSkip(single(value, tags.integer)) ?? 0;
}

/** SkipCerts, also under an implicit tag; more than any path is long answers Infinity. */
function readSkip(tlv: Tlv | null): number | null {
  if (tlv === null) return null;
  const { content } = tlv;
  const [first, second] = content;
  if (first === undefined || first >= 0x80 || (first === 0 && second !== undefined && second < 0x80))
    throw new DerError('not a number of certificates');
  return content.length > 4 ? Infinity : content.reduce((sum, byte) => sum * 256 + byte, 0);
}
