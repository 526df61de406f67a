import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { parseCrl } from '../crl/parse-crl';
import { caTestExtensions, makeCertificate, testKey, TEST_NOW } from '../testing/make-certificate';
import { makeCrl, pointsExtension } from '../testing/make-crl';
import type { Certificate } from '../types';
import { checkRevocation } from './check-revocation';

/**
 * The same question answered twice: by the code, from DER, and by RFC 5280 6.3.3 written down over plain data as naively as
 * can be. Hours count from the judged moment.
 */
interface List {
  readonly isForged: boolean;
  readonly number: number;
  readonly base: number | null;
  readonly point: string | null;
  readonly reasons: readonly number[] | null;
  readonly onlyCas: boolean;
  readonly from: number;
  readonly until: number;
  readonly entries: readonly { readonly reason: number | null; readonly date: number }[];
}

interface World {
  readonly points: readonly { readonly url: string; readonly reasons: readonly number[] | null }[];
  readonly lists: readonly List[];
}

const HOUR = 3_600_000;
const ALL = [1, 2, 3, 4, 5, 6, 7, 8];
const HALVES = [
  [1, 2, 3],
  [4, 5, 6, 7, 8],
] as const;
const [HOLD, REMOVE] = [6, 8];

const url = fc.constantFrom('http://a', 'http://b');
const reasons = fc.option(fc.constantFrom(...HALVES, [1], ALL), { freq: 2 });
const often = (weight: number) => fc.nat(weight).map((n) => n === 0);

const list: fc.Arbitrary<List> = fc.record({
  isForged: often(9),
  number: fc.integer({ min: 1, max: 5 }),
  base: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 1 }),
  point: fc.option(url, { freq: 1 }),
  reasons,
  onlyCas: often(9),
  from: fc.constantFrom(-20, -10, 10),
  until: fc.constantFrom(-5, 20, 20, 20),
  entries: fc.array(
    fc.record({
      reason: fc.constantFrom(null, 1, HOLD, HOLD, REMOVE),
      date: fc.constantFrom(-30, 5),
    }),
    { maxLength: 2 },
  ),
});

const world: fc.Arbitrary<World> = fc.record({
  points: fc.array(fc.record({ url, reasons }), { maxLength: 2 }),
  lists: fc.array(list, { maxLength: 4 }).map((lists) => lists.filter(({ from, until }) => from < until)),
});

type Answer = 'revoked' | 'checked' | 'unknown';

function modelled({ points, lists }: World): Answer {
  const covered = (one: List): number[] => {
    if (one.isForged || one.onlyCas) return [];
    const at = points.filter((point) => one.point === null || one.point === point.url);
    const said = [...at, ...(one.point === null ? [{ reasons: null }] : [])].flatMap(
      (point) => point.reasons ?? ALL,
    );
    return said.filter((reason) => (one.reasons ?? ALL).includes(reason));
  };
  const used = lists.filter((one) => covered(one).length > 0);
  const isCurrent = (one: List) => one.from <= 0 && one.until >= 0;
  const sameScope = (a: List, b: List) =>
    JSON.stringify([a.point, a.reasons, a.onlyCas]) === JSON.stringify([b.point, b.reasons, b.onlyCas]);
  const follows = (a: List, b: List) => sameScope(a, b) && a.number > b.number && a.from >= b.from;
  const updates = (delta: List, base: List) =>
    delta.base !== null && base.base === null && follows(delta, base) && base.number >= delta.base;
  const removes = (one: List) =>
    one.base !== null && one.entries.length > 0 && one.entries.every(({ reason }) => reason === REMOVE);
  const lifts = (later: List, one: List) =>
    isCurrent(later) &&
    follows(later, one) &&
    (later.base === null
      ? later.entries.length === 0
      : removes(later) && (one.base !== null || updates(later, one)));

  // A list of another series that is current and silent where this one ended without a successor.
  const outlasts = (later: List, ended: List) =>
    isCurrent(later) &&
    later.base === null &&
    later.entries.length === 0 &&
    !sameScope(later, ended) &&
    !isCurrent(ended) &&
    !used.some((delta) => isCurrent(delta) && updates(delta, ended)) &&
    covered(later).includes(HOLD) &&
    later.from > ended.from;

  const isRevoked = used.some((one) =>
    one.entries.some(
      ({ reason, date }) =>
        !(one.base !== null && reason === REMOVE) &&
        (one.from <= 0 || date <= 0) &&
        !(reason === HOLD && used.some((later) => lifts(later, one) || outlasts(later, one))),
    ),
  );
  if (isRevoked) return 'revoked';
  const answering = used.filter(
    (one) =>
      one.base === null &&
      (isCurrent(one) || (one.from <= 0 && used.some((delta) => isCurrent(delta) && updates(delta, one)))),
  );
  const all = new Set(answering.flatMap(covered));
  return ALL.every((reason) => all.has(reason)) ? 'checked' : 'unknown';
}

let [caKey, otherKey]: CryptoKeyPair[] = [];
let ca: Certificate;

beforeAll(async () => {
  [caKey, otherKey] = await Promise.all([testKey(), testKey()]);
  ca = await makeCertificate({
    subject: 'CA',
    issuer: 'CA',
    key: pair(caKey),
    issuerKey: pair(caKey),
    extensions: caTestExtensions(),
  });
});

function pair(key: CryptoKeyPair | undefined): CryptoKeyPair {
  if (key === undefined) throw new Error('keys are made before');
  return key;
}

async function asked({ points, lists }: World): Promise<Answer> {
  const extension = pointsExtension(
    ...points.map(({ url: at, reasons: some }) => ({ urls: [at], ...(some && { reasons: some }) })),
  );
  const certificate = await makeCertificate({
    subject: 'Leaf',
    issuer: 'CA',
    key: pair(otherKey),
    issuerKey: pair(caKey),
    serial: 7,
    extensions: points.length === 0 ? [] : [extension],
  });
  const crls = await Promise.all(lists.map(async (one) => parseCrl(await toDer(one))));
  const { checked, findings } = await checkRevocation(certificate, ca, {
    crls,
    at: TEST_NOW,
    certificates: [ca],
    isTrusted: () => Promise.resolve(false),
  });
  if (findings.some(({ code }) => code === 'certificate/revoked')) return 'revoked';
  return checked ? 'checked' : 'unknown';
}

function toDer({ isForged, number, base, point, reasons: some, onlyCas, from, until, entries }: List) {
  const hasPoint = point !== null || some !== null || onlyCas;
  return makeCrl({
    issuer: 'CA',
    issuerKey: pair(isForged ? otherKey : caKey),
    number,
    ...(base !== null && { baseNumber: base }),
    ...(hasPoint && {
      point: { ...(point !== null && { urls: [point] }), ...(some !== null && { reasons: some }), onlyCas },
    }),
    thisUpdate: TEST_NOW + from * HOUR,
    nextUpdate: TEST_NOW + until * HOUR,
    entries: [
      { serial: 6 },
      ...entries.map(({ reason, date }) => ({
        serial: 7,
        revokedAt: TEST_NOW + date * HOUR,
        ...(reason !== null && { reason }),
      })),
    ],
  });
}

it('answers as RFC 5280 written down naively, for any lists', async () => {
  const seen = new Set<Answer>();
  await fc.assert(
    fc.asyncProperty(world, async (one) => {
      const answer = modelled(one);
      seen.add(answer);
      expect(await asked(one)).toBe(answer);
    }),
    { numRuns: 500 },
  );
  expect([...seen].sort()).toEqual(['checked', 'revoked', 'unknown']);
});
