import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { write, writeOctets } from '../der/writer';
import { makeCertificate, TEST_NOW } from '../testing/make-certificate';
import { CONTENT, refusal, testSigner, type TestSigner } from '../testing/test-signer';
import { verifyCms } from './verify-cms';

let signer: TestSigner;
beforeAll(async () => {
  signer = await testSigner();
});

describe('a good message', () => {
  it('is valid, with content, signer and time', async () => {
    const verdict = await verifyCms(await signer.message());
    expect(verdict).toMatchObject({ valid: true, fault: null, signingTime: TEST_NOW, signerCount: 1 });
    expect(verdict.content).toEqual(CONTENT);
    expect(verdict.signer?.sha256).toBe(signer.certificate.sha256);
  });

  it('is valid with another version, which says nothing that is judged', async () => {
    expect(await signer.codeOf({ version: 3 })).toBeNull();
    expect(await signer.codeOf({ version: 2 })).toBe('cms/malformed');
  });

  it('is found by key identifier', async () => {
    const keyed = await makeCertificate({
      subject: 'Signer',
      issuer: 'Sub',
      key: signer.key,
      issuerKey: signer.otherKey,
      extensions: [{ oid: '2.5.29.14', value: writeOctets(Uint8Array.of(9, 9)) }],
    });
    const named = (signerId: Uint8Array) => signer.codeOf({ certificate: keyed, signerId });
    expect(await named(write(0x80, Uint8Array.of(9, 9)))).toBeNull();
  });

  it('is judged as it came, whatever happens to its bytes meanwhile', async () => {
    const message = await signer.message();
    const judging = verifyCms(message);
    message.fill(0);
    expect(await judging).toMatchObject({ valid: true, content: CONTENT });
  });

  it('is judged as it is, whatever a caller did with the verdict on it before', async () => {
    const message = await signer.message();
    const { signer: told, content } = await verifyCms(message);
    expect(() => Object.assign(told ?? {}, { commonName: 'Another' })).toThrow(TypeError);
    content?.fill(0);
    expect(await verifyCms(message)).toMatchObject({ content: CONTENT, signer: { commonName: 'Signer' } });
  });

  it('is judged the same again and again, and beside others with certificates of the same length', async () => {
    const others = await Promise.all(Array.from({ length: 3 }, () => testSigner()));
    for (let i = 0; i < 3; i++) {
      for (const one of [signer, ...others]) {
        const verdict = await verifyCms(await one.message());
        expect(verdict.signer?.sha256).toBe(one.certificate.sha256);
      }
    }
  });
});

it('any mutation that still verifies says the same', async () => {
  const one = await signer.message();
  expect(await refusal(one)).toBeNull();
  await fc.assert(
    fc.asyncProperty(fc.nat(one.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const verdict = await verifyCms(one.map((byte, i) => (i === at ? byte ^ flip : byte)));
      if (verdict.valid) expect(verdict.content).toEqual(CONTENT);
    }),
    { numRuns: 500 },
  );
});
