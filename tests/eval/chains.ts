import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { faultOf } from '../../lib/base';
import { parseCertificate, parseCrl, parsePemOrDer, validatePath } from '../../lib/pki';
import { readManifest } from './read-manifest';

interface ChainCase {
  readonly id: string;
  /** Trust anchor first, end entity last. */
  readonly certs: readonly string[];
  readonly crls: readonly string[];
  /** ISO time or milliseconds since 1970; the present where it is missing. */
  readonly at?: string | number;
  /** RFC 5280 6.1.1 (c, d): not judged yet, so a chain that must satisfy a policy is never valid here. */
  readonly explicitPolicy?: boolean;
}

export interface ChainResult {
  readonly id: string;
  readonly valid: boolean;
  readonly reason: string | null;
}

/** Judges each chain of a manifest; where revocation lists are given, unknown status is not valid. */
export async function* evalChains(manifest: string): AsyncGenerator<ChainResult> {
  for (const one of readManifest<ChainCase>(manifest)) {
    const read = (file: string) =>
      parsePemOrDer(new Uint8Array(readFileSync(resolve(dirname(manifest), file))));
    yield await judgeOne(one, read);
  }
}

async function judgeOne(
  { id, certs, crls, at, explicitPolicy = false }: ChainCase,
  read: (file: string) => Uint8Array[],
): Promise<ChainResult> {
  if (explicitPolicy) return { id, valid: false, reason: 'certificate/unknown-extension' };
  try {
    const path = certs.flatMap((file) => read(file).map(parseCertificate));
    const [root, leaf] = [path[0], path.at(-1)];
    if (!root || !leaf) return { id, valid: false, reason: 'certificate/path-not-found' };
    const verdict = await validatePath({
      leaf,
      candidates: path.slice(1, -1),
      roots: [root],
      crls: crls.flatMap((file) => read(file).map(parseCrl)),
      at: at === undefined ? Date.now() : new Date(at).getTime(),
    });
    const valid = verdict.valid && (verdict.statusChecked || crls.length === 0);
    const blocking = verdict.findings.find(({ severity }) => severity === 'blocks') ?? verdict.findings[0];
    return { id, valid, reason: valid ? null : (blocking?.code ?? null) };
  } catch (error) {
    return { id, valid: false, reason: faultOf(error).code };
  }
}
