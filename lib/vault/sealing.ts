import { limits, utf8 } from '@/lib/base';
import type { WrappedKey } from './wrapped-key';
import { wrappingKey } from './wrapping-key';

/** The certificate's fingerprint is authenticated with the key, so that ciphertexts can't be exchanged in the database. */
export function sealing(certificate: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8(certificate) };
}

/** A PKCS#8 key under a password, with a salt and vector of its own and today's rounds. */
export async function seal(
  certificate: string,
  pkcs8: Uint8Array<ArrayBuffer>,
  password: string,
): Promise<Pick<WrappedKey, 'iterations' | 'salt' | 'iv' | 'ciphertext'>> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const iterations = limits.vaultIterations;
  const key = await wrappingKey(password, salt, iterations, 'encrypt');
  const sealed = await crypto.subtle.encrypt(sealing(certificate, iv), key, pkcs8);
  return { iterations, salt, iv, ciphertext: new Uint8Array(sealed) };
}
