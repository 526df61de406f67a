import { DerError } from '../der/der-error';
import type { Bytes } from '../der/reader';

export interface BlockDecryptor {
  readonly blockLength: number;
  /** In place, one block. */
  decrypt(block: Bytes): void;
  /** Overwrites the key schedule. */
  wipe(): void;
}

/** CBC with PKCS #7 padding. Throws DerError where length or padding are wrong, which a wrong key mostly causes. */
export function decryptCbc(cipher: BlockDecryptor, iv: Uint8Array, data: Uint8Array): Bytes {
  const size = cipher.blockLength;
  if (data.length === 0 || data.length % size !== 0 || iv.length !== size) {
    cipher.wipe();
    throw new DerError('not whole blocks');
  }
  const plain = new Uint8Array(data);
  let before = iv;
  for (let at = 0; at < data.length; at += size) {
    const block = plain.subarray(at, at + size);
    cipher.decrypt(block);
    for (let i = 0; i < size; i++) block[i] = (block[i] as number) ^ (before[i] as number);
    before = data.subarray(at, at + size);
  }
  cipher.wipe();
  return unpad(plain, size);
}

/** A view on `plain` without its PKCS #7 padding; where that is wrong, `plain` is overwritten and DerError thrown. */
export function unpad(plain: Bytes, size: number): Bytes {
  const padding = plain.at(-1) as number;
  const isPadded =
    padding >= 1 && padding <= size && plain.subarray(-padding).every((byte) => byte === padding);
  if (!isPadded) {
    plain.fill(0);
    throw new DerError('wrong padding');
  }
  return plain.subarray(0, -padding);
}
