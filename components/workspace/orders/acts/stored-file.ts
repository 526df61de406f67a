import { CountersignError, limits, sha256Hex, toBase64 } from '@/lib/base';
import type { StoredFile } from '@/lib/order';

/** A file as the archive keeps it. Throws `input/malformed` where the browser can't read it any more. */
export async function storedFile(file: File): Promise<StoredFile> {
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    (error: unknown) => {
      throw new CountersignError('input/malformed', { detail: file.name }, { cause: error });
    },
  );
  return {
    name: file.name.slice(0, limits.fieldMaxLength),
    type: file.type.slice(0, limits.fieldMaxLength),
    sha256: sha256Hex(bytes),
    base64: toBase64(bytes),
  };
}
