import { beforeAll, describe, expect, it } from 'vitest';
import { TEST_NOW } from '../testing/make-certificate';
import { goodAttributes } from '../testing/make-message';
import { CONTENT, testSigner, type TestSigner } from '../testing/test-signer';
import { verifyCms } from './verify-cms';

let signer: TestSigner;
beforeAll(async () => {
  signer = await testSigner();
});

const MINUTE = 60_000;

async function findings(receivedAt: number | undefined, attributes = goodAttributes(CONTENT)) {
  const options = receivedAt === undefined ? {} : { receivedAt };
  const verdict = await verifyCms(await signer.message({ attributes }), options);
  expect(verdict.valid).toBe(true);
  return verdict.findings.map(({ code, severity }) => `${severity} ${code}`);
}

describe('attacks.md 33: the time that a signer claims', () => {
  it.each([
    ['in the future', TEST_NOW - 5 * MINUTE - 1],
    ['more than five minutes past', TEST_NOW + 5 * MINUTE + 1],
    ['a day past', TEST_NOW + 24 * 60 * MINUTE],
  ])('is flagged where it lies %s', async (_, receivedAt) => {
    expect(await findings(receivedAt)).toEqual(['warns cms/signing-time-implausible']);
  });

  it.each([0, 5 * MINUTE, -5 * MINUTE])('is believed where it is %d ms off', async (off) => {
    expect(await findings(TEST_NOW + off)).toEqual([]);
  });

  it('is flagged where it is missing', async () => {
    const [type, digest] = goodAttributes(CONTENT) as [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>];
    expect(await findings(TEST_NOW, [type, digest])).toEqual(['warns cms/signing-time-missing']);
    expect(await findings(TEST_NOW)).toEqual([]);
  });

  it('is only reported where nobody says when the message came', async () => {
    expect(await findings(undefined)).toEqual([]);
    expect((await verifyCms(await signer.message())).signingTime).toBe(TEST_NOW);
  });
});
