import { finding, limits, type ErrorCode, type Finding } from '@/lib/base';
import { keyUsageBits } from '../certificate/extensions';
import { x509Of } from '../certificate/x509';
import type { ParsedCrl } from '../crl/parse-crl';
import { equalBytes } from '../der/values';
import { readScheme } from '../signature/scheme';
import { verifySignature } from '../signature/verify-signature';
import type { Certificate } from '../types';
import { dayOf, nameOf } from '../path/path-input';

export interface Standing {
  /** True only where a current, rightly signed list that covers the certificate doesn't name it. */
  readonly checked: boolean;
  readonly findings: readonly Finding[];
}

export interface RevocationContext {
  readonly crls: readonly ParsedCrl[];
  /** The moment that is judged, in milliseconds since 1970. */
  readonly at: number;
  /** Judges lists of old: their signatures may be made with SHA-1. */
  readonly history?: boolean;
  /** Candidates, roots and the path: where the certificate of a list's signer may be found. */
  readonly certificates: readonly Certificate[];
  /** Whether a signer that isn't the certificate's own issuer leads to the same root (RFC 5280 6.3.3 f). */
  isTrusted(signer: Certificate): Promise<boolean>;
}

const RULE = '21 CFR 1311.55(c)';
/** CRLReason removeFromCRL, which lifts an entry and only means something in a delta. */
const REMOVE_FROM_CRL = 8;

/** Looks one certificate up in the lists of its issuer, as it stood at `at` (RFC 5280 6.3; 21 CFR 1311.50). */
export async function checkRevocation(
  certificate: Certificate,
  issuer: Certificate,
  { crls, at }: RevocationContext,
): Promise<Standing> {
  const findings: Finding[] = [];
  let checked = false;
  const subject = nameOf(certificate);
  for (const crl of crls) {
    if (crl.issuer.key !== x509Of(certificate).issuer.key) continue;
    if (!(await isSignedBy(crl, issuer))) {
      findings.push(finding('warns', 'crl/signature-invalid', { rule: RULE }));
      continue;
    }
    const unusable = objectionTo(crl, certificate);
    if (unusable !== 'crl/unknown-extension' && unusable !== 'crl/out-of-scope') {
      const entry = crl.find(certificate.serial);
      const lifted = crl.isDelta && entry?.reason === REMOVE_FROM_CRL;
      // A later list also tells about earlier times: then the entry's own date decides.
      if (entry && !lifted && (crl.thisUpdate <= at || entry.revokedAt <= at)) {
        const params = { subject, date: dayOf(entry.revokedAt) };
        return {
          checked: true,
          findings: [finding('blocks', 'certificate/revoked', { params, rule: RULE })],
        };
      }
    }
    const code = unusable ?? timeliness(crl, at);
    if (code === null) checked = true;
    else
      findings.push(
        finding('warns', code, { params: { date: dayOf(crl.nextUpdate ?? crl.thisUpdate) }, rule: RULE }),
      );
  }
  if (checked) return { checked, findings: [] };
  const unknown = finding('warns', 'certificate/status-unknown', {
    params: { subject, issuer: nameOf(issuer) },
    rule: RULE,
  });
  return { checked, findings: [...findings, unknown] };
}

/** Why a rightly signed list says nothing about this certificate, or null. */
function objectionTo(crl: ParsedCrl, certificate: Certificate): ErrorCode | null {
  if (crl.hasUnknownCritical) return 'crl/unknown-extension';
  const { scope } = crl;
  if (scope) {
    const otherKind = certificate.isCa ? scope.onlyUsers : scope.onlyCas;
    if (scope.indirect || scope.onlySomeReasons || scope.onlyAttributes || otherKind)
      return 'crl/out-of-scope';
    if (scope.points !== null && !sharesPoint(scope.points, certificate)) return 'crl/out-of-scope';
  }
  return crl.isDelta ? 'crl/delta-alone' : null;
}

function sharesPoint(points: readonly Uint8Array[], certificate: Certificate): boolean {
  return x509Of(certificate).distributionPoints.some(
    ({ names, partial }) => !partial && names.some((name) => points.some((point) => equalBytes(point, name))),
  );
}

function timeliness(crl: ParsedCrl, at: number): ErrorCode | null {
  if (crl.thisUpdate > at + limits.clockSkewMs) return 'crl/not-yet-valid';
  // RFC 5280 5.1.2.5 demands nextUpdate: a list without it could be kept for ever.
  return crl.nextUpdate === null || crl.nextUpdate < at ? 'crl/expired' : null;
}

const signedBy = new WeakMap<ParsedCrl, Map<string, Promise<boolean>>>();

/** Whether the issuer's key signed the list and may sign lists; asked once per list and issuer, as lists are large. */
function isSignedBy(crl: ParsedCrl, issuer: Certificate): Promise<boolean> {
  const known = signedBy.get(crl) ?? new Map<string, Promise<boolean>>();
  signedBy.set(crl, known);
  const found = known.get(issuer.sha256) ?? verify(crl, issuer);
  known.set(issuer.sha256, found);
  return found;
}

async function verify(crl: ParsedCrl, issuer: Certificate): Promise<boolean> {
  const { keyUsage, spki } = x509Of(issuer);
  if (keyUsage && !keyUsage.has(keyUsageBits.crlSign)) return false;
  const verdict = await verifySignature(readScheme(crl.signatureAlgorithm), spki, crl.tbs, crl.signature);
  return verdict.kind === 'good';
}
