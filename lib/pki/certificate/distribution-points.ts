import { single, type Bytes, type Tlv } from '../der/reader';
import { latin1, sequenceOf } from '../der/values';

export interface DistributionPoint {
  /** Each name of the point, as DER of its GeneralName; empty for a point named by its issuer or relatively. */
  readonly names: readonly Bytes[];
  readonly urls: readonly string[];
  /** True for a point that covers some reasons only or whose list another CA signs. */
  readonly partial: boolean;
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
