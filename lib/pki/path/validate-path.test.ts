import { beforeAll, describe, expect, it } from 'vitest';
import { parseCrl } from '../crl/parse-crl';
import { writeInteger } from '../der/writer';
import { certificatesBy } from '../testing/certificates-by';
import {
  caTestExtensions,
  testKey,
  TEST_NOW,
  TEST_UNTIL,
  type TestCertificate,
  type TestExtension,
} from '../testing/make-certificate';
import { makeCrl } from '../testing/make-crl';
import type { Certificate } from '../types';
import { validatePath } from './validate-path';

const CA = caTestExtensions();
let keys: CryptoKeyPair[] = [];
let root: Certificate;

const key = (n: number) => keys[n] as CryptoKeyPair;
const certificate = certificatesBy(key);
const codes = (verdict: { findings: readonly { code: string }[] }) =>
  verdict.findings.map(({ code }) => code);

async function chain(leaf: Partial<TestCertificate> = {}, ca: Partial<TestCertificate> = {}) {
  const sub = await certificate('Sub', 1, 'Root', 0, { extensions: CA, ...ca });
  return { sub, leaf: await certificate('Leaf', 2, 'Sub', 1, leaf) };
}

async function lists(revoked: readonly Uint8Array[] = []) {
  return [
    parseCrl(await makeCrl({ issuer: 'Root', issuerKey: key(0) })),
    parseCrl(await makeCrl({ issuer: 'Sub', issuerKey: key(1), revoked })),
  ];
}

beforeAll(async () => {
  keys = await Promise.all(Array.from({ length: 10 }, testKey));
  root = await certificate('Root', 0, 'Root', 0, { extensions: CA });
});

describe('a path', () => {
  it('is valid and checked where everything holds', async () => {
    const { sub, leaf } = await chain();
    const verdict = await validatePath({
      leaf,
      candidates: [sub],
      roots: [root],
      crls: await lists(),
      at: TEST_NOW,
    });
    expect(verdict).toMatchObject({ valid: true, statusChecked: true, findings: [] });
    expect(verdict.path.map(({ commonName }) => commonName)).toEqual(['Leaf', 'Sub', 'Root']);
  });

  it('is the same when the leaf stands among the candidates twice', async () => {
    const { sub, leaf } = await chain();
    const verdict = await validatePath({
      leaf,
      candidates: [leaf, sub, leaf],
      roots: [root],
      crls: await lists(),
      at: TEST_NOW,
    });
    expect(verdict).toMatchObject({ valid: true, statusChecked: true });
  });

  it('never trusts a root that only came along', async () => {
    const { sub, leaf } = await chain();
    const other = await certificate('Root', 5, 'Root', 5, { extensions: CA });
    const base = { leaf, crls: [], at: TEST_NOW };
    expect(codes(await validatePath({ ...base, candidates: [sub, root], roots: [] }))).toEqual([
      'certificate/no-trusted-root',
    ]);
    const verdict = await validatePath({ ...base, candidates: [sub, root], roots: [other] });
    expect(verdict.valid).toBe(false);
    expect(codes(verdict)).toContain('certificate/path-not-found');
  });

  it.each<[string, Partial<TestCertificate>, Partial<TestCertificate>]>([
    ['certificate/expired', { until: TEST_NOW - 1000 }, {}],
    ['certificate/not-yet-valid', { from: TEST_NOW + 1000 }, {}],
    ['certificate/expired', {}, { until: TEST_NOW - 1000 }],
    ['certificate/not-a-ca', {}, { extensions: [] }],
    [
      'certificate/key-usage',
      {},
      { extensions: [CA[0] as TestExtension, { oid: '2.5.29.15', value: Uint8Array.of(3, 2, 1, 2) }] },
    ],
    ['certificate/key-usage', { extensions: [{ oid: '2.5.29.15', value: Uint8Array.of(3, 2, 3, 8) }] }, {}],
    [
      'certificate/unknown-extension',
      { extensions: [{ oid: '1.2.3.4', critical: true, value: writeInteger(1) }] },
      {},
    ],
    [
      'certificate/malformed',
      {},
      { extensions: [...CA, { oid: '2.5.29.30', critical: true, value: Uint8Array.of(0x30, 0) }] },
    ],
  ])('is refused with %s', async (code, leafMore, caMore) => {
    const { sub, leaf } = await chain(leafMore, caMore);
    const verdict = await validatePath({
      leaf,
      candidates: [sub],
      roots: [root],
      crls: await lists(),
      at: TEST_NOW,
    });
    expect(verdict.valid).toBe(false);
    expect(codes(verdict)).toContain(code);
  });

  it('takes an unknown extension that is not critical', async () => {
    const { sub, leaf } = await chain({ extensions: [{ oid: '1.2.3.4', value: writeInteger(1) }] });
    expect(
      (await validatePath({ leaf, candidates: [sub], roots: [root], crls: [], at: TEST_NOW })).valid,
    ).toBe(true);
  });

  it('is refused where a signature is another key’s', async () => {
    const sub = await certificate('Sub', 1, 'Root', 0, { extensions: CA });
    const leaf = await certificate('Leaf', 2, 'Sub', 3);
    const verdict = await validatePath({ leaf, candidates: [sub], roots: [root], crls: [], at: TEST_NOW });
    expect(codes(verdict)).toEqual(['certificate/signature-invalid', 'certificate/path-not-found']);
  });

  it('keeps path lengths', async () => {
    const outer = await certificate('Outer', 1, 'Root', 0, { extensions: caTestExtensions(0) });
    const inner = await certificate('Inner', 3, 'Outer', 1, { extensions: CA });
    const direct = await certificate('Leaf', 2, 'Outer', 1);
    const deep = await certificate('Leaf', 2, 'Inner', 3);
    const base = { candidates: [outer, inner], roots: [root], crls: [], at: TEST_NOW };
    expect((await validatePath({ ...base, leaf: direct })).valid).toBe(true);
    expect(codes(await validatePath({ ...base, leaf: deep }))).toContain('certificate/path-too-long');
  });
});

describe('revocation', () => {
  const serial = Uint8Array.of(0x00, 0x80, 0x01);

  async function judge(crls: Parameters<typeof validatePath>[0]['crls'], at = TEST_NOW) {
    const { sub, leaf } = await chain({ serial: 0x8001 });
    return validatePath({ leaf, candidates: [sub], roots: [root], crls, at });
  }

  it('blocks a revoked certificate, and only that one', async () => {
    expect(codes(await judge(await lists([serial])))).toEqual(['certificate/revoked']);
    expect(await judge(await lists([Uint8Array.of(0x7f)]))).toMatchObject({
      valid: true,
      statusChecked: true,
    });
  });

  it('blocks a revoked CA', async () => {
    const { sub, leaf } = await chain({}, { serial: 77 });
    const crls = [
      parseCrl(await makeCrl({ issuer: 'Root', issuerKey: key(0), revoked: [Uint8Array.of(77)] })),
    ];
    expect(
      codes(await validatePath({ leaf, candidates: [sub], roots: [root], crls, at: TEST_NOW })),
    ).toContain('certificate/revoked');
  });

  it('warns without a list, and never calls that checked', async () => {
    const verdict = await judge([]);
    expect(verdict).toMatchObject({ valid: true, statusChecked: false });
    expect(codes(verdict)).toEqual(['certificate/status-unknown', 'certificate/status-unknown']);
  });

  const onlyCas: TestExtension = {
    oid: '2.5.29.28',
    critical: true,
    value: Uint8Array.of(0x30, 3, 0x82, 1, 0xff),
  };
  const delta: TestExtension = { oid: '2.5.29.27', critical: true, value: writeInteger(1) };
  const unknown: TestExtension = { oid: '1.2.3.4', critical: true, value: writeInteger(1) };

  it.each([
    ['crl/expired', { nextUpdate: TEST_NOW - 1000 }],
    ['crl/not-yet-valid', { thisUpdate: TEST_NOW + 3_600_000, nextUpdate: TEST_UNTIL }],
    ['crl/out-of-scope', { extensions: [onlyCas] }],
    ['crl/delta-alone', { extensions: [delta] }],
    ['crl/unknown-extension', { extensions: [unknown] }],
  ])('says why a list is not used: %s', async (code, more) => {
    const [rootList] = await lists();
    const list = parseCrl(await makeCrl({ issuer: 'Sub', issuerKey: key(1), ...more }));
    const verdict = await judge(rootList ? [rootList, list] : []);
    expect(verdict).toMatchObject({ valid: true, statusChecked: false });
    expect(codes(verdict)).toEqual([code, 'certificate/status-unknown']);
  });

  it('does not use a list that another key signed', async () => {
    const [rootList] = await lists();
    const list = parseCrl(await makeCrl({ issuer: 'Sub', issuerKey: key(4), revoked: [serial] }));
    expect(codes(await judge(rootList ? [rootList, list] : []))).toEqual([
      'crl/signature-invalid',
      'certificate/status-unknown',
    ]);
  });

  it('lets an ended list still revoke', async () => {
    const list = parseCrl(
      await makeCrl({ issuer: 'Sub', issuerKey: key(1), revoked: [serial], nextUpdate: TEST_NOW - 1000 }),
    );
    expect(codes(await judge([list]))).toContain('certificate/revoked');
  });
});

describe('a list that another certificate of the CA signed', () => {
  // After a key rollover: key 3 signs lists for the name Sub, key 1 signed the leaf.
  async function judge(more: Partial<TestCertificate>, revoked: readonly number[] = []) {
    const { sub, leaf } = await chain({ serial: 0x8001 });
    const signer = await certificate('Sub', 3, 'Root', 0, { extensions: CA, serial: 55, ...more });
    const rootList = await makeCrl({
      issuer: 'Root',
      issuerKey: key(0),
      revoked: revoked.map((serial) => Uint8Array.of(serial)),
    });
    const list = await makeCrl({ issuer: 'Sub', issuerKey: key(3), revoked: [Uint8Array.of(0, 0x80, 1)] });
    const candidates = [sub, signer];
    return validatePath({
      leaf,
      candidates,
      roots: [root],
      crls: [rootList, list].map(parseCrl),
      at: TEST_NOW,
    });
  }

  it('counts where the signer leads to the same root and is not revoked itself', async () => {
    expect(codes(await judge({}))).toEqual(['certificate/revoked']);
  });

  it.each<[string, () => Partial<TestCertificate>]>([
    ['leads nowhere', () => ({ issuer: 'Elsewhere' })],
    ['is signed by another key', () => ({ issuerKey: key(6) })],
    ['has expired', () => ({ until: TEST_NOW - 5000 })],
  ])('counts for nothing where the signer %s', async (_, more) => {
    const verdict = await judge(more());
    expect(verdict).toMatchObject({ valid: true, statusChecked: false });
    expect(codes(verdict)).toContain('crl/signer-not-trusted');
  });

  it('counts for nothing where the signer is revoked', async () => {
    const verdict = await judge({}, [55]);
    expect(verdict).toMatchObject({ valid: true, statusChecked: false });
    expect(codes(verdict)).toContain('crl/signer-not-trusted');
  });
});
