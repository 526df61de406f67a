import { describe, expect, it } from 'vitest';
import { parseCrl } from '../crl/parse-crl';
import { TEST_NOW } from '../testing/make-certificate';
import { makeCrl, type TestCrl } from '../testing/make-crl';
import { judgeChain, keyOf, makeChain } from '../testing/test-chain';
import { testExtensions } from '../testing/test-extensions';

const DAY = 24 * 3_600_000;
const HOLD = 6;
const KEY_COMPROMISE = 1;
const chain = await makeChain([{}, {}, {}]);
const serial = Number.parseInt(chain.below[1]?.serial ?? '', 16);
const ended = {
  thisUpdate: TEST_NOW - 20 * DAY,
  nextUpdate: TEST_NOW - 10 * DAY,
  extensions: [testExtensions.authorityKeyId(1)],
};
/** Of the same CA, which names its key otherwise by now. */
const fresh = { thisUpdate: TEST_NOW - DAY, extensions: [testExtensions.authorityKeyId(2)] };
const listed = (...reasons: readonly number[]) => ({
  entries: reasons.map((reason) => ({ serial, reason })),
});

async function judge(...lists: readonly Partial<TestCrl>[]) {
  const ofRoot = makeCrl({ issuer: 'C0', issuerKey: await keyOf(0) });
  const key = await keyOf(1);
  const ders = await Promise.all([
    ofRoot,
    ...lists.map((one) => makeCrl({ issuer: 'C1', issuerKey: key, ...one })),
  ]);
  const { valid, statusChecked, findings } = await judgeChain(chain, { crls: ders.map(parseCrl) });
  const revoked = findings.find(({ code }) => code === 'certificate/revoked');
  return revoked ? revoked.params.reason : valid && statusChecked;
}

describe('a hold in a list of another series', () => {
  it('ends when that list ended and a current one is silent', async () => {
    expect(await judge({ ...ended, ...listed(HOLD) }, fresh)).toBe(true);
  });

  it('lasts while its list is current, without a current one, under an older one, or one for other reasons', async () => {
    const held = { ...ended, ...listed(HOLD) };
    expect(await judge({ ...held, nextUpdate: TEST_NOW + DAY }, fresh)).toBe(HOLD);
    expect(await judge(held)).toBe(HOLD);
    expect(await judge(held, { ...fresh, nextUpdate: TEST_NOW - 1000 })).toBe(HOLD);
    expect(await judge(held, { ...fresh, thisUpdate: TEST_NOW - 30 * DAY })).toBe(HOLD);
    expect(await judge(held, { ...fresh, point: { reasons: [KEY_COMPROMISE] } })).toBe(HOLD);
    expect(await judge(held, { ...fresh, ...listed(HOLD) })).toBe(HOLD);
  });

  it('is lifted, unlike what is for good, which is told first', async () => {
    expect(await judge({ ...ended, ...listed(KEY_COMPROMISE) }, fresh)).toBe(KEY_COMPROMISE);
    expect(await judge({ ...fresh, ...listed(HOLD, KEY_COMPROMISE, HOLD) })).toBe(KEY_COMPROMISE);
    expect(await judge({ ...fresh, ...listed(HOLD) }, { ...ended, ...listed(KEY_COMPROMISE) })).toBe(
      KEY_COMPROMISE,
    );
  });
});
