import { beforeAll, describe, expect, it } from 'vitest';
import { limits } from '@/lib/base';
import { receiveKeys } from './key-channel';
import { createKeySession } from './key-session';
import { unlockInWindow } from './unlock';
import type { Vault } from '@/lib/vault';

const bytes = new Uint8Array([1, 2, 3]);
let pair: CryptoKeyPair;
beforeAll(async () => {
  const rsa = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  };
  pair = await crypto.subtle.generateKey(rsa, false, ['sign', 'verify']);
});

function atTime() {
  let now = 0;
  const session = createKeySession({ now: () => now });
  return { session, pass: (ms: number) => (now += ms) };
}

describe('key session', () => {
  it('signs with the key it holds, for its certificate only', async () => {
    const { session } = atTime();
    session.hold('aa', pair.privateKey);
    const signature = await session.signer('aa').sign(bytes);
    expect(await crypto.subtle.verify('RSASSA-PKCS1-v1_5', pair.publicKey, signature, bytes)).toBe(true);
    expect(() => session.signer('bb')).toThrow('vault/locked');
  });

  it('locks ten minutes after its last use, judged before the signature', async () => {
    const { session, pass } = atTime();
    session.hold('aa', pair.privateKey);
    pass(limits.keyIdleMs);
    const signer = session.signer('aa');
    await signer.sign(bytes);
    pass(limits.keyIdleMs);
    await signer.sign(bytes);
    pass(limits.keyIdleMs + 1);
    await expect(signer.sign(bytes)).rejects.toThrow('vault/locked');
    expect(() => session.signer('aa')).toThrow('vault/locked');
  });

  it('forgets at once when locked, also for a signer already handed out', async () => {
    const { session } = atTime();
    session.hold('aa', pair.privateKey);
    const signer = session.signer('aa');
    session.lock();
    await expect(signer.sign(bytes)).rejects.toThrow('vault/locked');
  });
});

describe('unlocking in the window', () => {
  const vault = { unlock: () => Promise.resolve(pair.privateKey) } as unknown as Vault;

  it('hands the key over by channel', async () => {
    const { session } = atTime();
    const end = receiveKeys(session);
    await unlockInWindow({ vault, wake: () => Promise.resolve() }, { certificate: 'aa', password: 'x' });
    await expect(session.signer('aa').sign(bytes)).resolves.toBeInstanceOf(Uint8Array);
    end();
  });

  it('says so when nobody takes it', async () => {
    await expect(
      unlockInWindow({ vault, wake: () => Promise.resolve() }, { certificate: 'aa', password: 'x' }),
    ).rejects.toMatchObject({ code: 'vault/locked' });
  }, 10_000);
});
