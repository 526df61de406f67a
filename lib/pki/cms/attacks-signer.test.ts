import { beforeAll, describe, expect, it } from 'vitest';
import { concat, hex, tags } from '../der/values';
import { DER_NULL, write, writeInteger, writeOctets, writeOid, writeSequence } from '../der/writer';
import { makeCertificate, testName } from '../testing/make-certificate';
import { attribute, goodAttributes, writeSerial } from '../testing/make-message';
import { CONTENT, refusal, testSigner, type TestSigner } from '../testing/test-signer';
import { signCms } from './sign-cms';
import { verifyCms } from './verify-cms';

let signer: TestSigner;
beforeAll(async () => {
  signer = await testSigner();
});

const algorithm = (oid: string, ...params: readonly Uint8Array[]) => writeSequence(writeOid(oid), ...params);
const SHA256 = algorithm('2.16.840.1.101.3.4.2.1');
const ECDSA_SHA256 = algorithm('1.2.840.10045.4.3.2');
const ECDSA_SHA384 = algorithm('1.2.840.10045.4.3.3');

describe('who signed', () => {
  it('attacks.md 13: nobody', async () => {
    expect(await signer.codeOf({ signers: 0 })).toBe('cms/signer-count');
    expect(await signer.codeOf({ signers: 1 })).toBeNull();
  });

  it('attacks.md 14: two, who are counted', async () => {
    const verdict = await verifyCms(await signer.message({ signers: 2 }));
    expect(verdict).toMatchObject({ valid: false, signerCount: 2, fault: { code: 'cms/signer-count' } });
    expect(await signer.codeOf({ signers: 2 }, { exactlyOneSigner: false })).toBeNull();
    expect(await signer.codeOf({ signers: 1 })).toBeNull();
  });

  it('attacks.md 15: no certificate', async () => {
    expect(await signer.codeOf({ certificates: [] })).toBe('cms/certificate-missing');
    expect(await signer.codeOf({ certificates: [signer.certificate] })).toBeNull();
  });

  it('attacks.md 16: the identifier names another certificate', async () => {
    const id = (issuer: string, serial: Uint8Array) => writeSequence(testName(issuer), serial);
    const serial = writeSerial(signer.certificate.serial);
    expect(await signer.codeOf({ signerId: id('Sub', writeInteger(56)) })).toBe('cms/certificate-missing');
    expect(await signer.codeOf({ signerId: id('Sub 2', serial) })).toBe('cms/certificate-missing');
    expect(await signer.codeOf({ signerId: id('Sub', serial) })).toBeNull();
    // RFC 5280 7.1: case and inner white space don't make another name.
    expect(await signer.codeOf({ signerId: id(' sUB ', serial) })).toBeNull();
  });

  it('attacks.md 16: the key identifier names another certificate', async () => {
    const certificate = await makeCertificate({
      subject: 'Signer',
      issuer: 'Sub',
      key: signer.key,
      issuerKey: signer.otherKey,
      extensions: [{ oid: '2.5.29.14', value: writeOctets(Uint8Array.of(9, 9)) }],
    });
    const named = (octets: Uint8Array) => ({ certificate, signerId: write(0x80, octets) });
    expect(await signer.codeOf(named(Uint8Array.of(9)))).toBe('cms/certificate-missing');
    expect(await signer.codeOf({ ...named(Uint8Array.of(9, 9)), certificate: signer.certificate })).toBe(
      'cms/certificate-missing',
    );
    expect(await signer.codeOf(named(Uint8Array.of(9, 9)))).toBeNull();
  });

  it('attacks.md 16: signingCertificateV2 names another certificate', async () => {
    const named = (sha256: string) => {
      const hash = writeOctets(
        Uint8Array.from(sha256.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
      );
      const value = writeSequence(writeSequence(writeSequence(hash)));
      return { attributes: [...goodAttributes(CONTENT), attribute('1.2.840.113549.1.9.16.2.47', value)] };
    };
    expect(await signer.codeOf(named('00'.repeat(32)))).toBe('cms/attributes-invalid');
    expect(await signer.codeOf(named(signer.certificate.sha256))).toBeNull();
  });

  it('attacks.md 52: a twin of issuer and serial number with another key, first in the bag', async () => {
    const { certificate, otherKey } = signer;
    const twin = await makeCertificate({
      subject: 'Signer',
      issuer: 'Sub',
      key: otherKey,
      issuerKey: otherKey,
      serial: 55,
    });
    const verdict = await verifyCms(await signer.message({ certificates: [twin, certificate] }));
    expect(verdict.signer?.sha256).toBe(certificate.sha256);
    expect(await signer.codeOf({ certificates: [twin] })).toBe('cms/signature-invalid');
  });

  it('a certificate that can’t be read only matters where it is the signer’s', async () => {
    const broken = { ...signer.certificate, der: writeSequence(writeInteger(1)) };
    expect(await signer.codeOf({ certificates: [broken, signer.certificate] })).toBeNull();
    expect(await signer.codeOf({ certificates: [broken] })).toBe('certificate/malformed');
  });
});

describe('algorithms', () => {
  it('attacks.md 17: digest and signature hash differ', async () => {
    expect(await signer.codeOf({ signatureAlgorithm: ECDSA_SHA384 })).toBe('cms/unsupported-algorithm');
    expect(await signer.codeOf({ signatureAlgorithm: ECDSA_SHA256 })).toBeNull();
  });

  it('attacks.md 17: a digest that the message does not announce', async () => {
    const message = await signer.message();
    const at = Buffer.from(message).indexOf(Buffer.from(concat(Uint8Array.of(0x31, SHA256.length), SHA256)));
    const bent = message.with(at + 2 + SHA256.length - 1, 2);
    expect(await refusal(bent)).toBe('cms/malformed');
    expect(await refusal(message)).toBeNull();
  });

  it.each([
    ['SHA-1', '1.3.14.3.2.26'],
    ['MD5', '1.2.840.113549.2.5'],
    ['SHA-224', '2.16.840.1.101.3.4.2.4'],
    ['SHA3-256', '2.16.840.1.101.3.4.2.8'],
  ])('attacks.md 18: %s as digest', async (name, oid) => {
    const verdict = await verifyCms(await signer.message({ digestAlgorithm: algorithm(oid) }));
    expect(verdict.fault).toEqual({ code: 'cms/unsupported-algorithm', params: { algorithm: name } });
    expect(await signer.codeOf({ digestAlgorithm: SHA256 })).toBeNull();
    expect(
      await signer.codeOf({ digestAlgorithm: algorithm('2.16.840.1.101.3.4.2.1', DER_NULL) }),
    ).toBeNull();
  });

  it('attacks.md 18: an RSA key of 1,024 bits, save for history', async () => {
    const sign = async (bits: number) => {
      const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: bits };
      const publicExponent = Uint8Array.of(1, 0, 1);
      const key = await crypto.subtle.generateKey({ ...rsa, publicExponent }, true, ['sign', 'verify']);
      const certificate = await makeCertificate({
        subject: 'RSA',
        issuer: 'Sub',
        key,
        issuerKey: signer.otherKey,
      });
      return signCms({
        content: CONTENT,
        certificate,
        chain: [],
        signingTime: 0,
        sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(rsa.name, key.privateKey, bytes)),
      });
    };
    const weak = await sign(1024);
    expect((await verifyCms(weak)).fault).toEqual({
      code: 'cms/unsupported-algorithm',
      params: { algorithm: 'RSA with 1024 bits' },
    });
    expect(await refusal(weak, { history: true })).toBeNull();
    expect(await refusal(await sign(2048))).toBeNull();
  });

  it.each([
    ['RSA', '1.2.840.113549.1.1.11'],
    ['rsaEncryption', '1.2.840.113549.1.1.1'],
  ])('attacks.md 32: %s with an EC key', async (_, oid) => {
    const signatureAlgorithm = algorithm(oid, DER_NULL);
    expect(await signer.codeOf({ signatureAlgorithm })).toBe('cms/unsupported-algorithm');
    expect(await signer.codeOf({ signatureAlgorithm: ECDSA_SHA256 })).toBeNull();
  });

  it('attacks.md 21: an OID with a padded arc, or one that wraps around 2³²', async () => {
    const digest = (content: string) => ({
      digestAlgorithm: write(tags.sequence, write(tags.oid, Uint8Array.from(Buffer.from(content, 'hex')))),
    });
    const sha256 = '608648016503040201';
    expect(hex(SHA256)).toContain(sha256);
    expect(await signer.codeOf(digest('60864801650304028001'))).toBe('cms/malformed');
    // 2³² + 1 in the last arc, where SHA-256 has 1.
    expect(await signer.codeOf(digest('6086480165030402' + '9080808001'))).toBe('cms/unsupported-algorithm');
    expect(await signer.codeOf(digest(sha256))).toBeNull();
  });
});
