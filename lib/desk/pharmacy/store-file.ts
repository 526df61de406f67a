import { CountersignError, limits, sha256Hex, toBase64 } from '@/lib/base';
import type { StoredFile } from '@/lib/order';
import type { ChosenFile } from './views';

const MB = 1_000_000;
/** How files begin that a letter may be: what a browser says of their type is by their name. */
const BEGINNINGS = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46],
  'image/png': [0x89, 0x50, 0x4e, 0x47],
  'image/jpeg': [0xff, 0xd8, 0xff],
} as const;

/** A scanned letter as the archive keeps it. Throws `poa/file-type`, `poa/file-too-large`. */
export function storeFile({ name, bytes }: ChosenFile): StoredFile {
  const type = Object.entries(BEGINNINGS).find(([, start]) =>
    start.every((octet, at) => bytes[at] === octet),
  );
  if (!type) throw new CountersignError('poa/file-type', { name });
  if (bytes.length > limits.poaFileMaxBytes)
    throw new CountersignError('poa/file-too-large', { name, max: limits.poaFileMaxBytes / MB });
  return {
    name: name.slice(0, limits.fieldMaxLength),
    type: type[0],
    sha256: sha256Hex(bytes),
    base64: toBase64(bytes),
  };
}
