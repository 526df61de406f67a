import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Everything that ships; tests may make extractable keys. */
const files = ['lib', 'components', 'entrypoints', 'wiring', 'native-host']
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => join(folder, String(file))))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/tests\/|\/testing\//.test(file));

const sourceOf = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '');

/** Whole calls of one method, from its name to the bracket that closes it. */
function callsOf(source: string, method: string): string[] {
  return [...source.matchAll(new RegExp(`\\.${method}\\(`, 'g'))].map(({ index, 0: start }) => {
    let depth = 1;
    let end = index + start.length;
    for (; depth > 0 && end < source.length; end += 1)
      depth += source[end] === '(' ? 1 : source[end] === ')' ? -1 : 0;
    return source.slice(index, end);
  });
}

/** What may give a key out: exporting or wrapping one, or making one that can be exported. */
function leaks(source: string): string[] {
  return [
    ...['exportKey', 'wrapKey'].flatMap((method) => callsOf(source, method)),
    ...['importKey', 'unwrapKey', 'deriveKey', 'generateKey']
      .flatMap((method) => callsOf(source, method))
      .filter((call) => /\btrue\b|extractable/.test(call) || !/\bfalse\b/.test(call)),
  ];
}

describe('a key that came in', () => {
  it('is exported by no code that ships, and never made extractable', () => {
    expect(files.length).toBeGreaterThan(300);
    const calls = files.flatMap((file) => callsOf(sourceOf(file), 'unwrapKey'));
    expect(calls.length).toBeGreaterThan(0);
    const found = files.flatMap((file) => leaks(sourceOf(file)).map((call) => `${file}: ${call}`));
    expect(found).toEqual([]);
  });

  it.each([
    ['subtle.exportKey("pkcs8", key)'],
    ['subtle.wrapKey("pkcs8", key, other, "AES-KW")'],
    ['subtle.unwrapKey("pkcs8", data, key, { name: (1, "AES-GCM") }, algorithm, true, ["sign"])'],
    ['subtle.importKey("raw", bytes, "PBKDF2", extractable, ["deriveKey"])'],
  ])('would be found: %s', (call) => {
    expect(leaks(`await crypto.${call};`)).toHaveLength(1);
  });

  it('leaves the vault as a handle only, and has no case at the desk', () => {
    const vault = sourceOf('lib/vault/vault.ts').split('export function')[0] ?? '';
    const answers = [...vault.matchAll(/^ {2}(\w+)\([^]*?\): (.+);$/gm)].map(([, name, type]) => [
      name,
      type,
    ]);
    expect(Object.fromEntries(answers)).toEqual({
      store: 'Promise<void>',
      unlock: 'Promise<CryptoKey>',
      changePassword: 'Promise<void>',
      changes: 'Promise<readonly (PasswordChange & { readonly certificate: string })[]>',
      certificates: 'Promise<ReadonlySet<string>>',
      remove: 'Promise<void>',
      close: 'void',
    });
    expect(sourceOf('lib/vault/index.ts').match(/\w+/g)).toEqual(
      'export openVault type Vault from vault export type KeyAlgorithm from wrapped key'.split(' '),
    );
    for (const face of ['desk', 'views', 'index'])
      expect(sourceOf(`lib/desk/${face}.ts`)).not.toMatch(
        /pkcs8|privateKey|CryptoKey|exportKey|vault\.unlock/i,
      );
  });
});
