import { CountersignError, finding, type Finding } from '@/lib/base';
import { DerError } from '../der/der-error';
import { checkRevocation, type Standing } from '../revocation/check-revocation';
import type { Certificate, PathVerdict } from '../types';
import { judgePath } from './judge-path';
import { nameOf, type PathInput } from './path-input';
import { PathSearch } from './path-search';

/** Paths that are judged before the best one's faults are told, and those for each signer of a revocation list. */
const MAX_JUDGED = 40;
const MAX_SIGNER_JUDGED = 8;
/** Signers of lists whose own lists are signed by others again: deeper than any CA goes. */
const MAX_SIGNER_DEPTH = 3;
const MAX_SIGNERS = 20;

/**
 * Judges a certificate at a moment: is there a path to one of `roots`, does every step of it hold, was anything on it
 * revoked. Unknown revocation status warns and leaves `statusChecked` false; everything else that is wrong blocks.
 * Throws `certificate/malformed` where a certificate object isn't what its DER says.
 */
export async function validatePath(input: PathInput): Promise<PathVerdict> {
  if (input.roots.length === 0) return refused([finding('blocks', 'certificate/no-trusted-root')]);
  try {
    return await new PathJudge(input).best(input, []);
  } catch (error) {
    if (error instanceof DerError)
      throw new CountersignError('certificate/malformed', { detail: error.message }, { cause: error });
    throw error;
  }
}

/** One judging, with the searches for the signers of revocation lists that it needs. */
class PathJudge {
  readonly #search: PathSearch;
  readonly #trusted = new Map<string, boolean>();
  readonly #standings = new Map<string, Standing>();
  #signers = 0;

  constructor(input: PathInput) {
    this.#search = new PathSearch(input);
  }

  /** The first path without a fault, or the one with the fewest. `signers`: list signers on whose behalf this is asked. */
  async best(input: PathInput, signers: readonly string[]): Promise<PathVerdict> {
    let best: PathVerdict | null = null;
    let judged = 0;
    for await (const path of this.#search.paths(input.leaf, input.roots)) {
      const verdict = await this.#judge(path, input, signers);
      if (verdict.valid && verdict.statusChecked) return verdict;
      if (best === null || faults(verdict) < faults(best)) best = verdict;
      if (++judged >= (signers.length === 0 ? MAX_JUDGED : MAX_SIGNER_JUDGED)) {
        this.#search.cutShort = true;
        break;
      }
    }
    const params = { subject: nameOf(input.leaf) };
    // A path that holds, save for unknown revocation, is not made worse by others that were not tried.
    if (best?.valid) return best;
    const cut = this.#search.cutShort ? [finding('blocks', 'certificate/search-too-long', { params })] : [];
    if (best) return { ...best, findings: [...best.findings, ...cut] };
    const notFound = finding('blocks', 'certificate/path-not-found', { params });
    return refused([...this.#search.objections, ...cut, notFound]);
  }

  async #judge(
    path: readonly Certificate[],
    input: PathInput,
    signers: readonly string[],
  ): Promise<PathVerdict> {
    const judgement = judgePath(path, input);
    const findings = [...judgement.findings];
    const root = path.at(-1) as Certificate;
    let statusChecked = true;
    for (const [i, certificate] of path.slice(0, -1).entries()) {
      const standing = await this.#standing(certificate, path[i + 1] as Certificate, root, input, signers);
      statusChecked &&= standing.checked;
      findings.push(...standing.findings);
    }
    const valid = findings.every(({ severity }) => severity !== 'blocks');
    return { valid, statusChecked, findings, path, policies: valid ? judgement.policies : [] };
  }

  /** Asked once for a certificate, its issuer and root, as many paths may run through them. */
  async #standing(
    certificate: Certificate,
    issuer: Certificate,
    root: Certificate,
    input: PathInput,
    signers: readonly string[],
  ): Promise<Standing> {
    const key = [certificate, issuer, root].map(({ sha256 }) => sha256).join() + signers.join();
    const known = this.#standings.get(key);
    if (known) return known;
    const { crls, at, now = at, history = false } = input;
    const standing = await checkRevocation(certificate, issuer, {
      crls,
      at,
      now,
      history,
      certificates: this.#search.pool,
      isTrusted: (signer) => this.#isTrusted(signer, root, input, signers),
    });
    this.#standings.set(key, standing);
    return standing;
  }

  /**
   * RFC 5280 6.3.3 (f): whether a list's signer leads to the root of the path that is judged, and isn't revoked itself. A
   * signer whose own status hangs on its own word isn't trusted.
   */
  async #isTrusted(
    signer: Certificate,
    root: Certificate,
    input: PathInput,
    signers: readonly string[],
  ): Promise<boolean> {
    if (signer.sha256 === root.sha256) return true;
    if (signers.includes(signer.sha256)) return false;
    const key = `${signer.sha256} ${root.sha256}`;
    const known = this.#trusted.get(key);
    if (known !== undefined) return known;
    if (signers.length >= MAX_SIGNER_DEPTH || ++this.#signers > MAX_SIGNERS) return false;
    const { crls, at, now, candidates, history } = input;
    const asked = {
      leaf: signer,
      candidates,
      roots: [root],
      crls,
      at,
      now,
      history,
      leafUse: 'any',
    } as const;
    const { valid, statusChecked } = await this.best(asked, [...signers, signer.sha256]);
    const trusted = valid && statusChecked;
    if (signers.length === 0) this.#trusted.set(key, trusted);
    return trusted;
  }
}

function faults({ findings }: PathVerdict): number {
  return findings.reduce((sum, { severity }) => sum + (severity === 'blocks' ? 100 : 1), 0);
}

function refused(findings: readonly Finding[]): PathVerdict {
  return { valid: false, statusChecked: false, findings, path: [], policies: [] };
}
