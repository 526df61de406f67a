import { oids } from '../oids';
import type { Certificate } from '../types';

/**
 * Whether this is a coordinator's administrative certificate: issued under the CSOS policy, yet without any of DEA's
 * extensions, so it names no registration and can't sign orders (csos.md 3).
 */
export function isCoordinator(certificate: Certificate): boolean {
  return !certificate.isCa && certificate.dea === null && certificate.policies.includes(oids.csosPolicy);
}
