import { beforeAll, describe, expect, it } from 'vitest';
import { limits } from '@/lib/base';
import { cpuMs } from '@/tests/support/cpu-ms';
import { compareCrlNumbers } from '../crl/compare-crl-numbers';
import { crlScopeKey } from '../crl/crl-scope-key';
import { parseCrl, type ParsedCrl } from '../crl/parse-crl';
import { writeInteger } from '../der/writer';
import { validatePath } from '../path/validate-path';
import { certificatesBy } from '../testing/certificates-by';
import {
  caTestExtensions,
  testKey,
  TEST_FROM,
  TEST_NOW,
  TEST_UNTIL,
  type TestExtension,
} from '../testing/make-certificate';
import { makeCrl, pointsExtension, type TestCrl, type TestPoint } from '../testing/make-crl';
import type { Certificate } from '../types';
import { checkRevocation } from './check-revocation';
import { crlSignedBy } from './crl-signed-by';

const DAY = 86_400_000;
const SERIAL = 0x8001;
const CA = caTestExtensions();
/** basicConstraints of a CA, with a key that signs certificates and no lists. */
const WITHOUT_CRL_SIGN = [CA[0] as TestExtension, { oid: '2.5.29.15', value: Uint8Array.of(3, 2, 2, 4) }];
const CRL_SIGN_ONLY = [{ oid: '2.5.29.15', critical: true, value: Uint8Array.of(3, 2, 1, 2) }];
const UNKNOWN: TestExtension = { oid: '1.2.3.4', critical: true, value: writeInteger(1) };

const KEY_COMPROMISE = 1;
const HOLD = 6;
const REMOVE = 8;

let keys: CryptoKeyPair[] = [];
let root: Certificate;
let sub: Certificate;
const key = (n: number) => keys[n] as CryptoKeyPair;
const certificate = certificatesBy(key);

beforeAll(async () => {
  keys = await Promise.all(Array.from({ length: 6 }, testKey));
  root = await certificate('Root', 0, 'Root', 0, { extensions: CA });
  sub = await certificate('Sub', 1, 'Root', 0, { extensions: CA, serial: 77 });
});

function leafWith(...points: TestPoint[]) {
  const extensions = points.length === 0 ? [] : [pointsExtension(...points)];
  return certificate('Leaf', 2, 'Sub', 1, { serial: SERIAL, extensions });
}

async function list(options: Partial<TestCrl> = {}): Promise<ParsedCrl> {
  return parseCrl(await makeCrl({ issuer: 'Sub', issuerKey: key(1), ...options }));
}

interface Asked {
  readonly points?: readonly TestPoint[];
  readonly at?: number;
  readonly now?: number;
  readonly issuer?: Certificate;
  readonly certificates?: readonly Certificate[];
  readonly trusted?: readonly Certificate[];
}

/** `checked`, or the codes of what was found. */
async function standing(lists: readonly Partial<TestCrl>[], asked: Asked = {}): Promise<string> {
  const { points = [], at = TEST_NOW, now = at, issuer = sub, certificates = [], trusted = [] } = asked;
  const crls = await Promise.all(lists.map(list));
  const { checked, findings } = await checkRevocation(await leafWith(...points), issuer, {
    crls,
    at,
    now,
    certificates: [sub, root, ...certificates],
    isTrusted: (signer) => Promise.resolve(trusted.includes(signer)),
  });
  const codes = findings.map(({ code }) => code);
  expect(checked).toBe(codes.length === 0 || codes.includes('certificate/revoked'));
  return checked && codes.length === 0 ? 'checked' : codes.join(' ');
}

const because = (code: string) => `${code} certificate/status-unknown`;
const named = { entries: [{ serial: SERIAL }] };

describe('attacks.md 53: a list that says nothing', () => {
  const onlySome = { reasons: [1] };

  it.each<[string, Partial<TestCrl>]>([
    ['crl/expired', { nextUpdate: TEST_NOW - 1000 }],
    ['crl/expired', { nextUpdate: null }],
    ['crl/not-yet-valid', { thisUpdate: TEST_NOW + limits.clockSkewMs + 1000 }],
    ['crl/unknown-extension', { extensions: [UNKNOWN] }],
    ['crl/unknown-extension', { entries: [{ serial: 5, extensions: [UNKNOWN] }] }],
    ['crl/unknown-extension', { entries: [{ serial: SERIAL, certificateIssuer: 'Sub' }] }],
    ['crl/out-of-scope', { point: { onlyCas: true } }],
    ['crl/out-of-scope', { point: { onlyAttributes: true } }],
    ['crl/out-of-scope', { point: { urls: ['http://a'] } }],
    ['crl/reasons-not-covered', { point: onlySome }],
    ['crl/delta-alone', { number: 2, baseNumber: 1 }],
  ])('is told as %s', async (code, more) => {
    expect(await standing([more])).toBe(because(code));
    // The same beside one without the flaw.
    expect(await standing([more, {}])).toBe('checked');
  });

  it('bound to the issuer’s own name is about certificates without points, not about those that name others', async () => {
    const ofIssuer = { point: { names: ['Sub'] } };
    expect(await standing([ofIssuer])).toBe('checked');
    const points = [{ urls: ['http://a'] }];
    expect(await standing([ofIssuer], { points })).toBe(because('crl/out-of-scope'));
    expect(await standing([{}], { points })).toBe('checked');
  });

  it('by another key is told as crl/signature-invalid', async () => {
    expect(await standing([{ issuerKey: key(4), ...named }])).toBe(because('crl/signature-invalid'));
    expect(await standing([named])).toBe('certificate/revoked');
  });

  it('and none, or another CA’s, is told as unknown status', async () => {
    expect(await standing([])).toBe('certificate/status-unknown');
    expect(await standing([{ issuer: 'Other', ...named }])).toBe('certificate/status-unknown');
    expect(await standing([{}])).toBe('checked');
  });

  it('is told for CAs as for users', async () => {
    const context = { at: TEST_NOW, certificates: [], isTrusted: () => Promise.resolve(false) };
    const ofRoot = { issuer: 'Root', issuerKey: key(0) };
    const judged = async (point: TestPoint) =>
      checkRevocation(sub, root, { ...context, crls: [await list({ ...ofRoot, point })] });
    expect((await judged({ onlyUsers: true })).checked).toBe(false);
    expect((await judged({ onlyCas: true })).checked).toBe(true);
  });

  it('by a key that may not sign lists is told as crl/signer-not-allowed', async () => {
    const judged = async (extensions: readonly TestExtension[]) => {
      const issuer = await certificate('Sub', 1, 'Root', 0, { extensions });
      const context = { crls: [await list()], at: TEST_NOW, certificates: [issuer] };
      const isTrusted = () => Promise.resolve(true);
      const { findings } = await checkRevocation(await leafWith(), issuer, { ...context, isTrusted });
      return findings.map(({ code }) => code).join(' ');
    };
    expect(await judged(WITHOUT_CRL_SIGN)).toBe(because('crl/signer-not-allowed'));
    expect(await judged(CA)).toBe('');
  });
});

describe('attacks.md 54: a list’s number', () => {
  it('is compared as the number it is', () => {
    expect(compareCrlNumbers('09', '0a')).toBeLessThan(0);
    expect(compareCrlNumbers('0100', 'ff'.padStart(4, '0'))).toBeGreaterThan(0);
    expect(compareCrlNumbers('0080', '7f')).toBeGreaterThan(0);
    expect(compareCrlNumbers('7f', '7f')).toBe(0);
  });

  it('counts within one series only', async () => {
    const scope = async (options: Partial<TestCrl>) => crlScopeKey(await list(options));
    const plain = await scope({ number: 1 });
    expect(await scope({ number: 2, ...named })).toBe(plain);
    expect(await scope({ number: 2, baseNumber: 1 })).not.toBe(plain);
    expect(await scope({ number: 2, point: { onlyUsers: true } })).not.toBe(plain);
    expect(await scope({ number: 2, issuer: 'Other' })).not.toBe(plain);
  });
});

describe('attacks.md 57: a hold', () => {
  const base = { number: 5, entries: [{ serial: SERIAL, reason: HOLD }] };
  const delta = { number: 6, baseNumber: 5, entries: [{ serial: SERIAL, reason: REMOVE }] };

  it('revokes until a delta lifts it', async () => {
    expect(await standing([base])).toBe('certificate/revoked');
    expect(await standing([base, delta])).toBe('checked');
    expect(await standing([delta, base])).toBe('checked');
  });

  it.each<[string, Partial<TestCrl>]>([
    ['of a later base', { ...delta, number: 7, baseNumber: 6 }],
    ['of the same number', { ...delta, number: 5 }],
    ['of another scope', { ...delta, point: { onlyUsers: true } }],
    ['that has ended', { ...delta, nextUpdate: TEST_NOW - 1000 }],
    ['that is no delta', { number: 6, entries: delta.entries }],
    [
      'that also revokes',
      { ...delta, entries: [...delta.entries, { serial: SERIAL, reason: KEY_COMPROMISE }] },
    ],
    ['for another certificate', { ...delta, entries: [{ serial: 5, reason: REMOVE }] }],
  ])('is not lifted by a list %s', async (_, other) => {
    expect(await standing([base, other])).toBe('certificate/revoked');
  });

  it('is not lifted by another key’s delta', async () => {
    expect(await standing([base, { ...delta, issuerKey: key(4) }])).toBe('certificate/revoked');
  });

  it('is lifted by a later complete list, and by no earlier one', async () => {
    expect(await standing([base, { number: 6 }])).toBe('checked');
    expect(await standing([base, { number: 4 }])).toBe('certificate/revoked');
  });

  it('was one when it was signed', async () => {
    const later = { ...delta, thisUpdate: TEST_NOW + DAY };
    expect(await standing([base, later], { now: TEST_NOW + 2 * DAY })).toBe('certificate/revoked');
  });

  it('is the only reason that can be lifted', async () => {
    const revoked = { number: 5, entries: [{ serial: SERIAL, reason: KEY_COMPROMISE }] };
    expect(await standing([revoked, delta])).toBe('certificate/revoked');
    expect(await standing([revoked, { number: 6 }])).toBe('certificate/revoked');
  });
});

describe('a delta', () => {
  const delta = { number: 6, baseNumber: 5 };

  it('revokes, also where its base is missing', async () => {
    expect(await standing([{ number: 5 }, { ...delta, ...named }])).toBe('certificate/revoked');
    expect(await standing([{ ...delta, ...named }])).toBe('certificate/revoked');
    expect(await standing([{ number: 5 }, delta])).toBe('checked');
  });

  it('keeps a complete list that ended up to date, if it was made for it', async () => {
    const ended = { number: 5, nextUpdate: TEST_NOW - 2 * DAY };
    expect(await standing([ended, delta])).toBe('checked');
    expect(await standing([ended])).toBe(because('crl/expired'));
    expect(await standing([{ ...ended, number: 4 }, delta])).toBe(
      'crl/expired crl/delta-alone certificate/status-unknown',
    );
    expect(await standing([ended, { ...delta, nextUpdate: TEST_NOW - 1000 }])).toBe(
      because('crl/expired crl/expired'),
    );
  });
});

describe('a list of a distribution point', () => {
  const url = 'http://crl/1';

  it('covers the certificates that name the point', async () => {
    const point = { urls: [url, 'ldap://crl'] };
    expect(await standing([{ point }], { points: [{ urls: [url] }] })).toBe('checked');
    expect(await standing([{ point }], { points: [{ urls: ['http://crl/2'] }] })).toBe(
      because('crl/out-of-scope'),
    );
    expect(await standing([{ point, ...named }], { points: [{ urls: [url] }] })).toBe('certificate/revoked');
  });

  it('covers them by relative names too', async () => {
    const point = { relative: 'Part 1' };
    expect(await standing([{ point }], { points: [point] })).toBe('checked');
    expect(await standing([{ point }], { points: [{ relative: 'Part 2' }] })).toBe(
      because('crl/out-of-scope'),
    );
  });

  it('bound to none covers every certificate of the CA', async () => {
    expect(await standing([{}], { points: [{ urls: [url] }] })).toBe('checked');
  });

  it('covers all reasons only together with the others', async () => {
    const some = { point: { reasons: [1, 2] } };
    const rest = { point: { reasons: [3, 4, 5, 6, 7, 8] } };
    expect(await standing([some])).toBe(because('crl/reasons-not-covered'));
    expect(await standing([some, rest])).toBe('checked');
    expect(await standing([some, { point: { reasons: [3, 4, 5, 6, 7] } }])).toBe(
      because('crl/reasons-not-covered'),
    );
    expect(await standing([{ ...some, ...named }, rest])).toBe('certificate/revoked');
    expect(await standing([{ ...some, ...named }])).toBe('certificate/revoked');
  });

  it('covers only the reasons that the certificate says', async () => {
    const point = { urls: [url] };
    const [some, rest] = [
      { urls: [url], reasons: [1, 2] },
      { urls: ['b'], reasons: [3, 4, 5, 6, 7, 8] },
    ];
    expect(await standing([{ point }], { points: [some] })).toBe(because('crl/reasons-not-covered'));
    expect(await standing([{ point }, { point: { urls: ['b'] } }], { points: [some, rest] })).toBe('checked');
  });
});

describe('an indirect list', () => {
  const points = [{ urls: ['u'], crlIssuers: ['Lists'] }];
  const point = { urls: ['u'], indirect: true };
  let signer: Certificate;
  const lists = (more: Partial<TestCrl> = {}) => ({ issuer: 'Lists', issuerKey: key(3), point, ...more });

  beforeAll(async () => {
    signer = await certificate('Lists', 3, 'Root', 0, { extensions: CRL_SIGN_ONLY });
  });

  it('covers the certificates that name its issuer', async () => {
    const asked = { points, certificates: [signer], trusted: [signer] };
    expect(await standing([lists()], asked)).toBe('checked');
    const entries = [{ serial: SERIAL, certificateIssuer: 'Sub' }];
    expect(await standing([lists({ entries })], asked)).toBe('certificate/revoked');
    const others = [{ serial: SERIAL }, { serial: SERIAL, certificateIssuer: 'Other' }];
    expect(await standing([lists({ entries: others })], asked)).toBe('checked');
  });

  it.each<[string, Partial<TestCrl>, Asked]>([
    ['certificate/status-unknown', {}, { points: [{ urls: ['u'] }] }],
    ['certificate/status-unknown', {}, { points: [{ urls: ['u'], crlIssuers: ['Else'] }] }],
    [because('crl/out-of-scope'), { point: { urls: ['u'] } }, {}],
    [because('crl/out-of-scope'), { point: { urls: ['v'], indirect: true } }, {}],
    [because('crl/signer-not-trusted'), {}, { trusted: [] }],
    [because('crl/issuer-unknown'), {}, { certificates: [] }],
  ])('is not used otherwise: %s', async (codes, more, less) => {
    const asked = { points, certificates: [signer], trusted: [signer], ...less };
    expect(await standing([lists(more)], asked)).toBe(codes);
  });

  it('may cover the certificate of its own signer only where that says so', async () => {
    const extensions = [...CRL_SIGN_ONLY, pointsExtension(...points)];
    const own = await certificate('Lists', 3, 'Sub', 1, { extensions });
    const context = { crls: [await list(lists())], at: TEST_NOW, certificates: [own] };
    const isTrusted = () => Promise.resolve(false);
    expect((await checkRevocation(own, sub, { ...context, isTrusted })).checked).toBe(true);
    const selfIssued = await certificate('Sub', 3, 'Sub', 1, { extensions: CRL_SIGN_ONLY });
    const crls = [await list({ issuerKey: key(3) })];
    const asked = { ...context, crls, certificates: [selfIssued], isTrusted: () => Promise.resolve(true) };
    expect((await checkRevocation(selfIssued, sub, asked)).checked).toBe(false);
  });
});

describe('a CA with a new key', () => {
  it('signs lists for certificates of the old one, where it leads to the same root', async () => {
    const renewed = await certificate('Sub', 3, 'Root', 0, { extensions: CA });
    const byNew = { issuerKey: key(3) };
    const certificates = [renewed];
    expect(await standing([byNew], { certificates, trusted: [renewed] })).toBe('checked');
    expect(await standing([byNew], { certificates })).toBe(because('crl/signer-not-trusted'));
    expect(await standing([byNew], {})).toBe(because('crl/signature-invalid'));
    expect(await standing([{ ...byNew, ...named }], { certificates, trusted: [renewed] })).toBe(
      'certificate/revoked',
    );
  });

  it('is found among a hundred of its name within a second', async () => {
    const crowd = await Promise.all(
      Array.from({ length: 100 }, (_, i) => certificate('Sub', 4 + (i % 2), 'Root', 0, { extensions: CA })),
    );
    const renewed = await certificate('Sub', 3, 'Root', 0, { extensions: CA });
    const start = cpuMs();
    const asked = { certificates: [...crowd, renewed], trusted: [renewed] };
    expect(await standing([{ issuerKey: key(3) }], asked)).toBe('checked');
    expect(cpuMs() - start).toBeLessThan(1000);
  });

  it('answers for its own lists alone', async () => {
    expect(await crlSignedBy(await list(), sub)).toBe(true);
    expect(await crlSignedBy(await list({ issuerKey: key(4) }), sub)).toBe(false);
    expect(await crlSignedBy(await list({ issuer: 'Other' }), sub)).toBe(false);
    const without = await certificate('Sub', 1, 'Root', 0, { extensions: WITHOUT_CRL_SIGN });
    expect(await crlSignedBy(await list(), without)).toBe(false);
  });
});

describe('attacks.md 59: a moment of the past', () => {
  const later = { thisUpdate: TEST_NOW + DAY };
  const now = TEST_NOW + 2 * DAY;
  const revokedAt = TEST_NOW + DAY / 2;

  it('is judged by the date in the entry', async () => {
    const before = { ...later, entries: [{ serial: SERIAL, revokedAt: TEST_NOW }] };
    expect(await standing([before], { now })).toBe('certificate/revoked');
    expect(await standing([{ ...later, entries: [{ serial: SERIAL, revokedAt }] }], { now })).toBe('checked');
    expect(await standing([{ ...later, entries: [{ serial: SERIAL, revokedAt }] }], { at: now })).toBe(
      'certificate/revoked',
    );
  });

  it('is judged by since when the key was not to be trusted', async () => {
    const entry = { serial: SERIAL, revokedAt, reason: KEY_COMPROMISE };
    const since = (invalidFrom: number) => ({ ...later, entries: [{ ...entry, invalidFrom }] });
    expect(await standing([since(TEST_NOW)], { now })).toBe('certificate/revoked');
    expect(await standing([since(TEST_NOW + 1000)], { now })).toBe('checked');
  });

  it('is told by a later list, until the certificate ended', async () => {
    expect(await standing([later], { now })).toBe('checked');
    expect(await standing([later])).toBe(because('crl/not-yet-valid'));
    const muchLater = { thisUpdate: TEST_UNTIL + DAY, nextUpdate: TEST_UNTIL + 2 * DAY };
    expect(await standing([muchLater], { now: TEST_UNTIL + DAY })).toBe(because('crl/out-of-scope'));
  });

  it('is judged gravest where a serial stands twice', async () => {
    const entries = [
      { serial: SERIAL, revokedAt, reason: KEY_COMPROMISE },
      { serial: SERIAL, revokedAt: TEST_FROM, reason: 4 },
    ];
    expect(await standing([{ ...later, entries }], { now })).toBe('certificate/revoked');
  });
});

describe('what a list names stays revoked', () => {
  it.each<[string, Partial<TestCrl>]>([
    ['when the list has ended', { ...named, nextUpdate: TEST_NOW - 1000 }],
    ['when a current list no longer names it', { ...named, number: 1 }],
    [
      'for an entry that is dated later than the list',
      { entries: [{ serial: SERIAL, revokedAt: TEST_NOW + DAY }] },
    ],
  ])('%s', async (_, more) => {
    expect(await standing([more, { number: 2 }])).toBe('certificate/revoked');
    expect(await standing([{ ...more, entries: [] }, { number: 2 }])).toBe('checked');
  });

  it('attacks.md 58: a sub CA that the root revoked takes its certificates along', async () => {
    const leaf = await leafWith();
    const verdict = async (serial: number) =>
      validatePath({
        leaf,
        candidates: [sub],
        roots: [root],
        crls: [await list({ issuer: 'Root', issuerKey: key(0), entries: [{ serial }] }), await list()],
        at: TEST_NOW,
      });
    expect(await verdict(78)).toMatchObject({ valid: true, statusChecked: true });
    expect(await verdict(77)).toMatchObject({ valid: false, findings: [{ code: 'certificate/revoked' }] });
  });
});
