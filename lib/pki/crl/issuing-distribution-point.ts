import { readFullName } from '../certificate/distribution-points';
import type { Bytes } from '../der/reader';
import { sequenceOf } from '../der/values';

/** What a list is about (RFC 5280 5.2.5). */
export interface Scope {
  /** DER of each GeneralName of the distribution point; null: the list isn't bound to one. */
  readonly points: readonly Bytes[] | null;
  readonly onlyUsers: boolean;
  readonly onlyCas: boolean;
  readonly onlyAttributes: boolean;
  readonly onlySomeReasons: boolean;
  readonly indirect: boolean;
}

export function readIssuingDistributionPoint(value: Bytes): Scope {
  const reader = sequenceOf(value);
  const name = reader.optional(0xa0);
  const flag = (tag: number) => reader.optional(tag)?.content.some((byte) => byte !== 0) ?? false;
  const scope = {
    points: name === null ? null : readFullName(name).map((general) => general.raw),
    onlyUsers: flag(0x81),
    onlyCas: flag(0x82),
    onlySomeReasons: reader.optional(0x83) !== null,
    indirect: flag(0x84),
    onlyAttributes: flag(0x85),
  };
  reader.finish();
  return scope;
}
