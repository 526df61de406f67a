import type { ErrorCode } from '@/lib/base';
import { keyText } from '../certificate/key-text';
import { x509Of } from '../certificate/x509';
import type { ParsedCrl } from '../crl/parse-crl';
import type { Certificate } from '../types';
import { isNamedIssuer } from './covered-reasons';
import { crlSignature } from './crl-signature';
import { maySignCrls } from './may-sign-crls';
import type { RevocationContext } from './revocation-context';

/** Keys that are tried on one list: a crowd of certificates of one name must not cost a hash of the list each. */
const MAX_KEYS = 20;
/** Keys that may fail over all lists of one judging; after that each list is tried with the certificate's own issuer alone. */
const MAX_FAILED = 400;

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

const OF_SIGNATURE: readonly ErrorCode[] = ['crl/signature-invalid', 'crl/unsupported-algorithm'];

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
  // Whether each key that was tried signed the list: certificates of one key needn't be asked again.
  const keys = new Map<string, boolean>();
  const { signers, crowd } = candidates(crl, issuer, context.certificates);
  for (const signer of signers) {
    const key = keyText(x509Of(signer).spki);
    const mayTry = keys.size === 0 || (keys.size < MAX_KEYS && crowd.failed < MAX_FAILED);
    if (!(keys.get(key) ?? mayTry)) continue;
    const objection = await objectionTo(signer, crl, certificate, issuer, context);
    if (objection === null) return null;
    const signed = !OF_SIGNATURE.includes(objection.code);
    if (!signed) crowd.failed++;
    keys.set(key, signed);
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

/** One set of certificates, as one judging asks it for the signers of each list. */
interface Crowd {
  readonly ranked: Map<string, readonly Certificate[]>;
  /** Keys that were tried on a list which they hadn't signed. */
  failed: number;
}

const crowds = new WeakMap<readonly Certificate[], Crowd>();

function candidates(crl: ParsedCrl, issuer: Certificate, certificates: readonly Certificate[]) {
  const crowd: Crowd = crowds.get(certificates) ?? { ranked: new Map(), failed: 0 };
  crowds.set(certificates, crowd);
  const id = JSON.stringify([issuer.sha256, crl.issuer.key, crl.authorityKeyId]);
  const signers = crowd.ranked.get(id) ?? ranked(crl, issuer, certificates);
  crowd.ranked.set(id, signers);
  return { signers, crowd };
}

/** Certificates of the list issuer's name: the certificate's own issuer first, then those whose key the list names. */
function ranked(
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
