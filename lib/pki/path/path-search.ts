import { finding, type Finding } from '@/lib/base';
import { x509Of } from '../certificate/x509';
import { DerError } from '../der/der-error';
import { hex } from '../der/values';
import { readScheme } from '../signature/scheme';
import { verifySignature, type SignatureVerdict } from '../signature/verify-signature';
import type { Certificate } from '../types';
import { nameOf, type PathInput } from './path-input';

/** Bounds on the search, so that a hundred CAs of one name or a mesh of cross-certificates ends at once. */
const MAX_LENGTH = 32;
const MAX_STEPS = 20_000;
const MAX_SIGNATURES = 400;
const MAX_OBJECTIONS = 5;

/**
 * Finds chains among the certificates at hand, one signature check for each pair of certificate and key. The bounds hold for
 * all searches of one judging together, those for the signers of revocation lists included.
 */
export class PathSearch {
  /** True once a bound kept a step from being tried: then what was not found may exist all the same. */
  cutShort = false;
  /** Every certificate that a path may hold, each once. */
  readonly pool: readonly Certificate[];
  readonly #bySubject = new Map<string, Certificate[]>();
  readonly #byIssuer = new Map<string, Certificate[]>();
  readonly #signatures = new Map<string, Promise<SignatureVerdict>>();
  readonly #objections = new Map<string, Finding>();
  readonly #input: PathInput;
  #steps = 0;

  constructor(input: PathInput) {
    this.#input = input;
    const all = [...input.roots, input.leaf, ...input.candidates];
    this.pool = [...new Map(all.map((certificate) => [certificate.sha256, certificate])).values()];
    for (const certificate of this.pool) {
      const { subject, issuer } = x509Of(certificate);
      add(this.#bySubject, subject.key, certificate);
      add(this.#byIssuer, issuer.key, certificate);
    }
  }

  /** What kept steps from being taken, for the case that no path is found. */
  get objections(): readonly Finding[] {
    return [...this.#objections.values()];
  }

  /** Yields chains from `leaf` to one of `roots` whose names chain and whose signatures hold, likeliest first. */
  async *paths(leaf: Certificate, roots: readonly Certificate[]): AsyncGenerator<readonly Certificate[]> {
    const trusted = new Set(roots.map(({ sha256 }) => sha256));
    yield* this.#extend([leaf], trusted, this.#below(roots));
  }

  async *#extend(
    path: readonly Certificate[],
    trusted: ReadonlySet<string>,
    reachable: ReadonlySet<string>,
  ): AsyncGenerator<readonly Certificate[]> {
    const last = path.at(-1) as Certificate;
    if (trusted.has(last.sha256)) {
      yield path;
      return;
    }
    for (const issuer of this.#issuersOf(last, trusted)) {
      // The same name and key a second time only makes a detour (RFC 4158 2.4.2), and a cycle never ends.
      if (!reachable.has(issuer.sha256) || path.some((one) => isSameEntity(one, issuer))) continue;
      if (++this.#steps > MAX_STEPS || path.length >= MAX_LENGTH) {
        this.cutShort = true;
        return;
      }
      if (await this.#isSignedBy(last, issuer)) yield* this.#extend([...path, issuer], trusted, reachable);
    }
  }

  /** Certificates from which names alone lead to one of `roots`. */
  #below(roots: readonly Certificate[]): ReadonlySet<string> {
    const found = new Set(roots.map(({ sha256 }) => sha256));
    const pending = [...roots];
    for (let issuer = pending.pop(); issuer; issuer = pending.pop()) {
      const { key } = x509Of(issuer).subject;
      for (const certificate of this.#byIssuer.get(key) ?? []) {
        if (found.has(certificate.sha256)) continue;
        found.add(certificate.sha256);
        pending.push(certificate);
      }
    }
    return found;
  }

  /** Matching key identifier first, then roots, CAs, and what is valid in time; at last by hash, so that order never counts. */
  #issuersOf(child: Certificate, trusted: ReadonlySet<string>): Certificate[] {
    const { issuer: name, authorityKeyId } = x509Of(child);
    const { at } = this.#input;
    const rank = (issuer: Certificate) => {
      const { subjectKeyId } = x509Of(issuer);
      const byKey =
        authorityKeyId === null || subjectKeyId === null ? 1 : authorityKeyId === subjectKeyId ? 0 : 2;
      const inTime = at >= issuer.notBefore && at <= issuer.notAfter;
      return byKey * 8 + (trusted.has(issuer.sha256) ? 0 : 4) + (issuer.isCa ? 0 : 2) + (inTime ? 0 : 1);
    };
    const ranked = (this.#bySubject.get(name.key) ?? []).map((issuer) => ({ issuer, rank: rank(issuer) }));
    ranked.sort((a, b) => a.rank - b.rank || (a.issuer.sha256 < b.issuer.sha256 ? -1 : 1));
    return ranked.map(({ issuer }) => issuer);
  }

  async #isSignedBy(child: Certificate, issuer: Certificate): Promise<boolean> {
    const edge = `${child.sha256} ${hex(x509Of(issuer).spki)}`;
    let verdict = this.#signatures.get(edge);
    if (!verdict) {
      if (this.#signatures.size >= MAX_SIGNATURES) {
        this.cutShort = true;
        return false;
      }
      verdict = checkSignature(child, issuer, this.#input.history ?? false);
      this.#signatures.set(edge, verdict);
    }
    const outcome = await verdict;
    if (outcome.kind !== 'good' && this.#objections.size < MAX_OBJECTIONS) {
      const objection = objectionOf(outcome, child);
      this.#objections.set(JSON.stringify([objection.code, child.sha256]), objection);
    }
    return outcome.kind === 'good';
  }
}

function add(map: Map<string, Certificate[]>, key: string, certificate: Certificate): void {
  const list = map.get(key);
  if (list) list.push(certificate);
  else map.set(key, [certificate]);
}

function isSameEntity(a: Certificate, b: Certificate): boolean {
  if (a.sha256 === b.sha256) return true;
  const [one, other] = [x509Of(a), x509Of(b)];
  return one.subject.key === other.subject.key && hex(one.spki) === hex(other.spki);
}

/** A key or an algorithm that can't be read verifies nothing. */
async function checkSignature(
  child: Certificate,
  issuer: Certificate,
  history: boolean,
): Promise<SignatureVerdict> {
  const { signatureAlgorithm, tbs, signature } = x509Of(child);
  try {
    const scheme = readScheme(signatureAlgorithm, null, { history });
    return await verifySignature(scheme, x509Of(issuer).spki, tbs, signature);
  } catch (error) {
    if (error instanceof DerError) return { kind: 'bad' };
    throw error;
  }
}

function objectionOf(verdict: Exclude<SignatureVerdict, { kind: 'good' }>, child: Certificate): Finding {
  const subject = nameOf(child);
  if (verdict.kind === 'bad')
    return finding('blocks', 'certificate/signature-invalid', { params: { subject } });
  return finding('blocks', 'certificate/unsupported-algorithm', {
    params: { subject, algorithm: verdict.name },
  });
}
