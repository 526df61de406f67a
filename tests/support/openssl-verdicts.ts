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

/**
 * Verifies signed orders (CMS, DER) under a trusted root (DER), each by a run of the OpenSSL command line. A shell starts
 * them: a start costs it a tenth of what it costs a test's own large process.
 */
export async function opensslVerdicts(
  messages: readonly Uint8Array[],
  root: string,
): Promise<OpensslVerdict[]> {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-openssl-'));
  try {
    openssl(['x509', '-inform', 'DER', '-in', root, '-out', join(dir, 'root.pem')]);
    const files = messages.map((message, index) => {
      writeFileSync(join(dir, `${index}`), message);
      return `${index}`;
    });
    const share = Math.ceil(files.length / AT_ONCE);
    const shares = Array.from({ length: AT_ONCE }, (_, i) => files.slice(i * share, (i + 1) * share));
    await Promise.all(shares.map((some) => run('sh', ['-c', VERIFY_EACH, 'sh', ...some], { cwd: dir })));
    return files.map((file) => verdictOf(join(dir, file)));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** Beside each file: what was signed, what was said, and how the command ended. */
const VERIFY_EACH = `for file; do
  openssl cms -verify -binary -inform DER -in "$file" -CAfile root.pem -purpose any -out "$file.content" 2> "$file.said"
  echo $? > "$file.ended"
done`;

function verdictOf(file: string): OpensslVerdict {
  const isGood = readFileSync(`${file}.ended`, 'utf8').trim() === '0';
  const content = isGood ? readFileSync(`${file}.content`) : Buffer.alloc(0);
  return { isGood, content, said: readFileSync(`${file}.said`, 'utf8') };
}
