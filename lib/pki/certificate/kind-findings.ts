import { finding, type Finding } from '@/lib/base';
import { oids } from '../oids';
import type { Certificate } from '../types';
import { isCoordinator } from './is-coordinator';

/** What a certificate is, whatever the order says: only one issued for CSOS orders of a registration may sign them. */
export function kindFindings(certificate: Certificate): Finding[] {
  if (isCoordinator(certificate))
    return [finding('blocks', 'certificate/coordinator', { rule: '21 CFR 1311.10' })];
  if (certificate.isCa || !certificate.policies.includes(oids.csosPolicy))
    return [finding('blocks', 'certificate/not-csos', { rule: '21 CFR 1311.50(a)(4)' })];
  if (!certificate.dea)
    return [finding('blocks', 'certificate/no-dea-extensions', { rule: '21 CFR 1311.55(c)(5)' })];
  return [];
}
