import { finding, type Finding } from '@/lib/base';
import { keyText } from '../certificate/key-text';
import { x509Of } from '../certificate/x509';
import { verifySigned } from '../signature/verify-signed';
import type { SignatureVerdict } from '../signature/verify-signature';
import type { Certificate } from '../types';
import { nameOf, type PathInput } from './path-input';

/** Bounds on the search, so that a hundred CAs of one name or a mesh of cross-certificates ends at once. */
const MAX_LENGTH = 32;
const MAX_STEPS = 3_000;
const MAX_SIGNATURES = 200;
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
  /** Subject and key of each certificate by its hash: certificates of one entity lead to the same places. */
  readonly #entities = new Map<string, string>();
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
      const { subject, issuer, spki } = x509Of(certificate);
      this.#entities.set(certificate.sha256, `${keyText(spki)} ${subject.key}`);
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
    yield* this.#extend([leaf], this.#distances(roots));
  }

  async *#extend(
    path: readonly Certificate[],
    distances: ReadonlyMap<string, number>,
  ): AsyncGenerator<readonly Certificate[]> {
    const last = path.at(-1) as Certificate;
    if (distances.get(last.sha256) === 0) {
      yield path;
      return;
    }
    for (const issuer of this.#issuersOf(last, distances)) {
      // The same name and key a second time only makes a detour (RFC 4158 2.4.2), and a cycle never ends.
      if (this.#repeats(path, issuer)) continue;
      if (++this.#steps > MAX_STEPS || path.length >= MAX_LENGTH) {
        this.cutShort = true;
        return;
      }
      if (await this.#isSignedBy(last, issuer)) yield* this.#extend([...path, issuer], distances);
    }
  }

  /** How many steps names alone need from each certificate to one of `roots`; those that lead to none are left out. */
  #distances(roots: readonly Certificate[]): ReadonlyMap<string, number> {
    const found = new Map(roots.map(({ sha256 }) => [sha256, 0]));
    const pending = [...roots];
    const names = new Set<string>();
    for (const issuer of pending) {
      const distance = (found.get(issuer.sha256) ?? 0) + 1;
      const name = x509Of(issuer).subject.key;
      // Whoever came first with a name has led to all that are issued under it: a crowd of one name costs one pass.
      if (names.has(name)) continue;
      names.add(name);
      for (const certificate of this.#byIssuer.get(name) ?? []) {
        if (found.has(certificate.sha256)) continue;
        found.set(certificate.sha256, distance);
        pending.push(certificate);
      }
    }
    return found;
  }

  /**
   * Whoever leads to a root and may have issued `child`: matching key identifier first, then CAs that are valid in time, then
   * the shortest way; at last by hash, so that the order in which certificates came never counts.
   */
  #issuersOf(child: Certificate, distances: ReadonlyMap<string, number>): Certificate[] {
    const { issuer: name, authorityKeyId } = x509Of(child);
    const { at } = this.#input;
    const ranked = (this.#bySubject.get(name.key) ?? []).flatMap((issuer) => {
      const distance = distances.get(issuer.sha256);
      if (distance === undefined) return [];
      const { subjectKeyId } = x509Of(issuer);
      const unknown = authorityKeyId === null || subjectKeyId === null;
      const byKey = unknown ? 1 : authorityKeyId === subjectKeyId ? 0 : 2;
      const usable = (issuer.isCa || distance === 0) && at >= issuer.notBefore && at <= issuer.notAfter;
      return [{ issuer, rank: (byKey * 2 + (usable ? 0 : 1)) * 100_000 + distance }];
    });
    ranked.sort((a, b) => a.rank - b.rank || (a.issuer.sha256 < b.issuer.sha256 ? -1 : 1));
    return ranked.map(({ issuer }) => issuer);
  }

  #repeats(path: readonly Certificate[], issuer: Certificate): boolean {
    const entity = this.#entities.get(issuer.sha256);
    return path.some(({ sha256 }) => this.#entities.get(sha256) === entity);
  }

  async #isSignedBy(child: Certificate, issuer: Certificate): Promise<boolean> {
    const edge = `${child.sha256} ${this.#entities.get(issuer.sha256)}`;
    let verdict = this.#signatures.get(edge);
    if (!verdict) {
      if (this.#signatures.size >= MAX_SIGNATURES) {
        this.cutShort = true;
        return false;
      }
      verdict = verifySigned(x509Of(child), x509Of(issuer).spki, this.#input.history ?? false);
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

function objectionOf(verdict: Exclude<SignatureVerdict, { kind: 'good' }>, child: Certificate): Finding {
  const subject = nameOf(child);
  if (verdict.kind === 'bad')
    return finding('blocks', 'certificate/signature-invalid', { params: { subject } });
  return finding('blocks', 'certificate/unsupported-algorithm', {
    params: { subject, algorithm: verdict.name },
  });
}
