import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCrl, validatePath, type Certificate } from '../../lib/pki';
import { write, writeInteger, writeOctets, writeSequence } from '../../lib/pki/der/writer';
import { certificatesBy } from '../../lib/pki/testing/certificates-by';
import { caTestExtensions, testKey, TEST_NOW } from '../../lib/pki/testing/make-certificate';
import { makeCrl, pointsExtension, type TestCrl, type TestPoint } from '../../lib/pki/testing/make-crl';
import { openssl } from './openssl';

const DAY = 86_400_000;
const SERIAL = 0x8001;
const [KEY_COMPROMISE, HOLD, REMOVE] = [1, 6, 8];
const CRL_SIGN_ONLY = [{ oid: '2.5.29.15', critical: true, value: Uint8Array.of(3, 2, 1, 2) }];

let directory = '';
let keys: CryptoKeyPair[] = [];
let root: Certificate;
let sub: Certificate;
let renewed: Certificate;
let signer: Certificate;
const key = (n: number) => keys[n] as CryptoKeyPair;
const certificate = certificatesBy(key);

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'lists-'));
  keys = await Promise.all(Array.from({ length: 5 }, testKey));
  const extensions = caTestExtensions();
  const withKeyId = (id: number) => ({ extensions: [...extensions, keyId(id)] });
  root = await certificate('Root', 0, 'Root', 0, { extensions });
  sub = await certificate('Sub', 1, 'Root', 0, withKeyId(1));
  renewed = await certificate('Sub', 3, 'Root', 0, withKeyId(3));
  signer = await certificate('Lists', 4, 'Root', 0, { extensions: CRL_SIGN_ONLY });
});

afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

interface Case {
  readonly name: string;
  readonly good: boolean;
  readonly lists: readonly (Partial<TestCrl> & { readonly by?: number })[];
  readonly points?: readonly TestPoint[];
  /** OpenSSL lifts any entry by a delta; here only a hold can be lifted. */
  readonly opensslDiffers?: boolean;
}

/** subjectKeyIdentifier and authorityKeyIdentifier, by which OpenSSL chooses between two keys of one name. */
const keyId = (id: number) => ({ oid: '2.5.29.14', value: writeOctets(Uint8Array.of(id)) });
const byKey = (id: number) => ({ oid: '2.5.29.35', value: writeSequence(write(0x80, Uint8Array.of(id))) });

const named = [{ serial: SERIAL }];
const url = 'http://crl/1';
const indirect = { issuer: 'Lists', by: 4, point: { urls: [url], indirect: true } };
const handedOver = [{ urls: [url], crlIssuers: ['Lists'] }];
const held = { number: 5, entries: [{ serial: SERIAL, reason: HOLD }] };
const lifted = { number: 6, baseNumber: 5, entries: [{ serial: SERIAL, reason: REMOVE }] };
const [some, rest] = [{ reasons: [1, 2] }, { reasons: [3, 4, 5, 6, 7, 8] }];

const cases: readonly Case[] = [
  { name: 'complete', good: true, lists: [{}] },
  { name: 'complete, revoked', good: false, lists: [{ entries: named }] },
  { name: 'none', good: false, lists: [] },
  { name: 'ended', good: false, lists: [{ nextUpdate: TEST_NOW - DAY }] },
  { name: 'future', good: false, lists: [{ thisUpdate: TEST_NOW + DAY }] },
  { name: 'another key’s', good: false, lists: [{ by: 2 }] },
  {
    name: 'unknown critical extension',
    good: false,
    lists: [{ extensions: [{ oid: '1.2.3.4', critical: true, value: writeInteger(1) }] }],
  },
  { name: 'delta alone', good: false, lists: [{ number: 6, baseNumber: 5 }] },
  { name: 'delta', good: true, lists: [{ number: 5 }, { number: 6, baseNumber: 5 }] },
  {
    name: 'delta that revokes',
    good: false,
    lists: [{ number: 5 }, { number: 6, baseNumber: 5, entries: named }],
  },
  { name: 'delta that lifts', good: true, lists: [held, lifted] },
  {
    name: 'delta that lifts, of a later base',
    good: false,
    lists: [held, { ...lifted, number: 7, baseNumber: 6 }],
  },
  {
    name: 'delta that lifts, of another scope',
    good: false,
    lists: [held, { ...lifted, point: { onlyUsers: true } }],
  },
  {
    name: 'delta that lifts more than a hold',
    good: false,
    lists: [{ ...held, entries: [{ serial: SERIAL, reason: KEY_COMPROMISE }] }, lifted],
    opensslDiffers: true,
  },
  {
    name: 'delta that keeps an ended one up to date',
    good: true,
    lists: [
      { number: 5, nextUpdate: TEST_NOW - DAY },
      { number: 6, baseNumber: 5 },
    ],
  },
  { name: 'only CAs', good: false, lists: [{ point: { onlyCas: true } }] },
  { name: 'only users', good: true, lists: [{ point: { onlyUsers: true } }] },
  { name: 'only attributes', good: false, lists: [{ point: { onlyAttributes: true } }] },
  {
    name: 'its point',
    good: true,
    lists: [{ point: { urls: [url] } }],
    points: [{ urls: ['ldap://a', url] }],
  },
  {
    name: 'its point, revoked',
    good: false,
    lists: [{ point: { urls: [url] }, entries: named }],
    points: [{ urls: [url] }],
  },
  {
    name: 'another point',
    good: false,
    lists: [{ point: { urls: [url] } }],
    points: [{ urls: ['http://crl/2'] }],
  },
  { name: 'relative point', good: true, lists: [{ point: { relative: 'P' } }], points: [{ relative: 'P' }] },
  {
    name: 'another relative point',
    good: false,
    lists: [{ point: { relative: 'P' } }],
    points: [{ relative: 'Q' }],
  },
  { name: 'some reasons', good: false, lists: [{ point: some }] },
  { name: 'all reasons in two', good: true, lists: [{ point: some }, { point: rest }] },
  {
    name: 'all reasons in two, revoked',
    good: false,
    lists: [{ point: some }, { point: rest, entries: named }],
  },
  { name: 'indirect', good: true, lists: [indirect], points: handedOver },
  {
    name: 'indirect, revoked',
    good: false,
    lists: [{ ...indirect, entries: [{ serial: SERIAL, certificateIssuer: 'Sub' }] }],
    points: handedOver,
  },
  {
    name: 'indirect, revoked further down',
    good: false,
    lists: [{ ...indirect, entries: [{ serial: 5, certificateIssuer: 'Sub' }, { serial: SERIAL }] }],
    points: handedOver,
  },
  {
    name: 'indirect, another CA’s revoked',
    good: true,
    lists: [{ ...indirect, entries: [{ serial: 5, certificateIssuer: 'Else' }, { serial: SERIAL }] }],
    points: handedOver,
  },
  { name: 'indirect, not named', good: false, lists: [indirect], points: [{ urls: [url] }] },
  {
    name: 'indirect without saying so',
    good: false,
    lists: [{ ...indirect, point: { urls: [url] } }],
    points: handedOver,
  },
  { name: 'the CA’s new key', good: true, lists: [{ by: 3, extensions: [byKey(3)] }] },
  {
    name: 'the CA’s new key, revoked',
    good: false,
    lists: [{ by: 3, extensions: [byKey(3)], entries: named }],
  },
];

describe('OpenSSL judges revocation lists alike', () => {
  it.each(cases)('$name: $good', async ({ name, good, lists, points = [], opensslDiffers = false }) => {
    // Without freshestCRL OpenSSL takes no delta.
    const freshest = { ...pointsExtension({ urls: ['http://delta'] }), oid: '2.5.29.46' };
    const extensions = points.length === 0 ? [freshest] : [pointsExtension(...points), freshest];
    const leaf = await certificate('Leaf', 2, 'Sub', 1, { serial: SERIAL, extensions });
    const ders = await Promise.all([
      makeCrl({ issuer: 'Root', issuerKey: key(0) }),
      ...lists.map(({ by = 1, ...more }) => makeCrl({ issuer: 'Sub', issuerKey: key(by), ...more })),
    ]);
    const verdict = await validatePath({
      leaf,
      candidates: [sub, renewed, signer],
      roots: [root],
      crls: ders.map(parseCrl),
      at: TEST_NOW,
    });
    expect({ name, good: verdict.valid && verdict.statusChecked }).toEqual({ name, good });
    expect(opensslAccepts(leaf, ders)).toBe(good !== opensslDiffers);
  });
});

function opensslAccepts(leaf: Certificate, crls: readonly Uint8Array[]): boolean {
  const file = (name: string, kind: string, ders: readonly Uint8Array[]) => {
    const path = join(directory, name);
    writeFileSync(path, ders.map((der) => pem(kind, der)).join(''));
    return path;
  };
  const certificateFile = (name: string, some: readonly Certificate[]) =>
    file(
      name,
      'CERTIFICATE',
      some.map(({ der }) => der),
    );
  try {
    const args = ['-crl_check_all', '-extended_crl', '-use_deltas', '-attime', `${TEST_NOW / 1000}`];
    const trusted = certificateFile('root.pem', [root]);
    const untrusted = certificateFile('others.pem', [sub, renewed, signer]);
    const lists = file('lists.pem', 'X509 CRL', crls);
    const leafFile = certificateFile('leaf.pem', [leaf]);
    openssl(['verify', ...args, '-CAfile', trusted, '-untrusted', untrusted, '-CRLfile', lists, leafFile]);
    return true;
  } catch (error) {
    expect(String(error)).toMatch(/verification failed/);
    return false;
  }
}

function pem(kind: string, der: Uint8Array): string {
  const base64 = Buffer.from(der)
    .toString('base64')
    .replace(/.{64}(?!$)/g, '$&\n');
  return `-----BEGIN ${kind}-----\n${base64}\n-----END ${kind}-----\n`;
}
