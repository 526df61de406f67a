import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPfx, signCms, verifyCms, type OpenedPfx } from '../../lib/pki';
import { demoPki } from './demo-pki';
import type { DemoPki } from './make-demo-pki';
import { openssl } from './openssl';

const content = new TextEncoder().encode('<CSOSOrder>26X100208</CSOSOrder>\r\n');
const dir = mkdtempSync(join(tmpdir(), 'openssl-agrees-'));
let pki: DemoPki;
let opened: OpenedPfx;
let key: CryptoKey;

beforeAll(async () => {
  pki = demoPki();
  opened = await openPfx(new Uint8Array(readFileSync(pki.pfx.full)), pki.password);
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  key = await crypto.subtle.importKey('pkcs8', opened.pkcs8, algorithm, false, ['sign']);
}, 120_000);

afterAll(() => {
  rmSync(dir, { recursive: true });
});

const sign = (detached: boolean) =>
  signCms({
    content,
    certificate: opened.certificate,
    chain: opened.chain,
    signingTime: Date.now(),
    detached,
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign('RSASSA-PKCS1-v1_5', key, bytes)),
  });

/** What OpenSSL says the content is; throws where it refuses. */
function opensslVerify(message: Uint8Array, detached: boolean): Buffer {
  const [file, contentFile] = [join(dir, 'message.der'), join(dir, 'content')];
  writeFileSync(file, message);
  writeFileSync(contentFile, content);
  const apart = detached ? ['-content', contentFile] : [];
  // CSOS certificates carry no e-mail usage, so the purpose is not S/MIME's.
  return openssl(
    [
      'cms',
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-in',
      file,
      ...apart,
      '-CAfile',
      join(pki.dir, 'root.pem'),
      '-purpose',
      'any',
    ],
    { cwd: dir },
  );
}

describe('a signed order', () => {
  it.each([false, true])('is valid for OpenSSL and for us (detached: %s)', async (detached) => {
    const message = await sign(detached);
    expect(new Uint8Array(opensslVerify(message, detached))).toEqual(content);
    const verdict = await verifyCms(message, detached ? { content } : {});
    expect(verdict).toMatchObject({ valid: true, fault: null });
    expect(verdict.signer?.sha256).toBe(opened.certificate.sha256);
    expect(verdict.certificates).toHaveLength(3);
  });

  it('is invalid after any single bit of content, attributes or signature is flipped', async () => {
    const message = await sign(false);
    const certificates = [opened.certificate, ...opened.chain].map(({ der }) =>
      Buffer.from(message).indexOf(der),
    );
    const spans = certificates.map(
      (from, i) => [from, from + ([opened.certificate, ...opened.chain][i]?.der.length ?? 0)] as const,
    );
    let flipped = 0;
    for (let at = 0; at < message.length; at++) {
      // The chain's certificates are judged by validatePath; the signer's own, below.
      if (spans.some(([from, to]) => at >= from && at < to)) continue;
      const bent = message.map((byte, i) => (i === at ? byte ^ (1 << (at % 8)) : byte));
      const verdict = await verifyCms(bent);
      // Versions and the list of digests say nothing that is judged; then the message still says the very same.
      if (verdict.valid)
        expect(verdict).toMatchObject({ content, signer: { sha256: opened.certificate.sha256 } });
      else flipped++;
    }
    expect(flipped).toBeGreaterThan(600);
  }, 60_000);

  it('is refused by both after a flip in the signature', async () => {
    const message = await sign(false);
    const bent = message.map((byte, i) => (i === message.length - 3 ? byte ^ 1 : byte));
    expect(() => opensslVerify(bent, false)).toThrow('Verification failure');
    expect((await verifyCms(bent)).fault?.code).toBe('cms/signature-invalid');
  });
});
