import { finding, type ErrorCode, type Finding } from '@/lib/base';
import { keyUsageBits } from '../certificate/extensions';
import { x509Of } from '../certificate/x509';
import { publicKeyBits, readPublicKey } from '../signature/public-key';
import { oids } from '../oids';
import type { Certificate } from '../types';
import { dayOf, nameOf } from './path-input';

/** Critical extensions whose meaning is enforced here, or that restrict nothing which is judged. */
const ENFORCED: ReadonlySet<string> = new Set([
  oids.basicConstraints,
  oids.keyUsage,
  oids.certificatePolicies,
  oids.subjectKeyIdentifier,
  oids.authorityKeyIdentifier,
  oids.crlDistributionPoints,
  '2.5.29.17',
  '2.5.29.18',
]);

/** Restrictions that are not enforced yet: a path that carries one is refused, also where it isn't marked critical. */
const REFUSED: readonly string[] = [oids.nameConstraints, oids.policyConstraints];

const MIN_RSA_BITS = 2048;

/** RFC 5280 6.1 over a path whose names and signatures hold already; leaf first, root last. */
export function judgePath(path: readonly Certificate[], at: number): Finding[] {
  const findings: Finding[] = [];
  const root = path.at(-1) as Certificate;
  const objects = (certificate: Certificate, code: ErrorCode, params: Record<string, string> = {}) =>
    findings.push(
      finding('blocks', code, {
        params: { subject: nameOf(certificate), ...params },
        rule: '21 CFR 1311.55(c)',
      }),
    );

  // How many CAs that aren't self-issued may still follow, from the root down (6.1.4 l, m).
  let pathLeft = Infinity;
  for (const certificate of [...path].reverse()) {
    const x509 = x509Of(certificate);
    if (at < certificate.notBefore)
      objects(certificate, 'certificate/not-yet-valid', { date: dayOf(certificate.notBefore) });
    if (at > certificate.notAfter)
      objects(certificate, 'certificate/expired', { date: dayOf(certificate.notAfter) });
    for (const [oid, { critical }] of x509.extensions) {
      if ((critical && !ENFORCED.has(oid)) || REFUSED.includes(oid)) {
        objects(certificate, 'certificate/unknown-extension', { oid });
      }
    }
    if (certificate.sha256 === (path[0] as Certificate).sha256) continue;

    const isAnchorOfOldForm = certificate === root && x509.version < 3;
    if (!isAnchorOfOldForm && !x509.basicConstraints?.ca) objects(certificate, 'certificate/not-a-ca');
    if (x509.keyUsage && !x509.keyUsage.has(keyUsageBits.keyCertSign))
      objects(certificate, 'certificate/key-usage');
    const selfIssued = x509.issuer.key === x509.subject.key;
    if (certificate !== root && !selfIssued && pathLeft-- <= 0)
      objects(certificate, 'certificate/path-too-long');
    pathLeft = Math.min(pathLeft, x509.basicConstraints?.pathLength ?? Infinity);
  }
  judgeLeaf(path[0] as Certificate, objects);
  return findings;
}

function judgeLeaf(
  leaf: Certificate,
  objects: (certificate: Certificate, code: ErrorCode, params?: Record<string, string>) => void,
): void {
  const { keyUsage, spki } = x509Of(leaf);
  if (
    keyUsage &&
    !keyUsage.has(keyUsageBits.digitalSignature) &&
    !keyUsage.has(keyUsageBits.nonRepudiation)
  ) {
    objects(leaf, 'certificate/key-usage');
  }
  const key = readPublicKey(spki);
  if (key.kind === 'rsa' && publicKeyBits(spki) < MIN_RSA_BITS) {
    objects(leaf, 'certificate/unsupported-algorithm', { algorithm: `RSA with ${key.bits} bits` });
  }
}
