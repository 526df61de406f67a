import { cbc } from '@noble/ciphers/aes.js';
import { DerError } from '../der/der-error';
import type { Bytes } from '../der/reader';
import { unpad } from './cbc';

const BLOCK = 16;

/** AES-CBC with PKCS #7 padding. Throws DerError where lengths or padding are wrong, which a wrong key mostly causes. */
export function decryptAesCbc(key: Bytes, iv: Bytes, data: Bytes): Bytes {
  if (data.length === 0 || data.length % BLOCK !== 0 || iv.length !== BLOCK)
    throw new DerError('not whole blocks');
  // Written straight into an array of ours, so that no copy stays behind in the library.
  const plain = new Uint8Array(data.length);
  cbc(key, iv, { disablePadding: true }).decrypt(data, plain);
  return unpad(plain, BLOCK);
}
