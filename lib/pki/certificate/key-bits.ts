import { reading } from '../der/der-error';
import { publicKeyBits } from '../signature/public-key';
import type { Certificate } from '../types';
import { x509Of } from './x509';

/** Bits of the RSA modulus or of the curve; 0 for any other kind of key. */
export function keyBits(certificate: Certificate): number {
  return reading('certificate/malformed', () => publicKeyBits(x509Of(certificate).spki));
}
