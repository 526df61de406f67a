import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openssl } from '../../pki/openssl';

/** Signs with the OpenSSL command line what a PFX holds the key for; answers base64 of the CMS (content inside, SHA-256). */
export function signWithOpenssl(
  pfx: string,
  password: string,
  content: string,
  ...extra: readonly string[]
): string {
  const dir = mkdtempSync(join(tmpdir(), 'customer-'));
  try {
    writeFileSync(join(dir, 'order.xml'), content);
    const open = ['pkcs12', '-in', pfx, '-passin', `pass:${password}`, '-nodes'];
    openssl([...open, '-out', 'all.pem'], { cwd: dir });
    openssl([...open, '-clcerts', '-nokeys', '-out', 'signer.pem'], { cwd: dir });
    openssl([...open, '-cacerts', '-nokeys', '-out', 'chain.pem'], { cwd: dir });
    openssl(
      [
        'cms',
        '-sign',
        '-binary',
        '-nodetach',
        '-md',
        'sha256',
        '-in',
        'order.xml',
        '-outform',
        'DER',
        '-out',
        'order.p7m',
      ].concat(['-signer', 'signer.pem', '-inkey', 'all.pem', '-certfile', 'chain.pem', ...extra]),
      { cwd: dir },
    );
    return readFileSync(join(dir, 'order.p7m')).toString('base64');
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
