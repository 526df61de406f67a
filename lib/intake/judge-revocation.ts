import { finding, type Finding } from '@/lib/base';
import type { Certificate, PathVerdict } from '@/lib/pki';
import { isAboutStatus, pathAt } from './judge-certificate';
import type { Judged, VerifyOrderInput } from './types';

/** As of when revocation was judged, beside the answer. */
export interface JudgedStatus extends Judged {
  readonly at: number;
}

/**
 * Whether signer or CA was revoked. A list names what was revoked before signing; one that is current when the order arrives
 * also names what was revoked since, and a listed certificate invalidates an order that isn't filled yet (21 CFR 1311.55(c)(6)).
 * Without the time of arrival that is the present. A certificate that has ended since is judged as of its end, because later
 * lists may leave it out (RFC 5280 3.3).
 */
export async function judgeRevocation(
  signer: Certificate,
  sent: readonly Certificate[],
  atSigning: PathVerdict,
  signedAt: number,
  input: VerifyOrderInput,
): Promise<JudgedStatus> {
  const arrived = input.receivedAt ?? input.clock.now();
  const end = Math.min(...atSigning.path.map(({ notAfter }) => notAfter));
  const at = Math.max(signedAt, Math.min(arrived, end));
  if (atSigning.path.length === 0) return { at, result: 'not-checked', findings: [] };
  // Given as a root itself, a signer's certificate is trusted without a list; that it wasn't revoked is still not known.
  if (atSigning.path.length === 1) {
    const params = { subject: signer.commonName, issuer: signer.issuer };
    return {
      at,
      result: 'not-checked',
      findings: [finding('warns', 'certificate/status-unknown', { params })],
    };
  }

  const before = revoked(atSigning.findings);
  if (before.length > 0) return { at, result: 'failed', findings: before };
  const verdict = await pathAt(signer, sent, input, at);
  const since = revoked(verdict.findings);
  if (since.length > 0 && input.receivedAt !== null) return { at, result: 'failed', findings: since };
  if (since.length > 0) {
    const unclear = since.map((one): Finding => ({
      ...one,
      severity: 'warns',
      code: 'certificate/revoked-since',
    }));
    return { at, result: 'not-checked', findings: unclear };
  }
  const doubts = verdict.findings.filter(isAboutStatus);
  const blocked = doubts.some(({ severity }) => severity === 'blocks');
  // Both moments must speak of the same certificates: the status of one path says nothing about another.
  if (!verdict.statusChecked || blocked || !isSamePath(atSigning.path, verdict.path))
    return { at, result: 'not-checked', findings: doubts };
  return { at, result: 'held', findings: [] };
}

function revoked(findings: readonly Finding[]): Finding[] {
  return findings
    .filter(({ code }) => code === 'certificate/revoked')
    .map((one) => ({ ...one, rule: '21 CFR 1311.55(c)(6)' }));
}

function isSamePath(one: readonly Certificate[], other: readonly Certificate[]): boolean {
  return one.length === other.length && one.every(({ sha256 }, i) => sha256 === other[i]?.sha256);
}
