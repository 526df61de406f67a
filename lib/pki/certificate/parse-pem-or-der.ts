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

/** Looked at octet by octet, as a revocation list of many megabytes mostly shows with its second one that it is none. */
function isBase64(bytes: Uint8Array): boolean {
  let digits = 0;
  for (let i = 0; i < bytes.length; i++) {
    const kind = BASE64[bytes[i] as number] as number;
    if (kind === 0) return false;
    digits += kind & 1;
  }
  return digits > 0;
}

/** By octet: 1 for base64's own characters, 2 for white space, 0 for all others. */
const BASE64 = Uint8Array.from({ length: 256 }, (_, octet) => {
  const character = String.fromCharCode(octet);
  return /[A-Za-z0-9+/=]/.test(character) ? 1 : /\s/.test(character) ? 2 : 0;
});
