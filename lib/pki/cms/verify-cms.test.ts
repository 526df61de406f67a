import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { concat, tags } from '../der/values';
import {
  write,
  writeInteger,
  writeOctets,
  writeOid,
  writeSequence,
  writeSetOf,
  writeTime,
} from '../der/writer';
import { makeCertificate, testKey, testName, TEST_NOW } from '../testing/make-certificate';
import {
  attribute,
  CONTENT_TYPE,
  DATA,
  goodAttributes,
  makeMessage,
  MESSAGE_DIGEST,
  SIGNING_TIME,
  writeSerial,
  type MessageOptions,
} from '../testing/make-message';
import type { Certificate } from '../types';
import { verifyCms } from './verify-cms';

const content = new TextEncoder().encode('26X100208, two lines');
const other = new TextEncoder().encode('26X100209, two lines');
let key: CryptoKeyPair;
let otherKey: CryptoKeyPair;
let certificate: Certificate;

beforeAll(async () => {
  [key, otherKey] = [await testKey(), await testKey()];
  certificate = await makeCertificate({
    subject: 'Signer',
    issuer: 'Sub',
    key,
    issuerKey: otherKey,
    serial: 55,
  });
});

const message = (more: Partial<MessageOptions> = {}) => makeMessage({ content, certificate, key, ...more });
const good = (drop?: string) =>
  goodAttributes(content).filter((_, i) => [CONTENT_TYPE, MESSAGE_DIGEST, SIGNING_TIME][i] !== drop);

async function codeOf(more: Partial<MessageOptions>): Promise<string | undefined> {
  const verdict = await verifyCms(await message(more));
  expect(verdict.valid).toBe(false);
  expect(verdict.content).toBeNull();
  return verdict.fault?.code;
}

describe('a good message', () => {
  it('is valid, with content, signer and time', async () => {
    const verdict = await verifyCms(await message());
    expect(verdict).toMatchObject({ valid: true, fault: null, signingTime: TEST_NOW });
    expect(verdict.content).toEqual(content);
    expect(verdict.signer?.sha256).toBe(certificate.sha256);
  });

  it('is valid detached, with its content alone', async () => {
    const detached = await message({ eContent: [] });
    expect((await verifyCms(detached, { content })).valid).toBe(true);
    expect((await verifyCms(detached)).fault?.code).toBe('cms/content-missing');
    expect((await verifyCms(detached, { content: other })).fault?.code).toBe('cms/content-changed');
  });

  it('is valid with split content, which is hashed as shown', async () => {
    const split = write(0x24, writeOctets(content.subarray(0, 5)), writeOctets(content.subarray(5)));
    const verdict = await verifyCms(await message({ eContent: [split] }));
    expect(verdict.valid).toBe(true);
    expect(verdict.content).toEqual(content);
  });

  it('is found by key identifier', async () => {
    const keyed = await makeCertificate({
      subject: 'Signer',
      issuer: 'Sub',
      key,
      issuerKey: otherKey,
      extensions: [{ oid: '2.5.29.14', value: writeOctets(Uint8Array.of(9, 9)) }],
    });
    const id = (octets: Uint8Array) => message({ certificate: keyed, signerId: write(0x80, octets) });
    expect((await verifyCms(await id(Uint8Array.of(9, 9)))).valid).toBe(true);
    expect((await verifyCms(await id(Uint8Array.of(9)))).fault?.code).toBe('cms/certificate-missing');
  });

  it('keeps unsigned attributes out of the verdict', async () => {
    const unsigned = write(0xa1, attribute('1.2.3', writeOctets(other)));
    const verdict = await verifyCms(await message({ unsigned }));
    expect(verdict.valid).toBe(true);
    expect(verdict.content).toEqual(content);
  });
});

describe('refused (attacks.md)', () => {
  const contentType = attribute(CONTENT_TYPE, writeOid(DATA));
  const digestOf = (bytes: Uint8Array) => goodAttributes(bytes)[1] as Uint8Array;

  it.each<[string, string, () => Partial<MessageOptions>]>([
    ['1 content changed', 'cms/content-changed', () => ({ eContent: [writeOctets(other)] })],
    [
      '3 messageDigest of another content',
      'cms/content-changed',
      () => ({ attributes: goodAttributes(other) }),
    ],
    ['4 no messageDigest', 'cms/attributes-invalid', () => ({ attributes: good(MESSAGE_DIGEST) })],
    ['5 no contentType', 'cms/attributes-invalid', () => ({ attributes: good(CONTENT_TYPE) })],
    [
      '6 contentType differs',
      'cms/attributes-invalid',
      () => ({ attributes: [...good(CONTENT_TYPE), attribute(CONTENT_TYPE, writeOid('1.2.3'))] }),
    ],
    [
      '7 two messageDigest, one good',
      'cms/attributes-invalid',
      () => ({ attributes: [...good(), digestOf(other)] }),
    ],
    [
      '8 messageDigest without value',
      'cms/attributes-invalid',
      () => ({ attributes: [...good(MESSAGE_DIGEST), attribute(MESSAGE_DIGEST)] }),
    ],
    [
      '8 messageDigest with two values',
      'cms/attributes-invalid',
      () => ({
        attributes: [
          ...good(MESSAGE_DIGEST),
          attribute(MESSAGE_DIGEST, writeOctets(content), writeOctets(other)),
        ],
      }),
    ],
    ['9 two contentType', 'cms/attributes-invalid', () => ({ attributes: [...good(), contentType] })],
    ['10 empty attributes', 'cms/attributes-invalid', () => ({ attributes: [] })],
    ['11 no attributes', 'cms/attributes-invalid', () => ({ attributes: null })],
    [
      '11 content that parses as attributes',
      'cms/attributes-invalid',
      () => ({ attributes: null, content: writeSetOf(goodAttributes(content)) }),
    ],
    ['12 another eContentType', 'cms/attributes-invalid', () => ({ eContentType: '1.2.3' })],
    ['13 no signer', 'cms/signer-count', () => ({ signers: 0 })],
    ['14 two signers', 'cms/signer-count', () => ({ signers: 2 })],
    ['15 no certificate', 'cms/certificate-missing', () => ({ certificates: [] })],
    [
      '16 another serial number',
      'cms/certificate-missing',
      () => ({ signerId: writeSequence(testName('Sub'), writeInteger(56)) }),
    ],
    [
      '16 another issuer',
      'cms/certificate-missing',
      () => ({ signerId: writeSequence(testName('Sub 2'), writeSerial(certificate.serial)) }),
    ],
    [
      '17 digest and signature hash differ',
      'cms/unsupported-algorithm',
      () => ({ signatureAlgorithm: writeSequence(writeOid('1.2.840.10045.4.3.3')) }),
    ],
    [
      '18 SHA-1',
      'cms/unsupported-algorithm',
      () => ({ digestAlgorithm: writeSequence(writeOid('1.3.14.3.2.26')) }),
    ],
    [
      '18 MD5',
      'cms/unsupported-algorithm',
      () => ({ digestAlgorithm: writeSequence(writeOid('1.2.840.113549.2.5')) }),
    ],
    ['20 not SignedData', 'cms/not-signed-data', () => ({ outerType: DATA })],
    [
      '22 two OCTET STRINGs',
      'cms/malformed',
      () => ({ eContent: [writeOctets(content), writeOctets(content)] }),
    ],
    [
      '22 something else as content',
      'cms/malformed',
      () => ({ eContent: [write(tags.utf8String, content)] }),
    ],
    [
      '32 RSA with an EC key',
      'cms/unsupported-algorithm',
      () => ({ signatureAlgorithm: writeSequence(writeOid('1.2.840.113549.1.1.11')) }),
    ],
    [
      '29 trailing bytes in the signature',
      'cms/signature-invalid',
      () => ({ signature: (s) => concat(s, Uint8Array.of(0)) }),
    ],
    ['29 raw 64 bytes', 'cms/signature-invalid', () => ({ signature: () => new Uint8Array(64).fill(1) })],
    [
      '29 r = 0',
      'cms/signature-invalid',
      () => ({ signature: () => writeSequence(writeInteger(0), writeInteger(1)) }),
    ],
    [
      '33 two signing times',
      'cms/attributes-invalid',
      () => ({
        attributes: [...good(SIGNING_TIME), attribute(SIGNING_TIME, writeTime(TEST_NOW), writeTime(0))],
      }),
    ],
    [
      '33 a malformed signing time',
      'cms/attributes-invalid',
      () => ({ attributes: [...good(SIGNING_TIME), attribute(SIGNING_TIME, write(tags.utcTime, content))] }),
    ],
    [
      'attributes that are not in order',
      'cms/attributes-invalid',
      () => ({ rawAttributes: write(0xa0, ...[...good()].reverse()) }),
    ],
  ])('%s', async (_, code, flaw) => {
    expect(await codeOf(flaw())).toBe(code);
  });

  it('19 trailing bytes and a second message', async () => {
    const one = await message();
    for (const tail of [Uint8Array.of(0), one]) {
      expect((await verifyCms(concat(one, tail))).fault?.code).toBe('cms/malformed');
    }
  });

  it('52 a twin of issuer and serial number with another key, first in the bag', async () => {
    const twin = await makeCertificate({
      subject: 'Signer',
      issuer: 'Sub',
      key: otherKey,
      issuerKey: otherKey,
      serial: 55,
    });
    const verdict = await verifyCms(await message({ certificates: [twin, certificate] }));
    expect(verdict.signer?.sha256).toBe(certificate.sha256);
    expect(await codeOf({ certificates: [twin] })).toBe('cms/signature-invalid');
  });

  it.each([200, 5_000, 50_000])('27 nesting %d deep, within 100 ms', async (depth) => {
    const deep = new Uint8Array(depth * 4);
    for (let i = 0; i < depth; i++) deep.set([0x30, 0x80], i * 2);
    const start = performance.now();
    expect((await verifyCms(deep)).fault?.code).toBe('cms/malformed');
    expect(performance.now() - start).toBeLessThan(100);
  });
});

it('any mutation that still verifies says the same', async () => {
  const one = await message();
  await fc.assert(
    fc.asyncProperty(fc.nat(one.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const verdict = await verifyCms(one.map((byte, i) => (i === at ? byte ^ flip : byte)));
      if (verdict.valid) expect(verdict.content).toEqual(content);
    }),
    { numRuns: 300 },
  );
});
