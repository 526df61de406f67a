import { DerError } from '../der/der-error';
import { CONSTRUCTED, DerReader, type Bytes } from '../der/reader';

const MAX_DEPTH = 32;

/** Throws DerError where anything inside `bytes` is not DER: an indefinite or padded length, something cut off, too deep. */
export function requireDer(bytes: Bytes, depth = 0): void {
  if (depth > MAX_DEPTH) throw new DerError('nested too deep');
  for (const reader = new DerReader(bytes); !reader.done;) {
    const tlv = reader.next();
    if ((tlv.tag & CONSTRUCTED) !== 0) requireDer(tlv.content, depth + 1);
  }
}
