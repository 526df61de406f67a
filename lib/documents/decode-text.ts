import { CountersignError, limits } from '@/lib/base';

export const unexpected = (detail: string) => new CountersignError('document/unexpected-content', { detail });

/** Bytes as text. Throws `document/not-text` on a byte order mark, NUL, or anything but well-formed UTF-8 (attacks.md 88). */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > limits.documentMaxBytes) throw unexpected(`${bytes.length} bytes`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new CountersignError('document/not-text', {}, { cause });
  }
  if (text.startsWith('\ufeff') || text.includes('\0')) throw new CountersignError('document/not-text');
  return text;
}
