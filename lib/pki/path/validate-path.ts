import { CountersignError, finding, type Finding } from '@/lib/base';
import { DerError } from '../der/der-error';
import type { Certificate, PathVerdict } from '../types';
import { checkRevocation, type RevocationContext } from '../revocation/check-revocation';
import { buildPaths } from './build-paths';
import { judgePath } from './judge-path';
import { nameOf, type PathInput } from './path-input';

/** Paths that are judged before the best one's faults are told. */
const MAX_JUDGED = 20;
const MAX_OBJECTIONS = 5;

/**
 * Judges a certificate at a moment: is there a path to one of `roots`, does every step of it hold, was anything on it
 * revoked. Unknown revocation status warns and leaves `statusChecked` false; everything else that is wrong blocks.
 * Throws `certificate/malformed` where a certificate object isn't what its DER says.
 */
export async function validatePath(input: PathInput): Promise<PathVerdict> {
  if (input.roots.length === 0) return refused([finding('blocks', 'certificate/no-trusted-root')]);
  try {
    return await search(input);
  } catch (error) {
    if (error instanceof DerError)
      throw new CountersignError('certificate/malformed', { detail: error.message }, { cause: error });
    throw error;
  }
}

async function search(input: PathInput): Promise<PathVerdict> {
  const objections: Finding[] = [];
  let best: PathVerdict | null = null;
  let judged = 0;
  for await (const path of buildPaths(input, objections)) {
    const verdict = await judge(path, input);
    if (verdict.valid && verdict.statusChecked) return verdict;
    if (best === null || rank(verdict) < rank(best)) best = verdict;
    if (++judged >= MAX_JUDGED) break;
  }
  if (best) return best;
  const notFound = finding('blocks', 'certificate/path-not-found', {
    params: { subject: nameOf(input.leaf) },
  });
  return refused([...objections.slice(0, MAX_OBJECTIONS), notFound]);
}

async function judge(path: readonly Certificate[], input: PathInput): Promise<PathVerdict> {
  const findings = judgePath(path, input.at);
  const context: RevocationContext = {
    crls: input.crls,
    at: input.at,
    certificates: [...path, ...input.candidates, ...input.roots],
    isTrusted: (signer) => leadsTo(signer, path.at(-1) as Certificate, input),
  };
  let statusChecked = true;
  for (const [i, certificate] of path.slice(0, -1).entries()) {
    const standing = await checkRevocation(certificate, path[i + 1] as Certificate, context);
    statusChecked &&= standing.checked;
    findings.push(...standing.findings);
  }
  return { valid: findings.every(({ severity }) => severity !== 'blocks'), statusChecked, findings, path };
}

/** Whether a path without fault leads from the signer of a list to the root under which it is used. */
async function leadsTo(signer: Certificate, root: Certificate, input: PathInput): Promise<boolean> {
  for await (const path of buildPaths({ ...input, leaf: signer, roots: [root] }, [])) {
    if (judgePath(path, input.at).length === 0) return true;
  }
  return false;
}

function rank({ findings }: PathVerdict): number {
  return findings.reduce((sum, { severity }) => sum + (severity === 'blocks' ? 100 : 1), 0);
}

function refused(findings: readonly Finding[]): PathVerdict {
  return { valid: false, statusChecked: false, findings, path: [] };
}
