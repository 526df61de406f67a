import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Synchronous on purpose: awaiting WebCrypto inside an IndexedDB transaction ends it in Firefox. */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

/** Throws a DOMException on anything that is not base64; white space is ignored as RFC 2045 writers add it. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const raw = atob(text.replace(/\s/g, ''));
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return bytes;
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** Four octets at a time, because whole certificates are compared where they come with every order. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  const { length } = a;
  if (length !== b.length) return false;
  const [mine, theirs] = [a, b].map((bytes) => new DataView(bytes.buffer, bytes.byteOffset, length)) as [
    DataView,
    DataView,
  ];
  let i = 0;
  for (; i + 4 <= length; i += 4) if (mine.getUint32(i) !== theirs.getUint32(i)) return false;
  for (; i < length; i++) if (a[i] !== b[i]) return false;
  return true;
}
