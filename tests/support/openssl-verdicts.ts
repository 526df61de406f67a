import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openssl } from '../pki/openssl';

const AT_ONCE = 2;
const run = promisify(execFile);

/** What OpenSSL's command line says of one message. */
export interface OpensslVerdict {
  /** Signature and chain up to the trusted root hold. */
  readonly isGood: boolean;
  /** What was signed, as OpenSSL takes it out of the message; empty where it refuses. */
  readonly content: Buffer;
  readonly said: string;
}

/** Verifies signed orders (CMS, DER) under a trusted root (DER), each by a run of the OpenSSL command line. */
export async function opensslVerdicts(
  messages: readonly Uint8Array[],
  root: string,
): Promise<OpensslVerdict[]> {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-openssl-'));
  const trusted = join(dir, 'root.pem');
  openssl(['x509', '-inform', 'DER', '-in', root, '-out', trusted]);
  const verdicts: OpensslVerdict[] = [];
  let next = 0;
  const work = async () => {
    while (next < messages.length) {
      const index = next++;
      verdicts[index] = await verdictOf(messages[index] ?? new Uint8Array(), trusted, join(dir, `${index}`));
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return verdicts;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

async function verdictOf(message: Uint8Array, trusted: string, file: string): Promise<OpensslVerdict> {
  const content = `${file}.content`;
  writeFileSync(file, message);
  const asked = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', file, '-CAfile', trusted];
  try {
    const { stderr } = await run('openssl', [...asked, '-purpose', 'any', '-out', content]);
    return { isGood: true, content: readFileSync(content), said: stderr };
  } catch (error) {
    if (!(error instanceof Error && 'stderr' in error)) throw error;
    return { isGood: false, content: Buffer.alloc(0), said: String(error.stderr) };
  }
}
