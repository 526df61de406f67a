import type { Finding } from '@/lib/base';

/** CRLReason certificateHold (RFC 5280 5.3.1): the one that may be lifted again. */
const HOLD = 6;

/** The finding that something on the path is revoked, one that is for good before a hold. */
export function revocationIn(findings: readonly Finding[]): Finding | undefined {
  const revoked = findings.filter(({ code }) => code === 'certificate/revoked');
  return revoked.find((one) => !isHold(one)) ?? revoked[0];
}

/** The finding that this certificate itself is revoked for good: that of its CA, or a hold, may end while it lives on. */
export function revokedForGood(findings: readonly Finding[], sha256: string): Finding | undefined {
  return findings.find(
    (one) => one.code === 'certificate/revoked' && one.params.sha256 === sha256 && !isHold(one),
  );
}

export function isHold({ params }: Finding): boolean {
  return params.reason === HOLD;
}
