import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CountersignError, limits } from '@/lib/base';
import type { HeldKey } from './held-key';
import { KEY_CHANNEL, type KeyTalk } from './key-channel';
import { hearLocks } from './hear-locks';
import { createKeySession, type KeySession } from './key-session';
import { receiveKeys, type TokenOpener } from './receive-keys';
import { unlockInWindow } from './unlock';

const bytes = new Uint8Array([1, 2, 3]);
const wake = () => Promise.resolve();
const token: HeldKey = {
  protection: 'protection.token',
  once: false,
  sign: () => Promise.resolve(new Uint8Array([9])),
  close: () => undefined,
};
const vault = { unlock: () => Promise.resolve(pair.privateKey) };
const realTimeout = setTimeout;
const moment = () => new Promise((done) => realTimeout(done, 3));
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Lets time go by on the tests' own clock, and messages arrive in between, which no fake clock moves. */
async function pass(ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += limits.keyOfferEveryMs) {
    await moment();
    await vi.advanceTimersByTimeAsync(limits.keyOfferEveryMs);
  }
  await moment();
}
const pinOf = (text: string) => new TextEncoder().encode(text);
const isWiped = (pin: Uint8Array) => pin.every((octet) => octet === 0);

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

let session: KeySession;
let tap: BroadcastChannel;
let talk: KeyTalk[];
/** Hears everything that is said, as another document of our own would. Node gives a CryptoKey to one listener only. */
function listen(): void {
  tap = new BroadcastChannel(KEY_CHANNEL);
  tap.onmessage = ({ data }: MessageEvent<KeyTalk>) => talk.push(data);
  endings.push(() => tap.close());
}
const endings: (() => void)[] = [];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  session = createKeySession({ now: () => 0 });
  talk = [];
});
afterEach(() => {
  vi.useRealTimers();
  for (const end of endings.splice(0)) end();
});

function background(openToken: TokenOpener = () => Promise.reject(new Error('no token here'))): void {
  endings.push(receiveKeys(session, openToken));
}

const unlockPin = (pin: Uint8Array<ArrayBuffer> | null) =>
  unlockInWindow({ vault, wake }, { certificate: 'aa', pin });

describe('a key of the vault', () => {
  it('is handed over, and signs', async () => {
    background();
    await unlockInWindow({ vault, wake }, { certificate: 'aa', password: 'x' });
    const signature = await session.signer('aa').sign(bytes);
    expect(await crypto.subtle.verify('RSASSA-PKCS1-v1_5', pair.publicKey, signature, bytes)).toBe(true);
    expect(session.signer('aa').protection).toBe('protection.software');
  });

  it('that could be read out is not taken', async () => {
    background();
    const open = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
    const unlocking = unlockInWindow(
      { vault: { unlock: () => Promise.resolve(open.privateKey) }, wake },
      { certificate: 'aa', password: 'x' },
    );
    const refused = expect(unlocking).rejects.toMatchObject({ code: 'vault/locked' });
    await pass(limits.keyOfferMs);
    await refused;
    expect(session.held()).toBeNull();
  });

  it('says so when nobody takes it, and leaves the channel', async () => {
    listen();
    const unlocking = unlockInWindow({ vault, wake }, { certificate: 'aa', password: 'x' });
    const refused = expect(unlocking).rejects.toMatchObject({ code: 'vault/locked' });
    await pass(limits.keyOfferMs);
    await refused;
    const said = talk.length;
    expect(said).toBeGreaterThan(5);
    await pass(3 * limits.keyOfferEveryMs);
    expect(talk).toHaveLength(said);
    expect(talk.every(({ kind }) => kind === 'knock')).toBe(true);
  });

  it('that is locked is told of to every window that listens, and not to one that left', async () => {
    const [here, gone] = [vi.fn(), vi.fn()];
    endings.push(hearLocks(here));
    hearLocks(gone)();
    background();
    session.hold('aa', token);
    await moment();
    expect(here).not.toHaveBeenCalled();
    session.lock();
    await moment();
    expect(here).toHaveBeenCalledTimes(1);
    expect(gone).not.toHaveBeenCalled();
  });

  it('isn’t offered where the password is wrong', async () => {
    listen();
    background();
    const wrong = { unlock: () => Promise.reject(new CountersignError('vault/wrong-password')) };
    await expect(
      unlockInWindow({ vault: wrong, wake }, { certificate: 'aa', password: 'x' }),
    ).rejects.toMatchObject({ code: 'vault/wrong-password' });
    await pass(limits.keyOfferEveryMs);
    expect(talk).toEqual([]);
  });
});

describe('a PIN', () => {
  beforeEach(listen);

  it('opens the token of its certificate, and is overwritten where it was', async () => {
    const tried: { certificate: string; pin: string; given: Uint8Array }[] = [];
    background((certificate, pin) => {
      if (pin) tried.push({ certificate, pin: new TextDecoder().decode(pin), given: pin });
      return Promise.resolve(token);
    });
    const pin = pinOf('123456');
    await unlockPin(pin);
    expect(tried).toMatchObject([{ certificate: 'aa', pin: '123456' }]);
    expect(session.signer('aa').protection).toBe('protection.token');
    expect(isWiped(pin)).toBe(true);
    await moment();
    expect(isWiped(tried[0]?.given ?? pinOf('x'))).toBe(true);
  });

  it('is tried once, however long the background and the token take', async () => {
    const open = vi.fn(async () => {
      await sleep(8 * limits.keyOfferEveryMs);
      return token;
    });
    const unlocking = unlockPin(pinOf('123456'));
    // Knocked several times before anybody listens.
    await pass(4 * limits.keyOfferEveryMs);
    background(open);
    await pass(10 * limits.keyOfferEveryMs);
    await unlocking;
    await pass(2 * limits.keyOfferEveryMs);
    expect(talk.filter(({ kind }) => kind === 'knock').length).toBeGreaterThan(3);
    expect(talk.filter(({ kind }) => kind === 'offer')).toHaveLength(1);
    expect(open).toHaveBeenCalledOnce();
  });

  it('that is said again under the same nonce is not tried again', async () => {
    const open = vi.fn(() => Promise.reject(new CountersignError('token/wrong-pin')));
    background(open);
    await expect(unlockPin(pinOf('1111'))).rejects.toMatchObject({ code: 'token/wrong-pin' });
    const offer = talk.find(({ kind }) => kind === 'offer');
    expect(offer).toBeDefined();
    tap.postMessage(offer);
    tap.postMessage({ ...offer, nonce: 'never knocked' });
    await pass(limits.keyOfferEveryMs);
    expect(open).toHaveBeenCalledOnce();
  });

  it.each(['token/wrong-pin', 'token/pin-locked', 'host/missing', 'token/certificate-missing'] as const)(
    'that is refused gives its reason: %s',
    async (code) => {
      background(() => Promise.reject(new CountersignError(code, { path: 'x' })));
      const pin = pinOf('1111');
      await expect(unlockPin(pin)).rejects.toMatchObject({ code, params: { path: 'x' } });
      expect(isWiped(pin)).toBe(true);
      expect(session.held()).toBeNull();
    },
  );

  it('can be none, for a token with a keypad', async () => {
    const open = vi.fn(() => Promise.resolve(token));
    background(open);
    await unlockPin(null);
    expect(open).toHaveBeenCalledWith('aa', null, expect.any(AbortSignal));
  });

  it('is waited for longer than an offer, as long as the background says that it is at work', async () => {
    background(async () => {
      await sleep(limits.keyOfferMs + 500);
      return token;
    });
    const unlocking = unlockPin(null);
    await pass(limits.keyOfferMs + 1_000);
    await unlocking;
    expect(session.held()?.certificate).toBe('aa');
  });

  it('is given up when the background dies over it', async () => {
    const port = new BroadcastChannel(KEY_CHANNEL);
    endings.push(() => port.close());
    port.onmessage = ({ data }: MessageEvent<KeyTalk>) => {
      if (data.kind === 'knock') port.postMessage({ kind: 'listening', nonce: data.nonce } satisfies KeyTalk);
    };
    const pin = pinOf('1111');
    const refused = expect(unlockPin(pin)).rejects.toMatchObject({ code: 'vault/locked' });
    await pass(limits.keyOfferMs + limits.keyOfferEveryMs);
    await refused;
    expect(isWiped(pin)).toBe(true);
  });

  it('ends with the window: the login is abandoned', async () => {
    let given: AbortSignal | null = null;
    background(
      (_, __, signal) =>
        new Promise((___, reject) => {
          given = signal;
          signal.addEventListener('abort', () => reject(new CountersignError('vault/locked')));
        }),
    );
    const unlocking = expect(unlockPin(null)).rejects.toMatchObject({ code: 'vault/locked' });
    await pass(limits.keyOfferEveryMs);
    expect(given).not.toBeNull();
    session.lock();
    await unlocking;
    expect(given).toMatchObject({ aborted: true });
  });

  it('that is given up while the background wakes is never handed over, and overwritten', async () => {
    const opened: string[] = [];
    background(async (certificate) => {
      opened.push(certificate);
      return token;
    });
    listen();
    const giving = new AbortController();
    const pin = pinOf('1111');
    let woken: () => void = () => undefined;
    const waking = new Promise<void>((resolve) => (woken = resolve));
    const unlocking = unlockInWindow(
      { vault, wake: () => waking },
      { certificate: 'aa', pin },
      giving.signal,
    );
    const ended = expect(unlocking).rejects.toThrow('given up');
    giving.abort(new Error('given up'));
    woken();
    await ended;
    await pass(limits.keyOfferEveryMs);
    expect(talk).toEqual([]);
    expect(opened).toEqual([]);
    expect(isWiped(pin)).toBe(true);
  });

  it('that is given up while nobody listens yet is not handed over to who comes then', async () => {
    listen();
    const giving = new AbortController();
    const pin = pinOf('1111');
    const unlocking = unlockInWindow({ vault, wake }, { certificate: 'aa', pin }, giving.signal);
    const ended = expect(unlocking).rejects.toThrow('given up');
    await moment();
    giving.abort(new Error('given up'));
    await ended;
    background(() => Promise.resolve(token));
    await pass(limits.keyOfferEveryMs * 2);
    expect(talk.filter(({ kind }) => kind === 'offer')).toEqual([]);
    expect(session.held()).toBeNull();
    expect(isWiped(pin)).toBe(true);
  });

  it('that fails at waking the background is overwritten too', async () => {
    const pin = pinOf('1111');
    const asleep = () => Promise.reject(new Error('no background'));
    await expect(unlockInWindow({ vault, wake: asleep }, { certificate: 'aa', pin })).rejects.toThrow();
    expect(isWiped(pin)).toBe(true);
  });
});

describe('what is repeated', () => {
  it('carries no secret', async () => {
    listen();
    background(() => Promise.resolve(token));
    await unlockPin(pinOf('123456'));
    const repeated = talk.filter(({ kind }) => kind === 'knock');
    expect(repeated.length).toBeGreaterThan(0);
    for (const message of repeated) expect(Object.keys(message).sort()).toEqual(['kind', 'nonce']);
  });
});
