import { CountersignError, fromBase64 } from '@/lib/base';
import { latin1 } from '../der/values';

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \1-----/g;

/** Every DER body in the bytes: each block of PEM text, base64 without frame, or the bytes themselves. */
export function parsePemOrDer(bytes: Uint8Array): Uint8Array<ArrayBuffer>[] {
  if (bytes[0] === 0x30 && !isBase64(bytes)) return [new Uint8Array(bytes)];
  const text = latin1(bytes);
  const blocks = [...text.matchAll(BLOCK)].map((match) => match[2] as string);
  const bodies = blocks.length > 0 ? blocks : isBase64(bytes) ? [text] : [];
  if (bodies.length === 0) return [new Uint8Array(bytes)];
  try {
    // Lines such as "Proc-Type: 4,ENCRYPTED" hold colons, which base64 doesn't.
    return bodies.map((body) => fromBase64(body.replace(/^.*:.*$/gm, '')));
  } catch (error) {
    throw new CountersignError('certificate/malformed', { detail: 'PEM' }, { cause: error });
  }
}

function isBase64(bytes: Uint8Array): boolean {
  const text = latin1(bytes);
  return text.trim().length > 0 && /^[A-Za-z0-9+/=\s]+$/.test(text);
}
