import type { ErrorCode } from '@/lib/base';
import { x509Of } from '../certificate/x509';
import type { ParsedCrl } from '../crl/parse-crl';
import type { Certificate } from '../types';
import { isNamedIssuer } from './covered-reasons';
import { crlSignature } from './crl-signature';
import { maySignCrls } from './may-sign-crls';
import type { RevocationContext } from './revocation-context';

/** Keys that are tried on one list: a crowd of certificates of one name must not cost a hash of the list each. */
const MAX_KEYS = 20;

export interface Objection {
  readonly code: ErrorCode;
  readonly params?: Readonly<Record<string, string>>;
}

/** From what says least to what says most about why the list isn't used. */
const OBJECTIONS: readonly ErrorCode[] = [
  'crl/issuer-unknown',
  'crl/signature-invalid',
  'crl/unsupported-algorithm',
  'crl/signer-not-allowed',
  'crl/signer-not-trusted',
];

/**
 * Answers null where somebody signed the list who may: the certificate's issuer, or another certificate of the list issuer's
 * name that leads to the same root (RFC 5280 6.3.3 f, g), as after a key rollover. Otherwise the best known reason why not.
 */
export async function objectionToSigner(
  crl: ParsedCrl,
  certificate: Certificate,
  issuer: Certificate,
  context: RevocationContext,
): Promise<Objection | null> {
  let worst: Objection = { code: 'crl/issuer-unknown', params: { issuer: crl.issuer.text } };
  const keys = new Set<string>();
  for (const signer of candidates(crl, issuer, context.certificates)) {
    const { spki } = x509Of(signer);
    if (keys.size >= MAX_KEYS && !keys.has(spki.join())) continue;
    keys.add(spki.join());
    const objection = await objectionTo(signer, crl, certificate, issuer, context);
    if (objection === null) return null;
    if (OBJECTIONS.indexOf(objection.code) > OBJECTIONS.indexOf(worst.code)) worst = objection;
  }
  return worst;
}

async function objectionTo(
  signer: Certificate,
  crl: ParsedCrl,
  certificate: Certificate,
  issuer: Certificate,
  context: RevocationContext,
): Promise<Objection | null> {
  const verdict = await crlSignature(crl, x509Of(signer).spki, context.history);
  if (verdict.kind === 'refused')
    return { code: 'crl/unsupported-algorithm', params: { algorithm: verdict.name } };
  if (verdict.kind === 'bad') return { code: 'crl/signature-invalid' };
  const params = { issuer: crl.issuer.text };
  if (!maySignCrls(signer)) return { code: 'crl/signer-not-allowed', params };
  if (signer.sha256 === issuer.sha256) return null;
  // A certificate may vouch for itself only where its CA has said so in it; its path is the one that is judged.
  const isTrusted =
    signer.sha256 === certificate.sha256
      ? isNamedIssuer(crl.issuer.key, certificate)
      : await context.isTrusted(signer);
  return isTrusted ? null : { code: 'crl/signer-not-trusted', params };
}

/** Certificates of the list issuer's name: the certificate's own issuer first, then those whose key the list names. */
function candidates(
  crl: ParsedCrl,
  issuer: Certificate,
  certificates: readonly Certificate[],
): readonly Certificate[] {
  const unique = new Map([issuer, ...certificates].map((one) => [one.sha256, one]));
  const named = [...unique.values()].filter((one) => x509Of(one).subject.key === crl.issuer.key);
  const rank = (one: Certificate) => {
    if (one.sha256 === issuer.sha256) return 0;
    const has = x509Of(one).subjectKeyId;
    return crl.authorityKeyId === null || has === null ? 2 : has === crl.authorityKeyId ? 1 : 3;
  };
  return named.sort((a, b) => rank(a) - rank(b));
}
