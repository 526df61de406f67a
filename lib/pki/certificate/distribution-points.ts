import { DerError } from '../der/der-error';
import { single, type Bytes, type Tlv } from '../der/reader';
import { latin1, sequenceOf, tags } from '../der/values';
import { write, writeSequence } from '../der/writer';
import { generalNameKey, nameKeyOf } from './general-name-key';
import { readName, type Name } from './name';
import { ALL_REASONS, readReasons } from './reasons';

/** Where a certificate's status is to be looked up (RFC 5280 4.2.1.13). */
export interface DistributionPoint {
  /** Keys of the point's names (`generalNameKey`); null where only the list's issuer is named. */
  readonly names: readonly string[] | null;
  readonly urls: readonly string[];
  /** The reasons that its lists cover, as `ALL_REASONS` has them. */
  readonly reasons: number;
  /** Keys of the names of another CA that signs the lists; null where the certificate's own issuer does. */
  readonly issuers: readonly string[] | null;
}

/** `issuer` is the certificate's: a relative name is the end of its name, or of the list issuer's where that is named. */
export function readDistributionPoints(value: Bytes, issuer: Name): readonly DistributionPoint[] {
  return [...sequenceOf(value).rest()].map((tlv) => {
    const reader = tlv.reader();
    const point = reader.optional(0xa0);
    const reasons = reader.optional(0x81);
    const issuers = reader.optional(0xa2);
    reader.finish();
    const signers = issuers === null ? null : [...issuers.reader().rest()];
    const relativeTo = signers === null ? issuer : onlyDirectoryName(signers);
    const full = point === null ? [] : fullNames(point);
    return {
      names: point === null ? null : readPointNames(point, relativeTo),
      urls: full.filter((general) => general.tag === 0x86).map((general) => latin1(general.content)),
      reasons: reasons === null ? ALL_REASONS : readReasons(reasons.content),
      issuers: signers === null ? null : signers.map(generalNameKey),
    };
  });
}

/**
 * Keys of the names in a DistributionPointName, which `wrapper` holds. One that is relative counts from `relativeTo`; where
 * that is null, as several list issuers are named, it names nothing (RFC 5280 4.2.1.13).
 */
export function readPointNames(wrapper: Tlv, relativeTo: Name | null): readonly string[] {
  const choice = single(wrapper.content);
  if (choice.tag === 0xa0) return fullNames(wrapper).map(generalNameKey);
  if (choice.tag !== 0xa1) throw new DerError('distribution point of another kind');
  if (relativeTo === null) return [];
  const rdns = single(relativeTo.der, tags.sequence).content;
  const name = readName(single(writeSequence(rdns, write(tags.set, choice.content)), tags.sequence));
  return [nameKeyOf(name.key)];
}

function fullNames(wrapper: Tlv): readonly Tlv[] {
  const choice = single(wrapper.content);
  return choice.tag === 0xa0 ? [...choice.reader().rest()] : [];
}

function onlyDirectoryName(names: readonly Tlv[]): Name | null {
  const directory = names.filter(({ tag }) => tag === 0xa4);
  const [only] = directory;
  return only && directory.length === 1 ? readName(single(only.content, tags.sequence)) : null;
}
