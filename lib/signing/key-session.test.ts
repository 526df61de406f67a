import { beforeAll, describe, expect, it, vi } from 'vitest';
import { CountersignError, limits } from '@/lib/base';
import type { HeldKey } from './held-key';
import { createKeySession } from './key-session';
import { softwareKey } from './software-key';

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
  let now = 1_000;
  const session = createKeySession({ now: () => now });
  return { session, pass: (ms: number) => (now += ms) };
}

/** A token that signs nothing of worth, and tells when it was closed. */
function fakeToken(changes: Partial<HeldKey> = {}) {
  const close = vi.fn();
  const sign = vi.fn(() => Promise.resolve(new Uint8Array([9])));
  const key: HeldKey = { protection: 'protection.token', once: false, sign, close, ...changes };
  return { key, close, sign };
}

/** A promise, and what settles it. */
function later<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((...both) => ([resolve, reject] = both));
  return { promise, resolve, reject };
}

describe('key session', () => {
  it('signs with the key it holds, for its certificate only', async () => {
    const { session } = atTime();
    session.hold('aa', softwareKey(pair.privateKey));
    const signature = await session.signer('aa').sign(bytes);
    expect(await crypto.subtle.verify('RSASSA-PKCS1-v1_5', pair.publicKey, signature, bytes)).toBe(true);
    expect(() => session.signer('bb')).toThrow('vault/locked');
  });

  it('locks ten minutes after its last use, judged before the signature', async () => {
    const { session, pass } = atTime();
    const { key, close } = fakeToken();
    session.hold('aa', key);
    pass(limits.keyIdleMs);
    const signer = session.signer('aa');
    await signer.sign(bytes);
    pass(limits.keyIdleMs);
    await signer.sign(bytes);
    expect(close).not.toHaveBeenCalled();
    pass(limits.keyIdleMs + 1);
    await expect(signer.sign(bytes)).rejects.toThrow('vault/locked');
    expect(close).toHaveBeenCalledOnce();
    expect(() => session.signer('aa')).toThrow('vault/locked');
  });

  it('locks when the clock is set back, which would lengthen its ten minutes', async () => {
    const { session, pass } = atTime();
    const { key, close, sign } = fakeToken();
    session.hold('aa', key);
    const signer = session.signer('aa');
    pass(-1);
    await expect(signer.sign(bytes)).rejects.toThrow('vault/locked');
    expect(sign).not.toHaveBeenCalled();
    expect(close).toHaveBeenCalledOnce();
    expect(session.held()).toBeNull();
  });

  it('tells when an open key is locked, by hand or by time, and not when another takes its place', async () => {
    const { session, pass } = atTime();
    const tell = vi.fn();
    session.whenLocked(tell);
    session.lock();
    session.hold('aa', fakeToken().key);
    session.hold('bb', fakeToken().key);
    await session.open('cc', () => Promise.resolve(fakeToken().key));
    expect(tell).not.toHaveBeenCalled();
    session.lock();
    session.lock();
    expect(tell).toHaveBeenCalledTimes(1);
    session.hold('aa', fakeToken().key);
    pass(limits.keyIdleMs + 1);
    session.lockIfIdle();
    expect(tell).toHaveBeenCalledTimes(2);
    expect(session.held()).toBeNull();
  });

  it('closes a key whose time is over, also where nobody signs', () => {
    const { session, pass } = atTime();
    const { key, close } = fakeToken();
    session.hold('aa', key);
    pass(limits.keyIdleMs);
    session.lockIfIdle();
    expect(close).not.toHaveBeenCalled();
    pass(1);
    session.lockIfIdle();
    expect(close).toHaveBeenCalledOnce();
  });

  it('forgets at once when locked, also for a signer already handed out', async () => {
    const { session } = atTime();
    const { key, close } = fakeToken();
    session.hold('aa', key);
    const signer = session.signer('aa');
    session.lock();
    expect(close).toHaveBeenCalledOnce();
    await expect(signer.sign(bytes)).rejects.toThrow('vault/locked');
  });

  it('closes the key that another takes the place of', () => {
    const { session } = atTime();
    const [first, second] = [fakeToken(), fakeToken()];
    session.hold('aa', first.key);
    session.hold('bb', second.key);
    expect(first.close).toHaveBeenCalledOnce();
    expect(second.close).not.toHaveBeenCalled();
    expect(session.signer('bb').protection).toBe('protection.token');
  });

  it('tells which key is open, until when, and nothing once it isn’t', async () => {
    const { session, pass } = atTime();
    expect(session.held()).toBeNull();
    session.hold('aa', fakeToken().key);
    expect(session.held()).toEqual({ certificate: 'aa', until: 1_000 + limits.keyIdleMs });
    pass(60_000);
    await session.signer('aa').sign(bytes);
    expect(session.held()).toEqual({ certificate: 'aa', until: 61_000 + limits.keyIdleMs });
    pass(limits.keyIdleMs + 1);
    expect(session.held()).toBeNull();
  });

  it.each(['token/removed', 'host/crashed', 'token/pin-again', 'token/module-hangs'] as const)(
    'tells %s, and asks the token no more',
    async (code) => {
      const { session } = atTime();
      const { key, close } = fakeToken({ sign: () => Promise.reject(new CountersignError(code)) });
      session.hold('aa', key);
      const signer = session.signer('aa');
      await expect(signer.sign(bytes)).rejects.toMatchObject({ code });
      expect(close).toHaveBeenCalledOnce();
      expect(session.held()).toBeNull();
      await expect(signer.sign(bytes)).rejects.toMatchObject({ code: 'vault/locked' });
    },
  );

  it('locks after the one signature of a token that wants its PIN for each', async () => {
    const { session } = atTime();
    const { key, close } = fakeToken({ once: true });
    session.hold('aa', key);
    await session.signer('aa').sign(bytes);
    expect(close).toHaveBeenCalledOnce();
    expect(session.held()).toBeNull();
  });

  it('says that it was locked, when that is why a signature ended', async () => {
    const { session } = atTime();
    const dying = later<Uint8Array<ArrayBuffer>>();
    session.hold('aa', fakeToken({ sign: () => dying.promise }).key);
    const signing = session.signer('aa').sign(bytes);
    session.lock();
    dying.reject(new CountersignError('host/crashed'));
    await expect(signing).rejects.toMatchObject({ code: 'vault/locked' });
  });

  it('leaves a key that was opened meanwhile alone when an earlier one fails', async () => {
    const { session } = atTime();
    const dying = later<Uint8Array<ArrayBuffer>>();
    session.hold('aa', fakeToken({ sign: () => dying.promise }).key);
    const signing = session.signer('aa').sign(bytes);
    session.hold('bb', fakeToken().key);
    dying.reject(new CountersignError('host/crashed'));
    await expect(signing).rejects.toMatchObject({ code: 'vault/locked' });
    expect(session.held()?.certificate).toBe('bb');
  });
});

describe('opening a key that takes a while', () => {
  it('closes the one before first, and holds the new one', async () => {
    const { session } = atTime();
    const [first, second] = [fakeToken(), fakeToken()];
    session.hold('aa', first.key);
    await session.open('bb', () => {
      expect(first.close).toHaveBeenCalledOnce();
      return Promise.resolve(second.key);
    });
    expect(session.held()?.certificate).toBe('bb');
  });

  it.each(['locked', 'asked for another'])('is given up when %s meanwhile', async (why) => {
    const { session } = atTime();
    const login = later<HeldKey>();
    const late = fakeToken();
    let signal: AbortSignal | null = null;
    const opening = session.open('aa', (given) => {
      signal = given;
      return login.promise;
    });
    if (why === 'locked') session.lock();
    else await session.open('bb', () => Promise.resolve(fakeToken().key));
    expect(signal).toMatchObject({ aborted: true });
    login.resolve(late.key);
    await expect(opening).rejects.toMatchObject({ code: 'vault/locked' });
    expect(late.close).toHaveBeenCalledOnce();
    expect(session.held()?.certificate ?? null).toBe(why === 'locked' ? null : 'bb');
  });

  it('holds nothing when it fails, and can be tried again', async () => {
    const { session } = atTime();
    const refused = session.open('aa', () => Promise.reject(new CountersignError('token/wrong-pin')));
    await expect(refused).rejects.toMatchObject({ code: 'token/wrong-pin' });
    expect(session.held()).toBeNull();
    await session.open('aa', () => Promise.resolve(fakeToken().key));
    expect(session.held()?.certificate).toBe('aa');
  });
});

describe('keys of the vault', () => {
  it.each([
    ['P-256', 'SHA-256'],
    ['P-384', 'SHA-384'],
    ['P-521', 'SHA-512'],
  ])('sign with %s and %s', async (namedCurve, hash) => {
    const { privateKey, publicKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve }, false, [
      'sign',
      'verify',
    ]);
    const signature = await softwareKey(privateKey).sign(bytes);
    expect(await crypto.subtle.verify({ name: 'ECDSA', hash }, publicKey, signature, bytes)).toBe(true);
  });
});
