import { DerError } from '../der/der-error';
import type { Bytes, Tlv } from '../der/reader';
import { sequenceOf, tags } from '../der/values';
import { readGeneralName, type GeneralName } from './general-name';

export interface NameConstraints {
  readonly permitted: readonly GeneralName[];
  readonly excluded: readonly GeneralName[];
}

const HOST = /^(?!-)[a-z0-9_-]{1,63}(?:\.(?!-)[a-z0-9_-]{1,63})*$/i;

/**
 * RFC 5280 4.2.1.10. Throws DerError for whatever can't be enforced exactly as it is written: a minimum or maximum, a mask
 * with holes, a DNS name with a leading period or a wildcard, an extension that constrains nothing.
 */
export function readNameConstraints(value: Bytes): NameConstraints {
  const reader = sequenceOf(value);
  const permitted = reader.optional(0xa0);
  const excluded = reader.optional(0xa1);
  reader.finish();
  if (permitted === null && excluded === null) throw new DerError('name constraints without any');
  return { permitted: readSubtrees(permitted), excluded: readSubtrees(excluded) };
}

/** A host name in full, without a trailing period, as constraints and the names under them are compared. */
export function isHostName(text: string): boolean {
  return text.length <= 253 && HOST.test(text);
}

function readSubtrees(wrapper: Tlv | null): readonly GeneralName[] {
  if (wrapper === null) return [];
  const subtrees = [...wrapper.reader().rest()].map((tlv) => {
    if (tlv.tag !== tags.sequence) throw new DerError('subtree that is none');
    const reader = tlv.reader();
    const base = readGeneralName(reader.next());
    const minimum = reader.optional(0x80);
    if (minimum !== null && [...minimum.content].some((byte) => byte !== 0))
      throw new DerError('subtree with a minimum');
    reader.finish();
    checkBase(base);
    return base;
  });
  if (subtrees.length === 0) throw new DerError('empty list of subtrees');
  return subtrees;
}

function checkBase(base: GeneralName): void {
  const fits = () => {
    switch (base.form) {
      case 'dns':
        return base.text === '' || isHostName(base.text);
      case 'uri':
        return isHostName(base.text.replace(/^\./, ''));
      case 'email':
        return isHostName(base.text.replace(/^(?:[^@\s"]+@|\.)/, ''));
      case 'ip':
        return hasPlainMask(base.bytes);
      default:
        return true;
    }
  };
  if (!fits()) throw new DerError(`a ${base.form} subtree that is none`);
}

/** Address and mask of one kind, the mask being ones followed by zeros. */
function hasPlainMask(bytes: Bytes): boolean {
  if (bytes.length !== 8 && bytes.length !== 32) return false;
  const bits = [...bytes.subarray(bytes.length / 2)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  return /^1*0*$/.test(bits);
}
