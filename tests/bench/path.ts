import { parseCrl, validatePath } from '@/lib/pki';
import { caTestExtensions, makeCertificate, TEST_NOW, testKey } from '@/lib/pki/testing/make-certificate';
import { bigCrl } from './big-crl';
import type { Contender, Contest } from './contest';
import { chainByPkijs } from './pkijs-path';
import type { Chain } from './chain';

const LARGE = 50_000;
const SMALL = 10;

/** A subscriber below a sub CA below a root, with a list of each CA. */
export async function makeChain(entries: number): Promise<Chain> {
  const [rootKey, subKey, key] = [await testKey(), await testKey(), await testKey()];
  const ca = caTestExtensions();
  const root = await makeCertificate({
    ...{ subject: 'Root', issuer: 'Root', key: rootKey, issuerKey: rootKey },
    extensions: ca,
  });
  const sub = await makeCertificate({
    ...{ subject: 'Sub', issuer: 'Root', key: subKey, issuerKey: rootKey },
    extensions: ca,
  });
  const leaf = await makeCertificate({ subject: 'Leaf', issuer: 'Sub', key, issuerKey: subKey });
  const crls = [await bigCrl('Root', rootKey, SMALL), await bigCrl('Sub', subKey, entries)];
  return { leaf, sub, root, crls };
}

/** With lists that are parsed once and kept, their size must not matter; read anew each time, they cost one pass. */
export async function pathContests(
  others: (chain: Chain) => readonly Contender[] = () => [],
): Promise<Contest[]> {
  const [large, small] = [await makeChain(LARGE), await makeChain(SMALL)];
  const kept = { large: large.crls.map(parseCrl), small: small.crls.map(parseCrl) };
  const parsed = () => judged(large, kept.large);
  return [
    {
      name: 'path with a parsed crl of 50,000',
      ours: parsed,
      base: { name: 'the same with a crl of 10', work: () => judged(small, kept.small) },
      others: [],
      budget: { leastRatio: 0.8 },
      rounds: 20,
    },
    {
      name: 'path and reading a crl of 50,000',
      ours: () => judged(large, large.crls.map(parseCrl)),
      base: { name: 'the same with the crl parsed before', work: parsed },
      others: [{ name: 'pkijs', work: () => chainByPkijs(large) }, ...others(large)],
      rounds: 8,
    },
  ];
}

async function judged(
  { leaf, sub, root }: Chain,
  crls: readonly ReturnType<typeof parseCrl>[],
): Promise<void> {
  const verdict = await validatePath({ leaf, candidates: [sub], roots: [root], crls, at: TEST_NOW });
  if (!verdict.valid || !verdict.statusChecked)
    throw new Error(`a good path was refused: ${verdict.findings.map(({ code }) => code).join()}`);
}
