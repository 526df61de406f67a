import { finding, type Finding } from '@/lib/base';
import { x509Of } from '../certificate/x509';
import { readScheme } from '../signature/scheme';
import { verifySignature, type SignatureVerdict } from '../signature/verify-signature';
import type { Certificate } from '../types';
import { nameOf, type PathInput } from './path-input';

/** Bounds on the search, so that a hundred CAs of one name or a mesh of cross-certificates ends at once. */
const MAX_LENGTH = 12;
const MAX_STEPS = 3_000;
const MAX_SIGNATURES = 300;

/**
 * Yields chains from the leaf to a trusted root whose names chain and whose signatures hold, likeliest first. Each
 * signature is checked once. `objections` gathers what kept a step from being taken, for the case that none is found.
 */
export async function* buildPaths(
  input: PathInput,
  objections: Finding[],
): AsyncGenerator<readonly Certificate[]> {
  const roots = new Map(input.roots.map((root) => [root.sha256, root]));
  const pool = new Map([...input.candidates.map((one) => [one.sha256, one] as const), ...roots]);
  const bySubject = new Map<string, Certificate[]>();
  for (const certificate of pool.values()) {
    const { key } = x509Of(certificate).subject;
    bySubject.set(key, [...(bySubject.get(key) ?? []), certificate]);
  }
  const verdicts = new Map<string, SignatureVerdict>();
  let steps = 0;

  async function signed(child: Certificate, issuer: Certificate): Promise<boolean> {
    const edge = child.sha256 + issuer.sha256;
    let verdict = verdicts.get(edge);
    if (!verdict) {
      if (verdicts.size >= MAX_SIGNATURES) return false;
      const { signatureAlgorithm, tbs, signature } = x509Of(child);
      verdict = await verifySignature(readScheme(signatureAlgorithm), x509Of(issuer).spki, tbs, signature);
      verdicts.set(edge, verdict);
      const objection = objectionOf(verdict, child);
      if (objection) objections.push(objection);
    }
    return verdict.kind === 'good';
  }

  async function* extend(path: readonly Certificate[]): AsyncGenerator<readonly Certificate[]> {
    const last = path.at(-1) as Certificate;
    if (roots.has(last.sha256)) yield path;
    if (roots.has(last.sha256) || path.length >= MAX_LENGTH) return;
    const issuers = bySubject.get(x509Of(last).issuer.key) ?? [];
    for (const issuer of likeliestFirst(last, issuers, roots)) {
      if (++steps > MAX_STEPS) return;
      if (path.some(({ sha256 }) => sha256 === issuer.sha256)) continue;
      if (await signed(last, issuer)) yield* extend([...path, issuer]);
    }
  }

  yield* extend([input.leaf]);
}

/** Roots before others, a matching key identifier before none, none before another one. */
function likeliestFirst(
  child: Certificate,
  issuers: readonly Certificate[],
  roots: ReadonlyMap<string, Certificate>,
): Certificate[] {
  const wanted = x509Of(child).authorityKeyId;
  const rank = (issuer: Certificate) => {
    const has = x509Of(issuer).subjectKeyId;
    const byKey = wanted === null || has === null ? 1 : wanted === has ? 0 : 2;
    return byKey * 2 + (roots.has(issuer.sha256) ? 0 : 1);
  };
  return [...issuers].sort((a, b) => rank(a) - rank(b));
}

function objectionOf(verdict: SignatureVerdict, child: Certificate): Finding | null {
  const subject = nameOf(child);
  if (verdict.kind === 'bad')
    return finding('blocks', 'certificate/signature-invalid', { params: { subject } });
  if (verdict.kind === 'good') return null;
  return finding('blocks', 'certificate/unsupported-algorithm', {
    params: { subject, algorithm: verdict.name },
  });
}
