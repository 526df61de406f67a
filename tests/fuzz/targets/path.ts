import { parseCertificate, parseCrl, validatePath } from '../../../lib/pki';
import type { PathInput } from '../../../lib/pki';
import type { DemoPki } from '../../pki/make-demo-pki';
import { sampleData } from '../../pki/sample-data';
import { readBytes } from '../seed-files';
import { join } from 'node:path';
import { guarded, isKnown, law, type Target } from '../target';

const CODES = /^(certificate|crl)\//;

interface Chain {
  readonly leaf: Uint8Array<ArrayBuffer>;
  readonly candidates: readonly Uint8Array<ArrayBuffer>[];
  readonly root: Uint8Array<ArrayBuffer>;
  readonly crls: readonly Uint8Array<ArrayBuffer>[];
  readonly at: number;
}

/** One file of a chain, the rest of which stays whole. */
interface Part {
  readonly chain: Chain;
  readonly role: 'leaf' | 'candidates' | 'crls';
  readonly index: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether the whole chain is valid with its status looked up. */
  readonly valid: boolean;
  /** Whether the status can't be looked up without this list. */
  readonly needed: boolean;
}

/** Whole paths with one bent file: valid and looked up only where no certificate on it, and no list, was bent. */
export async function pathTarget(pki: DemoPki): Promise<Target> {
  const chains = [...demoChains(pki), ...sampleChains()];
  const parts: Part[] = [];
  for (const chain of chains) {
    const verdict = await validatePath(inputOf(chain));
    const part = { chain, valid: verdict.valid && verdict.statusChecked, needed: false };
    parts.push({ ...part, role: 'leaf', index: 0, bytes: chain.leaf });
    chain.candidates.forEach((bytes, index) => parts.push({ ...part, role: 'candidates', index, bytes }));
    for (const [index, bytes] of chain.crls.entries()) {
      const without = { ...chain, crls: chain.crls.toSpliced(index, 1) };
      const { statusChecked } = await validatePath(inputOf(without));
      parts.push({ ...part, role: 'crls', index, bytes, needed: !statusChecked });
    }
  }
  const whole = new Set(
    chains.flatMap(({ leaf, candidates, root }) => [leaf, ...candidates, root].map(text)),
  );
  const lists = new Set(chains.flatMap(({ crls }) => crls.map((crl) => text(parseCrl(crl).tbs))));
  law(
    parts.some(({ valid }) => valid),
    'no chain is valid: nothing could be accepted wrongly',
  );
  return {
    name: 'path',
    seeds: parts.map(({ bytes }) => bytes),
    share: 2,
    async attack(mutant, seed) {
      const { chain, role, index, valid, needed } = parts[seed] as Part;
      const bent =
        role === 'leaf' ? { ...chain, leaf: mutant } : { ...chain, [role]: chain[role].with(index, mutant) };
      const outcome = await guarded(mutant, CODES, () => validatePath(inputOf(bent)));
      if ('refused' in outcome) return 'not read';
      const verdict = outcome.value;
      for (const { code } of verdict.findings) law(isKnown(code, CODES), `finding ${code}`);
      if (!verdict.valid) {
        law(verdict.findings.length > 0, 'invalid without a reason');
        return 'invalid';
      }
      law(
        verdict.path.every(({ der }) => whole.has(text(der))),
        'a bent certificate stands on a valid path',
      );
      if (!verdict.statusChecked) return 'valid, status unknown';
      law(valid || role !== 'crls', 'a bent list makes a path valid');
      if (needed) law(lists.has(text(parseCrl(mutant).tbs)), 'a bent list was believed');
      return 'valid';
    },
  };
}

function inputOf({ leaf, candidates, root, crls, at }: Chain): PathInput {
  return {
    leaf: parseCertificate(leaf),
    candidates: candidates.map(parseCertificate),
    roots: [parseCertificate(root)],
    crls: crls.map(parseCrl),
    at,
  };
}

function demoChains(pki: DemoPki): Chain[] {
  const rest = {
    candidates: [readBytes(pki.sub)],
    root: readBytes(pki.root),
    crls: [pki.rootCrl, pki.subCrl].map(readBytes),
    at: parseCrl(readBytes(pki.subCrl)).thisUpdate + 3_600_000,
  };
  return (['full', 'revoked', 'expired'] as const).map((id) => ({
    ...rest,
    leaf: readBytes(pki.certificate[id]),
  }));
}

interface PkitsRun {
  readonly certs: readonly string[];
  readonly crls: readonly string[];
  readonly ips?: readonly string[];
}

/** Every fourth PKITS run without initial policies, those that both sides read. */
function sampleChains(): Chain[] {
  const data = sampleData('crypto/pkits');
  if (data === null) return [];
  const runs = JSON.parse(Buffer.from(readBytes(join(data, 'expected.json'))).toString()) as PkitsRun[];
  return runs
    .filter(({ ips }, i) => ips === undefined && i % 4 === 0)
    .map(({ certs, crls }) => {
      const path = certs.map((name) => readBytes(join(data, 'certs', `${name}.crt`)));
      return {
        leaf: path.at(-1) as Uint8Array<ArrayBuffer>,
        candidates: path.slice(1, -1),
        root: path[0] as Uint8Array<ArrayBuffer>,
        crls: crls.map((name) => readBytes(join(data, 'crls', `${name}.crl`))),
        at: Date.UTC(2012, 0, 1),
      };
    })
    .filter(isRead);
}

function isRead(chain: Chain): boolean {
  try {
    inputOf(chain);
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
