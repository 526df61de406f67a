import { describe, expect, it } from 'vitest';
import type { Directory } from '@/lib/archive';
import { toBase64 } from '@/lib/base';
import { parseCrl } from '@/lib/pki';
import { caTestExtensions, makeCertificate, TEST_NOW, TEST_UNTIL } from '@/lib/pki/testing/make-certificate';
import { makeCrl } from '@/lib/pki/testing/make-crl';
import { keyOf, makeChain } from '@/lib/pki/testing/test-chain';
import { requireSigner } from '@/lib/desk/lists/require-signer';

const { root, below } = await makeChain([{}, {}, {}]);
const directory: Pick<Directory, 'roots' | 'certificates'> = {
  certificates: [],
  roots: [{ sha256: root.sha256, der: toBase64(root.der), addedAt: 0 }],
};
const crl = async (key: number) =>
  parseCrl(await makeCrl({ issuer: 'C1', issuerKey: await keyOf(key), number: 0xffff }));
const ask = async (key: number, more = below, at = TEST_NOW) =>
  requireSigner(await crl(key), { directory, more, clock: { now: () => at } });

describe('whoever signs a list', () => {
  it('is a CA that leads to a trusted root, also one that has ended', async () => {
    await expect(ask(1)).resolves.toBeUndefined();
    await expect(ask(1, below, TEST_UNTIL + 1_000_000)).resolves.toBeUndefined();
  });

  it('is not a certificate in the CA’s name that a subscriber’s key issued', async () => {
    const byLeaf = await makeCertificate({
      subject: 'C1',
      issuer: 'C2',
      key: await keyOf(7),
      issuerKey: await keyOf(2),
      extensions: caTestExtensions(),
    });
    await expect(ask(7, [...below, byLeaf])).rejects.toMatchObject({ code: 'crl/signature-invalid' });
  });
});
