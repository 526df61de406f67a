import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CountersignError } from '@/lib/base';
import { concat, hex, tags } from '../der/values';
import { write, writeInteger, writeOid, writeSequence, writeTime } from '../der/writer';
import { testKey, testName, TEST_FROM, TEST_UNTIL } from '../testing/make-certificate';
import { makeCrl } from '../testing/make-crl';
import { parseCrl } from './parse-crl';

const ALGORITHM = writeSequence(writeOid('1.2.840.10045.4.3.2'));
const REASON = Uint8Array.of(0x30, 0x0c, 0x30, 0x0a, 6, 3, 0x55, 0x1d, 0x15, 4, 3, 0x0a, 1, 1);

/** A list of `count` entries whose signature is of no interest. */
function largeCrl(count: number): Uint8Array {
  const date = writeTime(TEST_FROM);
  const entry = (i: number) => writeSequence(writeInteger(i + 1), date, REASON);
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

describe('parseCrl', () => {
  it.each([2_000, 20_000, 100_000])('reads %d entries in one pass and finds each', (count) => {
    const der = largeCrl(count);
    const start = performance.now();
    const crl = parseCrl(der);
    const found = crl.find(hex(writeInteger(count).subarray(2)));
    const ms = performance.now() - start;
    expect(crl.count).toBe(count);
    expect(found).toEqual({ revokedAt: TEST_FROM, reason: 1, invalidFrom: null });
    expect(crl.find('01')).not.toBeNull();
    expect(crl.find(hex(writeInteger(count + 1).subarray(2)))).toBeNull();
    expect(ms).toBeLessThan(1000);
  });

  it('tells apart what stands in the list from what does not, for any serial', async () => {
    const key = await testKey();
    const serial = fc.uint8Array({ minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.array(serial, { maxLength: 8 }), serial, async (revoked, asked) => {
        const crl = parseCrl(await makeCrl({ issuer: 'Sub', issuerKey: key, revoked }));
        const value = (bytes: Uint8Array) => BigInt.asIntN(bytes.length * 8, BigInt(`0x${hex(bytes)}`));
        const minimal = hex(writeMinimal(asked));
        expect(crl.find(minimal) !== null).toBe(revoked.some((one) => value(one) === value(asked)));
      }),
      { numRuns: 60 },
    );
  });

  it('marks critical extensions that it does not know, in the list and in entries', async () => {
    const issuerKey = await testKey();
    const base = { issuer: 'Sub', issuerKey, revoked: [Uint8Array.of(5)] };
    const entry = (oid: string) =>
      writeSequence(writeOid(oid), Uint8Array.of(1, 1, 0xff), Uint8Array.of(4, 1, 0));
    expect(parseCrl(await makeCrl(base)).hasUnknownCritical).toBe(false);
    expect(parseCrl(await makeCrl({ ...base, entryExtensions: entry('1.2.3') })).hasUnknownCritical).toBe(
      true,
    );
    const extensions = [{ oid: '1.2.3', critical: true, value: Uint8Array.of(5, 0) }];
    expect(parseCrl(await makeCrl({ ...base, extensions })).hasUnknownCritical).toBe(true);
  });

  it('answers anything else with its own code', async () => {
    const good = await makeCrl({ issuer: 'Sub', issuerKey: await testKey(), revoked: [Uint8Array.of(5)] });
    fc.assert(
      fc.property(
        fc.nat(good.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        (at, flip, cut) => {
          const bytes = cut ? good.slice(0, at) : good.map((byte, i) => (i === at ? byte ^ flip : byte));
          try {
            parseCrl(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(CountersignError);
            expect((error as CountersignError).code).toBe('crl/malformed');
          }
        },
      ),
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
