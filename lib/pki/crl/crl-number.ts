import { DerError } from '../der/der-error';
import { single, type Bytes } from '../der/reader';
import { integerHex, tags } from '../der/values';

/** RFC 5280 5.2.3: no CA may use longer ones. */
const MAX_OCTETS = 20;

/** A CRLNumber or BaseCRLNumber in hex: minimal, never negative. */
export function readCrlNumber(value: Bytes): string {
  const content = single(value, tags.integer).content;
  const text = integerHex(content);
  if ((content[0] as number) >= 0x80) throw new DerError('negative CRL number');
  if (text.length > 2 * MAX_OCTETS + (text.startsWith('00') ? 2 : 0))
    throw new DerError('CRL number of more than 20 octets');
  return text;
}
