import { keyUsageBits } from '../certificate/extensions';
import { x509Of } from '../certificate/x509';
import type { Certificate } from '../types';

/** RFC 5280 6.3.3 f: where a key usage is given, it must include signing lists. */
export function maySignCrls(certificate: Certificate): boolean {
  return x509Of(certificate).keyUsage?.has(keyUsageBits.crlSign) ?? true;
}
