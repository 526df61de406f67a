import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openssl } from '../../pki/openssl';

/**
 * What the OpenSSL command line says of a signed order (CMS, DER) under a trusted root (DER); its last line, such as
 * "CMS Verification successful".
 */
export function opensslVerdict(cms: Uint8Array, root: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-openssl-'));
  try {
    const file = join(folder, 'order.p7m');
    const trusted = join(folder, 'root.pem');
    writeFileSync(file, cms);
    openssl(['x509', '-inform', 'DER', '-in', root, '-out', trusted]);
    const args = [
      'cms',
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-in',
      file,
      '-CAfile',
      trusted,
      '-purpose',
      'any',
      '-out',
      join(folder, 'content'),
    ];
    // The verdict goes to standard error, also when it is good.
    const said = execFileSync(
      'sh',
      ['-c', 'exec "$@" 2>&1', 'sh', process.env.OPENSSL ?? 'openssl', ...args],
      { encoding: 'utf8' },
    );
    return said.trim().split('\n').at(-1) ?? '';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
