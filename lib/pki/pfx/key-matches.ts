import { DerError } from '../der/der-error';
import { single, type Bytes } from '../der/reader';
import { hex, readOctets, readOid, sequenceOf, tags } from '../der/values';
import { oids } from '../oids';
import { readPublicKey, unsigned } from '../signature/public-key';

/** Whether a private key (PKCS#8) and a SubjectPublicKeyInfo are halves of one pair. False also where a half can't be read. */
export async function keyMatches(pkcs8: Bytes, spki: Bytes): Promise<boolean> {
  try {
    const key = readPublicKey(spki);
    if (key.kind === 'rsa') return rsaModulus(pkcs8) === key.modulus;
    return key.kind === 'ec' && (await signsFor(pkcs8, key.spki, key.curve));
  } catch (error) {
    if (error instanceof DerError) return false;
    throw error;
  }
}

/** Modulus of an RSA key in hex, empty for another kind of key. Key values themselves never become text. */
function rsaModulus(pkcs8: Bytes): string {
  const info = single(pkcs8, tags.sequence, true).reader();
  info.next(tags.integer);
  const oid = readOid(info.next(tags.sequence).reader().next(tags.oid));
  if (oid !== oids.rsa && oid !== oids.pss) return '';
  const key = sequenceOf(readOctets(info.next()));
  key.next(tags.integer);
  return hex(unsigned(key.next(tags.integer).content));
}

async function signsFor(pkcs8: Bytes, spki: Bytes, namedCurve: string): Promise<boolean> {
  const algorithm = { name: 'ECDSA', namedCurve, hash: 'SHA-256' };
  const probe = new TextEncoder().encode('pair');
  try {
    const secret = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
    const open = await crypto.subtle.importKey('spki', spki, algorithm, false, ['verify']);
    return await crypto.subtle.verify(
      algorithm,
      open,
      await crypto.subtle.sign(algorithm, secret, probe),
      probe,
    );
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
