import { finding, type Finding } from '@/lib/base';
import { validatePath, type Certificate, type PathVerdict } from '@/lib/pki';
import { utcDay } from './utc-day';
import type { Judged, VerifyOrderInput } from './types';

const RULE = '21 CFR 1311.55(c)(7)';

/** Findings of path validation that speak of revocation, which is judged apart and as of another moment. */
export function isAboutStatus({ code }: Finding): boolean {
  return code === 'certificate/revoked' || code === 'certificate/status-unknown' || code.startsWith('crl/');
}

/** The path from signer to a trusted root as it stood at `at`. */
export function pathAt(
  signer: Certificate,
  sent: readonly Certificate[],
  { roots, authorities, crls }: VerifyOrderInput,
  at: number,
): Promise<PathVerdict> {
  return validatePath({ leaf: signer, candidates: [...sent, ...authorities], roots, crls, at });
}

/** Whether signer and CAs were valid when the order was signed (21 CFR 1311.50(a)(2)), and whether they still are. */
export function judgeCertificate(verdict: PathVerdict, now: number): Judged {
  const faults = verdict.findings.filter((one) => !isAboutStatus(one) && one.severity === 'blocks');
  if (faults.some(({ code }) => code === 'certificate/no-trusted-root'))
    return { result: 'not-checked', findings: faults };
  if (faults.length > 0 || verdict.path.length === 0)
    return { result: 'failed', findings: faults.map((fault) => ({ ...fault, rule: fault.rule ?? RULE })) };
  const expired = verdict.path
    .filter(({ notAfter }) => notAfter < now)
    .map((certificate) =>
      finding('warns', 'certificate/expired-since', {
        params: { subject: certificate.commonName, date: utcDay(certificate.notAfter) },
        rule: '21 CFR 1311.50(a)(2)',
      }),
    );
  return { result: 'held', findings: expired };
}
