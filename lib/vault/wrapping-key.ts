import { utf8 } from '@/lib/base';

/**
 * The key that wraps private keys: PBKDF2-HMAC-SHA-256 over the NFC form of the password, so that the same characters
 * typed on another keyboard give the same key. Not extractable, and unwraps into WebCrypto without passing through JS.
 */
export async function wrappingKey(
  password: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
  usage: 'encrypt' | 'decrypt' | 'unwrapKey',
): Promise<CryptoKey> {
  const secret = utf8(password.normalize('NFC'));
  try {
    const base = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
    return await crypto.subtle.deriveKey(
      { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
      base,
      { name: 'AES-GCM', length: 256 },
      false,
      [usage],
    );
  } finally {
    secret.fill(0);
  }
}
