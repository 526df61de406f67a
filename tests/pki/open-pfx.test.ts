import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPfx } from '../../lib/pki';
import { openssl } from './openssl';

const dir = mkdtempSync(join(tmpdir(), 'open-pfx-'));
const password = 'secret-1';

/** A self-signed certificate with its key: `NAME.pem`, `NAME.key`. */
function pair(name: string, newKey: readonly string[], ca = 'FALSE'): void {
  openssl(
    [
      'req',
      '-x509',
      '-newkey',
      ...newKey,
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.pem`,
      '-subj',
      `/CN=${name}`,
      '-addext',
      `basicConstraints=critical,CA:${ca}`,
    ],
    { cwd: dir },
  );
}

function pfx(...args: readonly string[]): Uint8Array {
  openssl(['pkcs12', '-export', '-out', 'out.pfx', '-passout', `pass:${password}`, ...args], { cwd: dir });
  return new Uint8Array(readFileSync(join(dir, 'out.pfx')));
}

beforeAll(() => {
  pair('signer', ['rsa:2048']);
  pair('authority', ['rsa:2048'], 'TRUE');
  pair('weak', ['rsa:1024']);
  pair('curve', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']);
}, 60_000);

afterAll(() => {
  rmSync(dir, { recursive: true });
});

describe('openPfx', () => {
  it('picks the key’s own certificate among others', async () => {
    const bytes = pfx('-inkey', 'signer.key', '-in', 'signer.pem', '-certfile', 'authority.pem');
    const opened = await openPfx(bytes, password);
    expect(opened.certificate.commonName).toBe('signer');
    expect(opened.chain).toEqual([]);
  });

  it.each(['rc2-cbc', 'rc2-64-cbc', 'rc2-40-cbc', 'des-cbc'])('opens PBES2 with %s', async (cipher) => {
    const ciphers = ['-legacy', '-keypbe', cipher, '-certpbe', cipher];
    const bytes = pfx('-inkey', 'signer.key', '-in', 'signer.pem', ...ciphers);
    expect((await openPfx(bytes, password)).certificate.commonName).toBe('signer');
    await expect(openPfx(bytes, 'other')).rejects.toThrow('pfx/wrong-password');
    const unproved = pfx('-nomac', '-inkey', 'signer.key', '-in', 'signer.pem', ...ciphers);
    await expect(openPfx(unproved, 'other', { acceptWithoutMac: true })).rejects.toThrow(
      'pfx/wrong-password',
    );
  });

  it('opens a key on a curve: that orders want RSA is not this room’s to say', async () => {
    const opened = await openPfx(pfx('-inkey', 'curve.key', '-in', 'curve.pem'), password);
    expect(opened.certificate.commonName).toBe('curve');
  });

  it.each<[string, string[]]>([
    ['pfx/ca-key', ['-inkey', 'authority.key', '-in', 'authority.pem']],
    ['pfx/weak-key', ['-inkey', 'weak.key', '-in', 'weak.pem']],
    ['pfx/no-key', ['-nokeys', '-in', 'signer.pem']],
    ['pfx/no-certificate', ['-nocerts', '-inkey', 'signer.key']],
    ['pfx/no-mac', ['-nomac', '-inkey', 'signer.key', '-in', 'signer.pem']],
  ])('refuses with %s', async (code, args) => {
    await expect(openPfx(pfx(...args), password)).rejects.toThrow(code);
  });

  it('opens without MAC after the user confirmed, and still wants the right password', async () => {
    const bytes = pfx('-nomac', '-inkey', 'signer.key', '-in', 'signer.pem');
    expect((await openPfx(bytes, password, { acceptWithoutMac: true })).certificate.commonName).toBe(
      'signer',
    );
    await expect(openPfx(bytes, 'other', { acceptWithoutMac: true })).rejects.toThrow('pfx/wrong-password');
  });
});
