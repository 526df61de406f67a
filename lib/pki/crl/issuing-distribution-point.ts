import { readPointNames } from '../certificate/distribution-points';
import type { Name } from '../certificate/name';
import { ALL_REASONS, readReasons } from '../certificate/reasons';
import type { Bytes, DerReader } from '../der/reader';
import { readBoolean, sequenceOf } from '../der/values';

/** What a list is about (RFC 5280 5.2.5). */
export interface Scope {
  /** Keys of the distribution point's names (`generalNameKey`); null: the list isn't bound to one. */
  readonly points: readonly string[] | null;
  readonly onlyUsers: boolean;
  readonly onlyCas: boolean;
  readonly onlyAttributes: boolean;
  /** The reasons that the list covers, as `ALL_REASONS` has them. */
  readonly reasons: number;
  readonly indirect: boolean;
}

export function readIssuingDistributionPoint(value: Bytes, issuer: Name): Scope {
  const reader = sequenceOf(value);
  const name = reader.optional(0xa0);
  const onlyUsers = readFlag(reader, 0x81);
  const onlyCas = readFlag(reader, 0x82);
  const reasons = reader.optional(0x83);
  const indirect = readFlag(reader, 0x84);
  const onlyAttributes = readFlag(reader, 0x85);
  reader.finish();
  return {
    points: name === null ? null : readPointNames(name, issuer),
    onlyUsers,
    onlyCas,
    onlyAttributes,
    reasons: reasons === null ? ALL_REASONS : readReasons(reasons.content),
    indirect,
  };
}

function readFlag(reader: DerReader, tag: number): boolean {
  const flag = reader.optional(tag);
  return flag !== null && readBoolean(flag, tag);
}
