import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { CountersignError } from '@/lib/base';
import { cpuMs } from '@/tests/support/cpu-ms';
import { concat, hex, tags } from '../der/values';
import { write, writeInteger, writeOid, writeSequence, writeTime } from '../der/writer';
import { testKey, testName, TEST_FROM, TEST_UNTIL, type TestExtension } from '../testing/make-certificate';
import { makeCrl, type TestCrl, type TestEntry } from '../testing/make-crl';
import { parseCrl } from './parse-crl';

const ALGORITHM = writeSequence(writeOid('1.2.840.10045.4.3.2'));
const REASON = Uint8Array.of(0x30, 0x0c, 0x30, 0x0a, 6, 3, 0x55, 0x1d, 0x15, 4, 3, 0x0a, 1, 1);
const DAY = 86_400_000;

let issuerKey: CryptoKeyPair;
beforeAll(async () => {
  issuerKey = await testKey();
});

async function list(options: Partial<TestCrl> = {}) {
  return parseCrl(await makeCrl({ issuer: 'Sub', issuerKey, ...options }));
}

/** A list of `count` entries whose signature is of no interest. */
function largeCrl(count: number, entry: (i: number) => Uint8Array): Uint8Array {
  const thousands = Array.from({ length: count / 1000 }, (_, i) =>
    concat(...Array.from({ length: 1000 }, (_entry, j) => entry(i * 1000 + j))),
  );
  const tbs = writeSequence(
    writeInteger(1),
    ALGORITHM,
    testName('Sub'),
    writeTime(TEST_FROM),
    writeTime(TEST_UNTIL),
    writeSequence(...thousands),
  );
  return writeSequence(tbs, ALGORITHM, write(tags.bitString, Uint8Array.of(0, 1)));
}

describe('attacks.md 55: a long list', () => {
  const date = writeTime(TEST_FROM);
  const plain = (i: number) => writeSequence(writeInteger(i + 1), date, REASON);

  it.each([2_000, 20_000, 100_000])('of %d entries is read in one pass and each is found', (count) => {
    const der = largeCrl(count, plain);
    const start = cpuMs();
    const crl = parseCrl(der);
    const found = crl.find(hex(writeInteger(count).subarray(2)));
    const ms = cpuMs() - start;
    expect(crl.count).toBe(count);
    expect(found).toEqual({ revokedAt: TEST_FROM, reason: 1, invalidFrom: null });
    expect(crl.find('01')).not.toBeNull();
    expect(crl.find(hex(writeInteger(count + 1).subarray(2)))).toBeNull();
    expect(ms).toBeLessThan(1000);
  });

  it('takes little more memory than its own bytes', () => {
    const ders = Array.from({ length: 8 }, () => largeCrl(100_000, plain));
    const before = process.memoryUsage();
    const crls = ders.map(parseCrl);
    for (const crl of crls) expect(crl.find('00')).toBeNull();
    const after = process.memoryUsage();
    const grown = after.arrayBuffers - before.arrayBuffers;
    const bytes = ders.reduce((sum, der) => sum + der.length, 0);
    // A copy of the octets, and about twelve octets for each entry.
    expect(grown).toBeLessThan(bytes + 8 * 100_000 * 20);
  });

  it('of one serial alone, or one CA each, costs no more', () => {
    const issuer = (i: number) =>
      writeSequence(
        writeSequence(
          writeOid('2.5.29.29'),
          Uint8Array.of(1, 1, 0xff),
          write(0x04, writeSequence(write(0xa4, testName(`CA ${i}`)))),
        ),
      );
    const same = largeCrl(50_000, () => writeSequence(writeInteger(7), date));
    const crowd = largeCrl(5_000, (i) => writeSequence(writeInteger(i + 1), date, issuer(i)));
    const start = cpuMs();
    const crl = parseCrl(same);
    expect(crl.findAll('07', crl.issuer.key)).toHaveLength(50_000);
    expect(parseCrl(crowd).find('07')).toBeNull();
    expect(cpuMs() - start).toBeLessThan(1000);
  });
});

describe('attacks.md 56: the revoked serial', () => {
  const twenty = Uint8Array.from({ length: 20 }, (_, i) => i + 1);
  const serials: Readonly<Record<string, readonly [string, Uint8Array<ArrayBuffer>]>> = {
    'of 20 octets': [hex(twenty), twenty],
    negative: ['80', Uint8Array.of(0x80)],
    'with the leading zero that its sign needs': ['0080', Uint8Array.of(0, 0x80)],
    'with one zero too many': ['7f', Uint8Array.of(0, 0x7f)],
  };
  const others = [Uint8Array.of(9), Uint8Array.of(1), Uint8Array.of(5)];

  it.each(Object.entries(serials))('%s is found first, last and in between', async (_, [asked, serial]) => {
    for (let at = 0; at <= others.length; at++) {
      const revoked = others.toSpliced(at, 0, serial);
      expect((await list({ revoked })).find(asked)).not.toBeNull();
    }
    expect((await list({ revoked: others })).find(asked)).toBeNull();
  });

  it('is told apart from one of another sign', async () => {
    const crl = await list({ revoked: [Uint8Array.of(0x80)] });
    expect(crl.find('0080')).toBeNull();
  });

  it('is found among any others', async () => {
    const serial = fc.uint8Array({ minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.array(serial, { maxLength: 8 }), serial, async (revoked, asked) => {
        const crl = await list({ revoked });
        const value = (bytes: Uint8Array) => BigInt.asIntN(bytes.length * 8, BigInt(`0x${hex(bytes)}`));
        const minimal = hex(writeMinimal(asked));
        expect(crl.find(minimal) !== null).toBe(revoked.some((one) => value(one) === value(asked)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('entries', () => {
  it('say when, why and since when', async () => {
    const entries = [
      { serial: 1, revokedAt: TEST_FROM + DAY, reason: 1, invalidFrom: TEST_FROM },
      { serial: 2, reason: 4 },
      { serial: 3 },
    ];
    const crl = await list({ entries });
    expect(crl.find('01')).toEqual({ revokedAt: TEST_FROM + DAY, reason: 1, invalidFrom: TEST_FROM });
    expect(crl.find('02')).toEqual({ revokedAt: TEST_FROM, reason: 4, invalidFrom: null });
    expect(crl.find('03')).toEqual({ revokedAt: TEST_FROM, reason: null, invalidFrom: null });
  });

  it('of a reason that is not defined still revoke', async () => {
    for (const reason of [7, 11, 255])
      expect((await list({ entries: [{ serial: 1, reason }] })).find('01')).toMatchObject({ reason: null });
  });

  it('that stand twice are all told', async () => {
    const crl = await list({ entries: [{ serial: 1, reason: 6 }, { serial: 2 }, { serial: 1, reason: 1 }] });
    const reasons = crl.findAll('01', crl.issuer.key).map(({ reason }) => reason);
    expect(reasons.sort()).toEqual([1, 6]);
  });

  it('attacks.md 57: belong to the CA that certificateIssuer names, until it names another', async () => {
    const entries = [
      { serial: 1 },
      { serial: 2, certificateIssuer: 'Other' },
      { serial: 3, reason: 1 },
      { serial: 4, certificateIssuer: 'Third' },
      { serial: 5 },
    ];
    const crl = await list({ entries, point: { indirect: true } });
    const named = async (name: string) => {
      const { issuer } = await list({ issuer: name });
      return ['01', '02', '03', '04', '05'].filter((serial) => crl.findAll(serial, issuer.key).length > 0);
    };
    expect(crl.hasUnknownCritical).toBe(false);
    expect(await named('Sub')).toEqual(['01']);
    expect(await named('Other')).toEqual(['02', '03']);
    expect(await named('OTHER ')).toEqual(['02', '03']);
    expect(await named('Third')).toEqual(['04', '05']);
  });

  it('attacks.md 57: name no other CA where the list is not indirect', async () => {
    const entries = [{ serial: 2, certificateIssuer: 'Other' }];
    expect((await list({ entries })).hasUnknownCritical).toBe(true);
    expect((await list({ entries: [{ serial: 2 }] })).hasUnknownCritical).toBe(false);
  });
});

describe('a list', () => {
  const unknown: TestExtension = { oid: '1.2.3', critical: true, value: Uint8Array.of(5, 0) };

  it('is marked where it or an entry carries a critical extension that is not known', async () => {
    const entry = (extension: TestExtension): TestEntry => ({ serial: 5, extensions: [extension] });
    const marked = async (options: Partial<TestCrl>) => (await list(options)).hasUnknownCritical;
    expect(await marked({ extensions: [unknown] })).toBe(true);
    expect(await marked({ extensions: [{ ...unknown, critical: false }] })).toBe(false);
    expect(await marked({ entries: [entry(unknown)] })).toBe(true);
    expect(await marked({ entries: [entry({ ...unknown, critical: false })] })).toBe(false);
    expect(await marked({ entries: [{ serial: 5, reason: 1, invalidFrom: TEST_FROM }] })).toBe(false);
  });

  const bigNumber = (octets: number[]) => [
    { oid: '2.5.29.20', value: write(tags.integer, Uint8Array.from(octets)) },
  ];
  const twice = { oid: '2.5.29.21', value: Uint8Array.of(0x0a, 1, 1) };

  it.each<[string, Partial<TestCrl>, Partial<TestCrl>]>([
    [
      'of version 1 with extensions',
      { version: new Uint8Array(0), number: 1 },
      { version: new Uint8Array(0) },
    ],
    [
      'of version 1 with a reason',
      { version: new Uint8Array(0), entries: [{ serial: 1, reason: 1 }] },
      { version: new Uint8Array(0), entries: [{ serial: 1 }] },
    ],
    ['that calls itself version 1', { version: writeInteger(0) }, { version: writeInteger(1) }],
    ['of version 3', { version: writeInteger(2) }, {}],
    [
      'whose number has 21 octets',
      { extensions: bigNumber([1, ...new Uint8Array(20)]) },
      { extensions: bigNumber([0, 0xff, ...new Uint8Array(19)]) },
    ],
    ['whose number is negative', { extensions: bigNumber([0xff]) }, { extensions: bigNumber([0, 0xff]) }],
    [
      'that ends before it begins',
      { thisUpdate: TEST_FROM, nextUpdate: TEST_FROM - 1000 },
      { thisUpdate: TEST_FROM, nextUpdate: TEST_FROM },
    ],
    [
      'whose entry gives two reasons',
      { entries: [{ serial: 1, extensions: [twice, twice] }] },
      { entries: [{ serial: 1, extensions: [twice] }] },
    ],
    [
      'whose reason is no ENUMERATED',
      { entries: [{ serial: 1, extensions: [{ ...twice, value: writeInteger(8) }] }] },
      { entries: [{ serial: 1, extensions: [twice] }] },
    ],
    [
      'whose certificateIssuer names nobody',
      {
        entries: [{ serial: 1, extensions: [{ oid: '2.5.29.29', critical: true, value: writeSequence() }] }],
      },
      { entries: [{ serial: 1, certificateIssuer: 'Other' }] },
    ],
  ])('%s is refused', async (_, bad, good) => {
    await expect(list(bad)).rejects.toMatchObject({ code: 'crl/malformed' });
    expect((await list(good)).count).toBe(good.entries?.length ?? 0);
  });

  it('answers anything else with its own code', async () => {
    const entries = [{ serial: 5, reason: 1, invalidFrom: TEST_FROM, certificateIssuer: 'Other' }];
    const good = await makeCrl({
      issuer: 'Sub',
      issuerKey,
      entries,
      number: 7,
      point: { indirect: true, urls: ['http://a'] },
    });
    fc.assert(
      fc.property(
        fc.nat(good.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        (at, flip, cut) => {
          const bytes = cut ? good.slice(0, at) : good.map((byte, i) => (i === at ? byte ^ flip : byte));
          try {
            const crl = parseCrl(bytes);
            crl.findAll('05', crl.issuer.key);
          } catch (error) {
            expect(error).toBeInstanceOf(CountersignError);
            expect((error as CountersignError).code).toBe('crl/malformed');
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

/** Two's complement without redundant leading octets. */
function writeMinimal(bytes: Uint8Array): Uint8Array {
  let from = 0;
  const redundant = (i: number) =>
    (bytes[i] === 0 && (bytes[i + 1] as number) < 0x80) ||
    (bytes[i] === 0xff && (bytes[i + 1] as number) >= 0x80);
  while (from < bytes.length - 1 && redundant(from)) from++;
  return bytes.subarray(from);
}
