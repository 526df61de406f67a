import type { DistributionPoint } from '../certificate/distribution-points';
import { nameKeyOf } from '../certificate/general-name-key';
import { ALL_REASONS } from '../certificate/reasons';
import { x509Of, type X509 } from '../certificate/x509';
import type { ParsedCrl } from '../crl/parse-crl';
import type { Certificate } from '../types';

/** Whether the list's issuer is one that the certificate's status is asked of: its own issuer, or one its points name. */
export function concerns(crl: ParsedCrl, certificate: Certificate): boolean {
  const { issuer } = x509Of(certificate);
  return crl.issuer.key === issuer.key || isNamedIssuer(crl.issuer.key, certificate);
}

/** Whether the certificate's CA has handed its lists to the holder of this name (cRLIssuer, RFC 5280 4.2.1.13). */
export function isNamedIssuer(nameKey: string, certificate: Certificate): boolean {
  const wanted = nameKeyOf(nameKey);
  return x509Of(certificate).distributionPoints.some(({ issuers }) => issuers?.includes(wanted));
}

/**
 * The reasons for which the list would name the certificate, as `ALL_REASONS` has them; 0: the list isn't about it
 * (RFC 5280 6.3.3 b, d). Each distribution point is asked, and then the one that every certificate has: its issuer's name. That
 * name fits a list's own point only where the certificate has no points: it said where else to look, so a list that is bound
 * to another point doesn't clear it (as OpenSSL and the BSI's path validation suite have it).
 */
export function coveredReasons(crl: ParsedCrl, certificate: Certificate): number {
  const x509 = x509Of(certificate);
  if (isOfOtherKind(crl, x509)) return 0;
  const ofIssuer: DistributionPoint = {
    names: x509.distributionPoints.length === 0 ? [nameKeyOf(x509.issuer.key)] : [],
    urls: [],
    reasons: ALL_REASONS,
    issuers: null,
  };
  const listed = crl.scope?.reasons ?? ALL_REASONS;
  return [...x509.distributionPoints, ofIssuer]
    .filter((point) => isAt(point, crl, x509))
    .reduce((sum, { reasons }) => sum | (reasons & listed), 0);
}

function isOfOtherKind({ scope }: ParsedCrl, { basicConstraints }: X509): boolean {
  if (scope === null) return false;
  const isCa = basicConstraints?.ca ?? false;
  return scope.onlyAttributes || (isCa ? scope.onlyUsers : scope.onlyCas);
}

function isAt(point: DistributionPoint, { issuer, scope }: ParsedCrl, x509: X509): boolean {
  if (point.issuers === null) {
    if (issuer.key !== x509.issuer.key) return false;
  } else if (!scope?.indirect || !point.issuers.includes(nameKeyOf(issuer.key))) {
    return false;
  }
  const names = point.names ?? point.issuers ?? [];
  return scope === null || scope.points === null || scope.points.some((name) => names.includes(name));
}
