import { readFileSync } from 'node:fs';
import { ContentInfo, SignedData } from 'pkijs';
import { describe, expect, it } from 'vitest';
import { demoPki } from '@/tests/pki/demo-pki';
import { openPfx } from '../pfx/open-pfx';
import { signCms } from './sign-cms';

const pki = demoPki();
const content = new TextEncoder().encode('<CSOSOrderRequest/>');

async function signed(): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Uint8Array(readFileSync(pki.pfx.full));
  const { pkcs8, certificate, chain } = await openPfx(file, pki.password);
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
  return signCms({
    content,
    certificate,
    chain,
    signingTime: Date.parse('2026-11-22T12:00:00Z'),
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(algorithm.name, key, bytes)),
  });
}

async function verifyWithPkijs(der: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const data = new SignedData({ schema: ContentInfo.fromBER(der.buffer).content });
  return data.verify({ signer: 0, checkChain: false });
}

describe('a third opinion beside OpenSSL and our own', () => {
  it('pkijs reads and verifies what we sign, and refuses it with one bit of the content flipped', async () => {
    const der = await signed();
    expect(await verifyWithPkijs(der)).toBe(true);
    const at = Buffer.from(der).indexOf('<CSOSOrderRequest/>');
    der[at + 1] = (der[at + 1] as number) ^ 1;
    await expect(verifyWithPkijs(der)).rejects.toThrow('digest');
  });
});
