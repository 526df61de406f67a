import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { limits } from '@/lib/base';
import type * as Base from '@/lib/base';
import { openVault, type Vault } from './vault';

/** What is tested here derives often; how many rounds it takes is tested in vault.test.ts. */
vi.mock('@/lib/base', async (original) => {
  const base = await original<typeof Base>();
  return { ...base, limits: { ...base.limits, vaultIterations: 1_000 } };
});

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
let now = Date.parse('2026-11-22T12:00:00Z');
const clock = { now: () => now };
const password = 'correct horse battery';
const pair = await crypto.subtle.generateKey(
  { ...algorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
  true,
  ['sign', 'verify'],
);

let vault: Vault;
beforeEach(() => {
  vault = openVault({ clock });
});
afterEach(async () => {
  vault.close();
  await Dexie.delete('countersign-vault');
});

async function storedKey(certificate = 'aa') {
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const clear = pkcs8.slice();
  await vault.store({ certificate, pkcs8, algorithm, password });
  return { clear, verify: pair.publicKey };
}
const wrong = 'correct horse buttery';
const tryIt = (by: Vault, typed: string) =>
  by.unlock('aa', typed).then(
    () => 'opened',
    (error: { readonly code: string; readonly params: { readonly count?: number } }) =>
      error.params.count === undefined ? error.code : `${error.code} ${error.params.count}`,
  );

describe('wrong passwords', () => {
  it('slow down, over a restart too; the right one ends it', async () => {
    await storedKey();
    const derived = vi.spyOn(crypto.subtle, 'deriveKey');
    for (let free = 0; free < limits.vaultFreeTries; free += 1)
      expect(await tryIt(vault, wrong)).toBe('vault/wrong-password');
    expect(await tryIt(vault, wrong)).toBe('vault/wrong-password');
    expect(derived).toHaveBeenCalledTimes(4);
    expect(await tryIt(vault, password)).toBe('vault/wait 5');
    vault.close();
    vault = openVault({ clock });
    now += 4_001;
    expect(await tryIt(vault, password)).toBe('vault/wait 1');
    await expect(vault.changePassword('aa', password, 'another password')).rejects.toMatchObject({
      code: 'vault/wait',
    });
    expect(derived).toHaveBeenCalledTimes(4);
    now += 999;
    expect(await tryIt(vault, wrong)).toBe('vault/wrong-password');
    now += 9_999;
    expect(await tryIt(vault, password)).toBe('vault/wait 1');
    now += 1;
    expect(await tryIt(vault, password)).toBe('opened');
    expect(await tryIt(vault, wrong)).toBe('vault/wrong-password');
    derived.mockRestore();
  });

  it('are counted before anything is derived: a window killed midway has had its try', async () => {
    await storedKey();
    const dying = vi.spyOn(crypto.subtle, 'deriveKey').mockReturnValue(new Promise<never>(() => undefined));
    for (let killed = 0; killed < 4; killed += 1) {
      const window = openVault({ clock });
      void window.unlock('aa', password);
      await vi.waitFor(() => expect(dying).toHaveBeenCalledTimes(killed + 1));
      window.close();
    }
    dying.mockRestore();
    expect(await tryIt(vault, password)).toBe('vault/wait 5');
  });

  it('in several windows at once share their tries', async () => {
    await storedKey();
    const windows = Array.from({ length: 8 }, () => openVault({ clock }));
    const answers = await Promise.all(windows.map((window) => tryIt(window, wrong)));
    for (const window of windows) window.close();
    expect(answers.filter((answer) => answer === 'vault/wrong-password')).toHaveLength(4);
    expect(answers.filter((answer) => answer === 'vault/wait 5')).toHaveLength(4);
  });

  it('of one key leave the others alone', async () => {
    await storedKey();
    await storedKey('bb');
    for (let tries = 0; tries < 4; tries += 1) await tryIt(vault, wrong);
    expect(await tryIt(vault, password)).toBe('vault/wait 5');
    await expect(vault.unlock('bb', password)).resolves.toBeInstanceOf(CryptoKey);
  });
});

describe('another password', () => {
  const other = 'battery staple right';
  const rawRow = async () => {
    const raw = await new Dexie('countersign-vault').open();
    const row = (await raw.table('keys').get('aa')) as Record<'salt' | 'iv' | 'ciphertext', Uint8Array>;
    raw.close();
    return row;
  };

  it('opens the same key, and the old one opens nothing', async () => {
    const { verify } = await storedKey();
    const before = await rawRow();
    await vault.changePassword('aa', password, other);
    const after = await rawRow();
    for (const part of ['salt', 'iv', 'ciphertext'] as const) expect(after[part]).not.toEqual(before[part]);
    expect(await tryIt(vault, password)).toBe('vault/wrong-password');
    const key = await vault.unlock('aa', other);
    expect(key.extractable).toBe(false);
    const message = new Uint8Array([4, 5, 6]);
    const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', key, message);
    expect(await crypto.subtle.verify('RSASSA-PKCS1-v1_5', verify, signature, message)).toBe(true);
  });

  it('overwrites the key’s octets, done or not', async () => {
    const { clear } = await storedKey();
    const seen: Uint8Array[] = [];
    const encrypt = vi.spyOn(crypto.subtle, 'encrypt').mockImplementationOnce((_, __, data) => {
      seen.push(data as Uint8Array);
      expect(data).toEqual(clear);
      return Promise.reject(new Error('died'));
    });
    await expect(vault.changePassword('aa', password, other)).rejects.toThrow('died');
    encrypt.mockRestore();
    expect(seen).toHaveLength(1);
    expect(seen[0]?.every((byte) => byte === 0)).toBe(true);
    expect(await tryIt(vault, password)).toBe('opened');
  });

  it.each([
    ['vault/wrong-password', wrong, other],
    ['vault/password-too-short', password, 'too short'],
    ['vault/password-same', password, password],
    ['vault/password-same', 'contraseña-año', 'contraseña-año'.normalize('NFD')],
  ])('%s: the old one still holds', async (code, typed, wanted) => {
    await storedKey();
    await expect(vault.changePassword('aa', typed, wanted)).rejects.toMatchObject({ code });
    expect(await tryIt(vault, password)).toBe('opened');
  });

  it('is a try like any other', async () => {
    await storedKey();
    for (let tries = 0; tries < 4; tries += 1)
      await expect(vault.changePassword('aa', wrong, other)).rejects.toMatchObject({
        code: 'vault/wrong-password',
      });
    expect(await tryIt(vault, password)).toBe('vault/wait 5');
  });

  it('of two windows at once holds in one of them, which is told so', async () => {
    await storedKey();
    const second = openVault({ clock });
    const results = await Promise.allSettled([
      vault.changePassword('aa', password, other),
      second.changePassword('aa', password, `${other} two`),
    ]);
    second.close();
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = results[0]?.status === 'fulfilled' ? other : `${other} two`;
    expect(await tryIt(vault, winner)).toBe('opened');
  });

  it('doesn’t bring back a key that was removed meanwhile', async () => {
    await storedKey();
    const encrypt = vi.spyOn(crypto.subtle, 'encrypt').mockImplementationOnce(async () => {
      await vault.remove('aa');
      return new ArrayBuffer(16);
    });
    await expect(vault.changePassword('aa', password, other)).rejects.toMatchObject({
      code: 'vault/key-missing',
    });
    encrypt.mockRestore();
    expect(await vault.certificates()).toEqual(new Set());
  });
});

describe('removal', () => {
  it('leaves neither key nor tries', async () => {
    await storedKey();
    for (let tries = 0; tries < 4; tries += 1) await tryIt(vault, wrong);
    await vault.remove('aa');
    expect(await tryIt(vault, password)).toBe('vault/key-missing');
    await storedKey();
    expect(await tryIt(vault, password)).toBe('opened');
  });
});
