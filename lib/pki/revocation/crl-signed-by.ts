import { x509Of } from '../certificate/x509';
import type { ParsedCrl } from '../crl/parse-crl';
import type { Certificate } from '../types';
import { crlSignature } from './crl-signature';
import { maySignCrls } from './may-sign-crls';

/**
 * Whether this certificate's holder issued the list: by name, by signature, and with a key that may sign lists. Whether the
 * certificate itself is to be trusted is `validatePath`'s to say.
 */
export async function crlSignedBy(crl: ParsedCrl, certificate: Certificate): Promise<boolean> {
  const { subject, spki } = x509Of(certificate);
  if (subject.key !== crl.issuer.key || !maySignCrls(certificate)) return false;
  return (await crlSignature(crl, spki)).kind === 'good';
}
