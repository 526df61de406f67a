import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CountersignError } from '../../lib/base';
import { parseCertificate, parsePemOrDer, validatePath, verifyCms } from '../../lib/pki';
import { readManifest } from './read-manifest';

interface CmsCase {
  readonly id?: string;
  readonly file: string;
  /** What was signed, for a detached signature. */
  readonly content?: string;
  /** Trusted certificates; without them only the signature is judged. */
  readonly trust?: readonly string[];
}

export interface CmsResult {
  readonly id: string;
  readonly valid: boolean;
  readonly signers: number;
  readonly reason: string | null;
}

/** Judges each message of a manifest. With `trust`, the signer's path is judged at the claimed signing time. */
export async function* evalCms(manifest: string): AsyncGenerator<CmsResult> {
  for (const one of readManifest<CmsCase>(manifest)) {
    const read = (file: string) => new Uint8Array(readFileSync(resolve(dirname(manifest), file)));
    yield await judgeOne(one, read);
  }
}

async function judgeOne(one: CmsCase, read: (file: string) => Uint8Array): Promise<CmsResult> {
  const id = one.id ?? one.file;
  const message = messageIn(read(one.file));
  if (message === null) return { id, valid: false, signers: 0, reason: 'cms/malformed' };
  const verdict = await verifyCms(message, one.content === undefined ? {} : { content: read(one.content) });
  const { valid, signer, signerCount: signers, fault } = verdict;
  if (!valid || signer === null) return { id, valid: false, signers, reason: fault?.code ?? null };
  if (one.trust === undefined) return { id, valid: true, signers, reason: null };
  const path = await validatePath({
    leaf: signer,
    candidates: verdict.certificates,
    roots: one.trust.flatMap((file) => parsePemOrDer(read(file)).map(parseCertificate)),
    crls: [],
    at: verdict.signingTime ?? Date.now(),
  });
  const blocking = path.findings.find(({ severity }) => severity === 'blocks');
  return { id, valid: path.valid, signers, reason: blocking?.code ?? null };
}

/** Null where the file is PEM whose base64 can't be read, or that of several messages: an order is one (attacks.md 19). */
function messageIn(file: Uint8Array): Uint8Array | null {
  try {
    const [only, ...more] = parsePemOrDer(file);
    return only === undefined || more.length > 0 ? null : only;
  } catch (error) {
    if (error instanceof CountersignError) return null;
    throw error;
  }
}
