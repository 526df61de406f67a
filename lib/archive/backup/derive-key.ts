import { utf8 } from '@/lib/base';

/**
 * The key of one backup file, and 16 bytes that tell a wrong password from a damaged file. Both come out of the password by
 * PBKDF2-SHA-256, then HKDF, so that the check says nothing of the key. The salt is new in each file, and so is the key:
 * nonces may count from 0.
 */
export async function deriveKey(
  password: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<{ readonly key: CryptoKey; readonly check: Uint8Array<ArrayBuffer> }> {
  const typed = await crypto.subtle.importKey('raw', utf8(password.normalize('NFC')), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const slow = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    typed,
    256,
  );
  const root = await crypto.subtle.importKey('raw', slow, 'HKDF', false, ['deriveKey', 'deriveBits']);
  const hkdf = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: utf8(info),
  });
  const key = await crypto.subtle.deriveKey(
    hkdf('countersign backup key'),
    root,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  return {
    key,
    check: new Uint8Array(await crypto.subtle.deriveBits(hkdf('countersign backup check'), root, 128)),
  };
}
