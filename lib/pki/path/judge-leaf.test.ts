import { describe, expect, it } from 'vitest';
import { judgeChain, makeChain, refusals } from '../testing/test-chain';

const NOT_ACCEPTED = ['certificate/unsupported-algorithm'];

async function ending(algorithm: RsaHashedKeyGenParams | EcKeyGenParams) {
  const key = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  return makeChain([{}, { key }]);
}

const rsa = (modulusLength: number) =>
  ending({
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength,
    publicExponent: Uint8Array.of(1, 0, 1),
  });

describe('the end entity’s key', () => {
  it('attacks.md 18: has 2,048 bits or more; 1,024 are judged for history alone', async () => {
    const [short, long] = [await rsa(1024), await rsa(2048)];
    expect(refusals(await judgeChain(short))).toEqual(NOT_ACCEPTED);
    expect(refusals(await judgeChain(short, { history: true }))).toEqual([]);
    expect(refusals(await judgeChain(long))).toEqual([]);
  });

  it('is of a kind whose signatures can be judged, where it is to sign', async () => {
    const foreign = await makeChain([
      {},
      {
        key: (await crypto.subtle.generateKey({ name: 'Ed25519' }, true, [
          'sign',
          'verify',
        ])) as CryptoKeyPair,
      },
    ]);
    expect(refusals(await judgeChain(foreign))).toEqual(NOT_ACCEPTED);
    expect(refusals(await judgeChain(foreign, { leafUse: 'any' }))).toEqual([]);
  });
});
