import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fixedClock } from '@/lib/base';
import { openVault, type Vault } from './vault';

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
const clock = fixedClock('2026-11-22T12:00:00Z');
const password = 'correct horse battery';

async function newKey() {
  const pair = await crypto.subtle.generateKey(
    { ...algorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  );
  return {
    pkcs8: new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
    verify: pair.publicKey,
  };
}

let vault: Vault;
beforeEach(() => {
  vault = openVault({ clock });
});
afterEach(async () => {
  vault.close();
  await Dexie.delete('countersign-vault');
});

describe('vault', () => {
  it('gives back a key that signs for the stored public key, and can not be exported', async () => {
    const { pkcs8, verify } = await newKey();
    await vault.store({ certificate: 'aa', pkcs8, algorithm, password });
    const key = await vault.unlock('aa', password);
    const message = new Uint8Array([1, 2, 3]);
    const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', key, message);
    expect(await crypto.subtle.verify('RSASSA-PKCS1-v1_5', verify, signature, message)).toBe(true);
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', key)).rejects.toThrow();
  });

  it('overwrites the bytes it was given, also when it refuses them', async () => {
    const first = await newKey();
    await vault.store({ certificate: 'aa', pkcs8: first.pkcs8, algorithm, password });
    expect(first.pkcs8.every((byte) => byte === 0)).toBe(true);
    const second = await newKey();
    await expect(
      vault.store({ certificate: 'bb', pkcs8: second.pkcs8, algorithm, password: 'short' }),
    ).rejects.toMatchObject({
      code: 'vault/password-too-short',
    });
    expect(second.pkcs8.every((byte) => byte === 0)).toBe(true);
    expect(await vault.certificates()).toEqual(new Set(['aa']));
  });

  it('refuses a wrong password and a key that is not here', async () => {
    await vault.store({ certificate: 'aa', pkcs8: (await newKey()).pkcs8, algorithm, password });
    await expect(vault.unlock('aa', password + ' ')).rejects.toMatchObject({ code: 'vault/wrong-password' });
    await expect(vault.unlock('bb', password)).rejects.toMatchObject({ code: 'vault/key-missing' });
    await expect(vault.unlock('aa', password)).resolves.toBeInstanceOf(CryptoKey);
  });

  it('notices a ciphertext moved under another certificate', async () => {
    await vault.store({ certificate: 'aa', pkcs8: (await newKey()).pkcs8, algorithm, password });
    vault.close();
    const raw = await new Dexie('countersign-vault').open();
    const stored = (await raw.table('keys').get('aa')) as object;
    await raw.table('keys').put({ ...stored, certificate: 'bb' });
    raw.close();
    vault = openVault({ clock });
    await expect(vault.unlock('bb', password)).rejects.toMatchObject({ code: 'vault/wrong-password' });
  });

  it('stores neither key nor password in clear', async () => {
    const { pkcs8 } = await newKey();
    const clear = pkcs8.slice(40, 72).toString();
    await vault.store({ certificate: 'aa', pkcs8, algorithm, password });
    vault.close();
    const raw = await new Dexie('countersign-vault').open();
    const [stored] = (await raw.table('keys').toArray()) as [{ ciphertext: Uint8Array; iterations: number }];
    raw.close();
    expect(stored.iterations).toBeGreaterThanOrEqual(600_000);
    expect(stored.ciphertext.toString()).not.toContain(clear);
    expect(JSON.stringify(stored)).not.toContain(password);
  });

  it('opens the same password in its composed and decomposed form', async () => {
    await vault.store({
      certificate: 'aa',
      pkcs8: (await newKey()).pkcs8,
      algorithm,
      password: 'contraseña-año',
    });
    await expect(vault.unlock('aa', 'contraseña-año'.normalize('NFD'))).resolves.toBeInstanceOf(CryptoKey);
  });
});

describe('a full disk', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('tries no password that it can’t count, and says that the disk is full', async () => {
    const { pkcs8 } = await newKey();
    await vault.store({ certificate: 'aa', pkcs8, algorithm, password });
    const derive = vi.spyOn(crypto.subtle, 'deriveKey');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const code = 'archive/storage-full';
    await expect(vault.unlock('aa', 'not this one')).rejects.toMatchObject({ code });
    await expect(vault.unlock('aa', password)).rejects.toMatchObject({ code });
    const newPassword = 'battery staple right';
    await expect(vault.changePassword('aa', password, newPassword)).rejects.toMatchObject({ code });
    expect(derive).not.toHaveBeenCalled();
    put.mockRestore();
    await expect(vault.unlock('aa', password)).resolves.toBeInstanceOf(CryptoKey);
  });
});
