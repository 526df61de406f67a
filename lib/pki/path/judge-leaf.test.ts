import { describe, expect, it } from 'vitest';
import { judgeChain, makeChain, refusals } from '../testing/test-chain';

const NOT_ACCEPTED = ['certificate/unsupported-algorithm'];

const endingIn = (key: CryptoKeyPair) => makeChain([{}, { key }]);

async function rsa(modulusLength: number) {
  const algorithm = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength,
    publicExponent: Uint8Array.of(1, 0, 1),
  };
  return endingIn(await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']));
}

describe('the end entity’s key', () => {
  it('attacks.md 18: has 2,048 bits or more; 1,024 are judged for history alone', async () => {
    const [short, long] = [await rsa(1024), await rsa(2048)];
    expect(refusals(await judgeChain(short))).toEqual(NOT_ACCEPTED);
    expect(refusals(await judgeChain(short, { history: true }))).toEqual([]);
    expect(refusals(await judgeChain(long))).toEqual([]);
  });

  it('is of a kind whose signatures can be judged, where it is to sign', async () => {
    const key = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
    if (!('privateKey' in key)) throw new Error('a key pair was asked for');
    const foreign = await endingIn(key);
    expect(refusals(await judgeChain(foreign))).toEqual(NOT_ACCEPTED);
    expect(refusals(await judgeChain(foreign, { leafUse: 'any' }))).toEqual([]);
  });
});
