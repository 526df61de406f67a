import { CountersignError, fromBase64, limits, sha256Hex } from '@/lib/base';
import type { StoredFile } from '@/lib/order';

const MB = 1_000_000;
/** Characters of base64 for so many octets. */
const encoded = (octets: number) => Math.ceil(octets / 3) * 4;

function octetsOf({ base64 }: StoredFile): Uint8Array<ArrayBuffer> | null {
  try {
    return fromBase64(base64);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/**
 * A file that is to be kept in a record for years: no larger than one may be, and the very octets that its hash names.
 * Throws `act/file-too-large` {name, max}, `act/file-damaged` {name}.
 */
export function requireFile<T extends StoredFile | null>(file: T): T {
  if (file === null) return file;
  const name = file.name.slice(0, limits.fieldMaxLength);
  const max = limits.statementFileMaxBytes;
  // Looked at first, so that nothing larger is taken apart.
  if (file.base64.length > encoded(max))
    throw new CountersignError('act/file-too-large', { name, max: max / MB });
  const octets = octetsOf(file);
  if (!octets || sha256Hex(octets) !== file.sha256) throw new CountersignError('act/file-damaged', { name });
  if (octets.length > max) throw new CountersignError('act/file-too-large', { name, max: max / MB });
  return file;
}
