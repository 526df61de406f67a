import type { PathInput } from '../path/path-input';
import type { Certificate, PathVerdict } from '../types';
import { validatePath } from '../path/validate-path';
import {
  caTestExtensions,
  makeCertificate,
  testKey,
  TEST_NOW,
  type TestCertificate,
  type TestExtension,
} from './make-certificate';

/** One certificate of a chain: its extensions beside those of a CA, and anything else that is bent. */
export interface TestLink extends Partial<TestCertificate> {
  /** Added to a CA's own extensions; the last link has these alone. */
  readonly adds?: readonly TestExtension[];
}

export interface TestChain {
  readonly root: Certificate;
  /** From below the root down to the end entity. */
  readonly below: readonly Certificate[];
}

const keys: Promise<CryptoKeyPair>[] = [];

/** Keys by number, made once: making them is what takes time. */
export function keyOf(number: number): Promise<CryptoKeyPair> {
  return (keys[number] ??= testKey());
}

/** Makes a chain from a root's link down; every certificate is named after its place unless its link says otherwise. */
export async function makeChain(links: readonly TestLink[]): Promise<TestChain> {
  const made: Certificate[] = [];
  let above = { subject: 'C0', key: await keyOf(0) };
  for (const [i, { adds = [], ...link }] of links.entries()) {
    const own = i < links.length - 1 ? caTestExtensions() : [];
    const subject = link.subject ?? `C${i}`;
    const key = link.key ?? (await keyOf(i));
    const options = { extensions: [...own, ...adds], issuer: above.subject, issuerKey: above.key, ...link };
    made.push(await makeCertificate({ ...options, subject, key, ...(i === 0 ? { issuer: subject } : {}) }));
    above = { subject, key };
  }
  const [root, ...below] = made;
  if (!root) throw new Error('a chain without a root');
  return { root, below };
}

/** Judges a chain whose revocation nobody asks about. */
export function judgeChain({ root, below }: TestChain, more: Partial<PathInput> = {}): Promise<PathVerdict> {
  const leaf = below.at(-1) ?? root;
  return validatePath({
    leaf,
    candidates: below.slice(0, -1),
    roots: [root],
    crls: [],
    at: TEST_NOW,
    ...more,
  });
}

/** The codes that refuse, each once. */
export function refusals({ findings }: PathVerdict): readonly string[] {
  const blocking = findings.filter(({ severity }) => severity === 'blocks');
  return [...new Set(blocking.map(({ code }) => code))];
}
