import { DerError } from '../der/der-error';
import type { Bytes } from '../der/reader';

/**
 * ReasonFlags as one number: bit 0 (unused) is 0x8000, keyCompromise 0x4000, … aACompromise 0x0080. All that count are
 * keyCompromise to aACompromise (RFC 5280 4.2.1.13, 6.3.1).
 */
export const ALL_REASONS = 0x7f80;

/** Reads the content of the BIT STRING ReasonFlags. */
export function readReasons(content: Bytes): number {
  const [unused = 8, first = 0, second = 0] = content;
  const last = content.at(-1) ?? 0;
  // Bits beyond the end must be zero (X.690 11.2.1): here they would be reasons that one reader counts and another doesn't.
  if (unused > 7 || (unused > 0 && (content.length === 1 || (last & ((1 << unused) - 1)) !== 0)))
    throw new DerError('not a BIT STRING');
  return ((first << 8) | second) & ALL_REASONS;
}
