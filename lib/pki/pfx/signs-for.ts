import type { Bytes } from '../der/reader';

type SigningAlgorithm =
  { readonly name: 'ECDSA'; readonly namedCurve: string } | { readonly name: 'RSASSA-PKCS1-v1_5' };

/** Whether a signature of the private key (PKCS#8) verifies with the public one. False also where one can't be imported. */
export async function signsFor(pkcs8: Bytes, spki: Bytes, signing: SigningAlgorithm): Promise<boolean> {
  const algorithm = { ...signing, hash: 'SHA-256' };
  const probe = new TextEncoder().encode('pair');
  try {
    const [secret, open] = await Promise.all([
      crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']),
      crypto.subtle.importKey('spki', spki, algorithm, false, ['verify']),
    ]);
    const signature = await crypto.subtle.sign(algorithm, secret, probe);
    return await crypto.subtle.verify(algorithm, open, signature, probe);
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
