import { beforeAll, describe, expect, it } from 'vitest';
import { single } from '../der/reader';
import { tags } from '../der/values';
import { writeOctets } from '../der/writer';
import { makeCertificate, testKey, TEST_NOW } from '../testing/make-certificate';
import { signingKeys, type SigningKey } from '../testing/signing-keys';
import { CONTENT, refusal } from '../testing/test-signer';
import type { Certificate } from '../types';
import { readSignedData } from './read-signed-data';
import { requireDer } from './require-der';
import { signCms, type SignCmsInput } from './sign-cms';
import { verifyCms } from './verify-cms';

const KEY_ID = { oid: '2.5.29.14', value: writeOctets(Uint8Array.of(7, 7)) };
let keys: readonly SigningKey[];
let issuerKey: CryptoKeyPair;
let chain: readonly Certificate[];

beforeAll(async () => {
  [keys, issuerKey] = [await signingKeys(), await testKey()];
  chain = [await makeCertificate({ subject: 'Sub', issuer: 'Root', key: issuerKey, issuerKey })];
}, 60_000);

const certificateOf = ({ pair }: SigningKey, extensions = [KEY_ID]) =>
  makeCertificate({ subject: 'Signer', issuer: 'Sub', key: pair, issuerKey, extensions });

async function sign(key: SigningKey, more: Partial<SignCmsInput> = {}) {
  const certificate = more.certificate ?? (await certificateOf(key));
  return signCms({
    content: CONTENT,
    certificate,
    chain,
    signingTime: TEST_NOW + 999,
    ...(key.choice && { algorithm: key.choice }),
    sign: (bytes) => key.sign(bytes),
    ...more,
  });
}

const keyNamed = (part: string) => keys.find(({ name }) => name.includes(part)) as SigningKey;

describe('what signCms makes', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7])(
    'is valid with each kind of key (%d), attached and detached',
    async (n) => {
      const key = keys[n] as SigningKey;
      for (const identifier of ['issuer-and-serial', 'key-id'] as const) {
        const certificate = await certificateOf(key);
        const attached = await verifyCms(await sign(key, { identifier, certificate }));
        expect(attached).toMatchObject({ valid: true, content: CONTENT, signingTime: TEST_NOW });
        expect(attached.signer?.sha256).toBe(certificate.sha256);
        expect(attached.certificates).toHaveLength(2);
        const detached = await sign(key, { identifier, detached: true });
        expect(await refusal(detached)).toBe('cms/content-missing');
        expect(await refusal(detached, { content: CONTENT })).toBeNull();
      }
    },
  );

  it('carries what was hashed, also where the content changes while the signer works', async () => {
    const content = new Uint8Array(CONTENT);
    const key = keyNamed('P-256');
    const message = await sign(key, {
      content,
      sign: (bytes) => {
        content.fill(0);
        return key.sign(bytes);
      },
    });
    expect(await verifyCms(message)).toMatchObject({ valid: true, content: CONTENT });
  });

  it('is DER throughout, with the versions that RFC 5652 wants', async () => {
    const key = keyNamed('P-256');
    for (const [identifier, version] of [
      ['issuer-and-serial', 1],
      ['key-id', 3],
    ] as const) {
      const message = await sign(key, { identifier });
      requireDer(message);
      const signedData = single(single(message).content.subarray(11), 0xa0).reader().next(tags.sequence);
      expect(signedData.content.subarray(0, 3)).toEqual(Uint8Array.of(2, 1, version));
      expect(readSignedData(message)?.signers[0]?.id.kind).toBe(identifier);
    }
  });

  it('carries each certificate once', async () => {
    const certificate = await certificateOf(keyNamed('P-256'));
    const message = await sign(keyNamed('P-256'), { certificate, chain: [certificate, ...chain, ...chain] });
    expect((await verifyCms(message)).certificates).toHaveLength(2);
  });
});

describe('nothing half-made comes out where', () => {
  it.each([
    ['RSASSA-PKCS1-v1_5', 255],
    ['RSASSA-PKCS1-v1_5', 257],
    ['RSA-PSS', 0],
    ['P-256', 72],
    ['P-384', 64],
    ['P-521', 128],
  ])('the signer answers with another length (%s, %d octets)', async (name, length) => {
    const answer = () => Promise.resolve(new Uint8Array(length));
    await expect(sign(keyNamed(name), { sign: answer })).rejects.toMatchObject({
      code: 'signing/signature-malformed',
      params: { bytes: length },
    });
    await expect(sign(keyNamed(name))).resolves.toBeInstanceOf(Uint8Array);
  });

  it('the signer fails', async () => {
    const locked = () => Promise.reject(new Error('locked'));
    await expect(sign(keyNamed('P-256'), { sign: locked })).rejects.toThrow('locked');
  });

  it('the key can’t sign that way', async () => {
    let asked = false;
    const never = () => {
      asked = true;
      return Promise.resolve(new Uint8Array(64));
    };
    const algorithm = { name: 'RSA-PSS', hash: 'SHA-256' } as const;
    await expect(sign(keyNamed('P-256'), { algorithm, sign: never })).rejects.toMatchObject({
      code: 'certificate/unsupported-algorithm',
    });
    expect(asked).toBe(false);
  });

  it('the certificate has no key identifier to be named by', async () => {
    const key = keyNamed('P-256');
    const certificate = await certificateOf(key, []);
    await expect(sign(key, { certificate, identifier: 'key-id' })).rejects.toMatchObject({
      code: 'signing/no-key-identifier',
    });
    await expect(sign(key, { certificate })).resolves.toBeInstanceOf(Uint8Array);
  });
});
