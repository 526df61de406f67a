import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseCrl } from '../crl/parse-crl';
import {
  caTestExtensions,
  makeCertificate,
  TEST_NOW,
  type TestCertificate,
} from '../testing/make-certificate';
import { makeCrl } from '../testing/make-crl';
import { keyOf, refusals } from '../testing/test-chain';
import { generalName, testExtensions } from '../testing/test-extensions';
import type { Certificate, PathVerdict } from '../types';
import type { PathInput } from './path-input';
import { validatePath } from './validate-path';

const CA = caTestExtensions();
const { authorityKeyId, nameConstraints, subjectKeyId, altNames } = testExtensions;
let root: Certificate;

/** A certificate by place: names and numbers of keys. */
async function made(
  subject: string,
  key: number,
  issuer: string,
  by: number,
  more: Partial<TestCertificate> = {},
): Promise<Certificate> {
  const keys = { key: await keyOf(key), issuerKey: await keyOf(by) };
  return makeCertificate({ subject, issuer, extensions: CA, ...keys, ...more });
}

const leafOf = (issuer: string, by: number, more: Partial<TestCertificate> = {}) =>
  made('Leaf', 40, issuer, by, { extensions: [], ...more });

function judge(
  leaf: Certificate,
  candidates: readonly Certificate[],
  more: Partial<PathInput> = {},
): Promise<PathVerdict> {
  return validatePath({ leaf, candidates, roots: [root], crls: [], at: TEST_NOW, ...more });
}

/** Every crafted set is answered in under a second; of processor time, as others may keep the machine busy. */
async function judgeInTime(leaf: Certificate, candidates: readonly Certificate[]): Promise<PathVerdict> {
  const start = process.cpuUsage();
  const verdict = await judge(leaf, candidates);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(1000);
  return verdict;
}

const names = ({ path }: PathVerdict) => path.map(({ commonName }) => commonName);

beforeAll(async () => {
  root = await made('Root', 0, 'Root', 0);
});

describe('building a path', () => {
  it('attacks.md 50: the leaf twice in the bag is judged as once', async () => {
    const sub = await made('Sub', 1, 'Root', 0);
    const leaf = await leafOf('Sub', 1);
    const once = await judge(leaf, [sub]);
    expect(once).toMatchObject({ valid: true });
    for (const bag of [
      [leaf, sub, leaf],
      [sub, leaf, sub],
      [leaf, leaf, sub, root],
    ])
      expect(await judge(leaf, bag)).toEqual(once);
    const expired = await leafOf('Sub', 1, { until: TEST_NOW - 5000 });
    expect(await judge(expired, [expired, leaf, sub])).toEqual(await judge(expired, [sub]));
  });

  it('attacks.md 51: a root that came along is never trusted, even with the pinned one’s name or key', async () => {
    const sub = await made('Sub', 1, 'Root', 0);
    const leaf = await leafOf('Sub', 1);
    const pinned = { roots: [await made('Root', 5, 'Root', 5)] };
    expect(refusals(await judge(leaf, [sub, root], pinned))).toContain('certificate/path-not-found');
    expect(refusals(await judge(leaf, [sub, root], { roots: [] }))).toEqual(['certificate/no-trusted-root']);
    const otherName = { roots: [await made('Other', 0, 'Other', 0)] };
    expect(refusals(await judge(leaf, [sub, root], otherName))).toContain('certificate/path-not-found');
    expect(refusals(await judge(leaf, [sub]))).toEqual([]);
  });

  it('attacks.md 52: a certificate of the same issuer and serial with another key, first in the bag, changes nothing', async () => {
    const sub = await made('Sub', 1, 'Root', 0, { serial: 7 });
    const twin = await made('Sub', 2, 'Root', 9, { serial: 7 });
    const leaf = await leafOf('Sub', 1);
    expect(await judge(leaf, [twin, sub])).toEqual(await judge(leaf, [sub]));
    expect(refusals(await judge(leaf, [twin]))).toContain('certificate/path-not-found');
  });

  it('goes on where a path that was found breaks a rule', async () => {
    const forbids = nameConstraints([], [generalName.dns('a.com')]);
    const outer = await made('Outer', 3, 'Root', 0);
    const bad = await made('Sub', 1, 'Root', 0, { extensions: [...CA, forbids] });
    const good = await made('Sub', 1, 'Outer', 3);
    const leaf = await leafOf('Sub', 1, { extensions: [altNames(generalName.dns('a.com'))] });
    const both = await judge(leaf, [bad, good, outer]);
    expect(names(both)).toEqual(['Leaf', 'Sub', 'Outer', 'Root']);
    expect(refusals(both)).toEqual([]);
    expect(refusals(await judge(leaf, [bad]))).toEqual(['certificate/name-not-permitted']);
  });

  it('goes on where a path that was found is revoked', async () => {
    const revoked = await made('Sub', 1, 'Root', 0, { serial: 77 });
    const outer = await made('Outer', 3, 'Root', 0);
    const good = await made('Sub', 1, 'Outer', 3);
    const leaf = await leafOf('Sub', 1);
    const lists = [
      { issuer: 'Root', issuerKey: await keyOf(0), revoked: [Uint8Array.of(77)] },
      { issuer: 'Outer', issuerKey: await keyOf(3) },
      { issuer: 'Sub', issuerKey: await keyOf(1) },
    ];
    const crls = (await Promise.all(lists.map(makeCrl))).map((der) => parseCrl(der));
    const both = await judge(leaf, [revoked, good, outer], { crls });
    expect(both).toMatchObject({ valid: true, statusChecked: true });
    expect(names(both)).toEqual(['Leaf', 'Sub', 'Outer', 'Root']);
    expect(refusals(await judge(leaf, [revoked], { crls }))).toEqual(['certificate/revoked']);
  });

  it('tells every reason of the best path, each with its certificate', async () => {
    const sub = await made('Sub', 1, 'Root', 0, { until: TEST_NOW - 5000, extensions: caTestExtensions() });
    const leaf = await leafOf('Sub', 1, {
      from: TEST_NOW + 5000,
      extensions: [{ oid: '1.2.3', critical: true, value: Uint8Array.of(5, 0) }],
    });
    const told = (await judge(leaf, [sub])).findings.filter(({ severity }) => severity === 'blocks');
    expect(told.map(({ code, params }) => [code, params.subject])).toEqual([
      ['certificate/expired', 'Sub'],
      ['certificate/not-yet-valid', 'Leaf'],
      ['certificate/unknown-extension', 'Leaf'],
    ]);
  });
});

describe('attacks.md 49: crafted sets end in time', () => {
  it('two that sign each other', async () => {
    const a = await made('A', 1, 'B', 3);
    const b = await made('B', 3, 'A', 1);
    const leaf = await leafOf('A', 1);
    expect(refusals(await judgeInTime(leaf, [a, b]))).toEqual(['certificate/path-not-found']);
    const way = await made('B', 3, 'Root', 0);
    expect(refusals(await judgeInTime(leaf, [a, b, way]))).toEqual([]);
  });

  it('a mesh of nine, without a way out, with one, and with one that is barred', async () => {
    const mesh: Certificate[] = [];
    for (let i = 1; i < 10; i++) {
      for (let j = 1; j < 10; j++) if (i !== j) mesh.push(await made(`M${i}`, i, `M${j}`, j));
    }
    const leaf = await leafOf('M1', 1);
    expect(refusals(await judgeInTime(leaf, mesh))).toEqual(['certificate/path-not-found']);
    const out = await made('M9', 9, 'Root', 0);
    expect(refusals(await judgeInTime(leaf, [...mesh, out]))).toEqual([]);
    const barred = await made('M9', 9, 'Root', 0, { extensions: caTestExtensions(0) });
    const verdict = await judgeInTime(leaf, [...mesh, barred]);
    expect(refusals(verdict)).toEqual(['certificate/path-too-long', 'certificate/search-too-long']);
  });

  it('a hundred CAs of one name, the right one last, with or without key identifiers', async () => {
    const crowd: Certificate[] = [];
    for (let i = 0; i < 100; i++) crowd.push(await made('Sub', 10 + (i % 20), 'Root', 0));
    const right = await made('Sub', 1, 'Root', 0);
    const leaf = await leafOf('Sub', 1);
    expect(refusals(await judgeInTime(leaf, [...crowd, right]))).toEqual([]);
    expect(refusals(await judgeInTime(leaf, crowd))).toContain('certificate/path-not-found');
  });

  it('a hundred keys of one name at each of four levels say that the search was ended, unless identifiers lead', async () => {
    const crowd: Certificate[] = [];
    for (let level = 1; level <= 4; level++) {
      const above = level === 1 ? 'Root' : `L${level - 1}`;
      for (let i = 0; i < 100; i++)
        crowd.push(await made(`L${level}`, 100 * level + i, above, 500 + (i % 50)));
    }
    const ids = (own: number, issuer: number) => [...CA, subjectKeyId(own), authorityKeyId(issuer)];
    const way = await Promise.all(
      [1, 2, 3, 4].map((level) =>
        made(`L${level}`, level, level === 1 ? 'Root' : `L${level - 1}`, level - 1, {
          extensions: ids(level, level - 1),
        }),
      ),
    );
    const led = await leafOf('L4', 4, { extensions: [authorityKeyId(4)] });
    expect(refusals(await judgeInTime(led, [...crowd, ...way]))).toEqual([]);
    // Every level of the crowd hangs together by names, and its first level's signatures hold: none of it leads to the root.
    const own: Certificate[] = [];
    for (let level = 1; level <= 4; level++) {
      for (let i = 0; i < 100; i++) {
        const by = level === 1 ? 600 : 100 * (level - 1) + i;
        own.push(await made(`L${level}`, 100 * level + i, level === 1 ? 'Root' : `L${level - 1}`, by));
      }
    }
    const lost = await leafOf('L4', 450);
    expect(refusals(await judgeInTime(lost, own))).toContain('certificate/search-too-long');
  }, 60_000);

  it('a chain as long as is allowed, and one longer', async () => {
    const chain: Certificate[] = [];
    for (let i = 1; i <= 40; i++)
      chain.push(await made(`D${i}`, i % 8, i === 1 ? 'Root' : `D${i - 1}`, (i - 1) % 8));
    expect(refusals(await judgeInTime(await leafOf('D30', 30 % 8), chain))).toEqual([]);
    expect(refusals(await judgeInTime(await leafOf('D40', 40 % 8), chain))).toEqual([
      'certificate/search-too-long',
      'certificate/path-not-found',
    ]);
  });
});

describe('whatever order the candidates come in, and however often', () => {
  it('the verdict is the same', async () => {
    const pool = await Promise.all([
      made('Sub', 1, 'Root', 0),
      made('Sub', 1, 'Root', 0, { until: TEST_NOW - 5000 }),
      made('Sub', 2, 'Root', 0),
      made('Sub', 1, 'Outer', 3),
      made('Outer', 3, 'Root', 0, { extensions: caTestExtensions(0) }),
      made('Outer', 3, 'Sub', 1),
      made('Root', 4, 'Root', 4),
      leafOf('Sub', 1, { subject: 'Other' }),
    ]);
    const leaf = await leafOf('Sub', 1);
    await fc.assert(
      fc.asyncProperty(
        fc
          .subarray(pool)
          .chain((some) =>
            fc.tuple(
              fc.constant(some),
              fc.shuffledSubarray([...some, ...some, leaf], { minLength: some.length * 2 }),
            ),
          ),
        async ([some, shuffled]) => {
          const missing = some.filter((one) => !shuffled.includes(one));
          expect(await judge(leaf, [...shuffled, ...missing])).toEqual(await judge(leaf, some));
        },
      ),
      { numRuns: 60 },
    );
  });
});
