import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CountersignError, faultOf, type ErrorCode, type Finding } from '../../lib/base';
import { parseCertificate, parseCrl, parsePemOrDer, validatePath, type ParsedCrl } from '../../lib/pki';
import { readManifest } from './read-manifest';

interface ChainCase {
  readonly id: string;
  /** Trust anchor first, end entity last. */
  readonly certs: readonly string[];
  readonly crls?: readonly string[];
  /** ISO time or milliseconds since 1970; the present where it is missing. */
  readonly at?: string | number | null;
  /** The inputs of RFC 5280 6.1.1 (c)–(f). */
  readonly policies?: readonly string[] | null;
  readonly explicitPolicy?: boolean | null;
  readonly inhibitMapping?: boolean | null;
  readonly inhibitAny?: boolean | null;
}

export interface ChainResult {
  readonly id: string;
  readonly valid: boolean;
  readonly reason: string | null;
}

/** That no path was found, or the search was cut short, tells less than what stood in its way. */
const VAGUE: readonly ErrorCode[] = [
  'certificate/path-not-found',
  'certificate/search-too-long',
  'certificate/status-unknown',
];

/** Judges each chain of a manifest; where revocation lists are given, unknown status is not valid. */
export async function* evalChains(manifest: string): AsyncGenerator<ChainResult> {
  for (const one of readManifest<ChainCase>(manifest)) {
    const read = (file: string) =>
      parsePemOrDer(new Uint8Array(readFileSync(resolve(dirname(manifest), file))));
    yield await judgeOne(one, read);
  }
}

async function judgeOne(one: ChainCase, read: (file: string) => Uint8Array[]): Promise<ChainResult> {
  const { id, at, policies, explicitPolicy, inhibitMapping, inhibitAny } = one;
  try {
    const path = one.certs.flatMap((file) => read(file).map(parseCertificate));
    const [root, leaf] = [path[0], path.at(-1)];
    if (!root || !leaf) return { id, valid: false, reason: 'certificate/path-not-found' };
    const lists = readLists(one.crls ?? [], read);
    const verdict = await validatePath({
      leaf,
      candidates: path.slice(1, -1),
      roots: [root],
      crls: lists.crls,
      at: momentOf(at),
      policies: policies ?? undefined,
      explicitPolicy: explicitPolicy ?? false,
      inhibitMapping: inhibitMapping ?? false,
      inhibitAny: inhibitAny ?? false,
      leafUse: 'any',
    });
    const asked = (one.crls ?? []).length > 0;
    const valid = verdict.valid && (verdict.statusChecked || !asked);
    return { id, valid, reason: valid ? null : mostTelling(verdict.findings, lists.unreadable) };
  } catch (error) {
    return { id, valid: false, reason: faultOf(error).code };
  }
}

/** A list that can't be read decides nothing, as if it weren't there. */
function readLists(files: readonly string[], read: (file: string) => Uint8Array[]) {
  const crls: ParsedCrl[] = [];
  let unreadable: ErrorCode | null = null;
  for (const file of files) {
    try {
      crls.push(...read(file).map(parseCrl));
    } catch (error) {
      if (!(error instanceof CountersignError)) throw error;
      unreadable = error.code;
    }
  }
  return { crls, unreadable };
}

function momentOf(at: string | number | null | undefined): number {
  return at === undefined || at === null ? Date.now() : new Date(at).getTime();
}

/** What blocks before what only leaves doubt, and in each what says more first. */
function mostTelling(findings: readonly Finding[], unreadable: ErrorCode | null): ErrorCode | null {
  const weight = ({ severity, code }: Finding) =>
    (severity === 'blocks' ? 0 : 2) + (VAGUE.includes(code) ? 1 : 0);
  const [first] = [...findings].sort((a, b) => weight(a) - weight(b));
  if (first === undefined || (first.severity === 'warns' && VAGUE.includes(first.code)))
    return unreadable ?? first?.code ?? null;
  return first.code;
}
