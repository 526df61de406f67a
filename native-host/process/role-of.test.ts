import { describe, expect, it } from 'vitest';
import { roleOf } from './role-of';

const ID = 'jmlcigkhofnmhncopmcmgjamdikaophc';
const MANIFEST = '/home/ann/.mozilla/native-messaging-hosts/countersign.host.json';

describe('attacks.md 94: the host serves the extension by its exact id', () => {
  it.each([
    ['Chromium', [`chrome-extension://${ID}/`]],
    ['Chromium on Windows', [`chrome-extension://${ID}/`, '--parent-window=0']],
    ['Firefox', [MANIFEST, 'countersign@countersign.example']],
    ['Firefox on Windows', ['C:\\Users\\ann\\countersign.host.json', 'countersign@countersign.example']],
  ])('%s', (_, args) => {
    expect(roleOf(args)).toBe('serve');
  });

  it.each([
    ['nobody', []],
    ['an empty argument', ['']],
    ['another extension', ['chrome-extension://abcdefghijklmnopabcdefghijklmnop/']],
    ['a wildcard', ['chrome-extension://*/']],
    ['the id in capitals', [`chrome-extension://${ID.toUpperCase()}/`]],
    ['a longer id', [`chrome-extension://${ID}a/`]],
    ['a shorter id', [`chrome-extension://${ID.slice(1)}/`]],
    ['a path', [`chrome-extension://${ID}/sign.html`]],
    ['no slash', [`chrome-extension://${ID}`]],
    ['credentials', [`chrome-extension://${ID}@evil/`]],
    ['another scheme', [`https://${ID}/`]],
    ['white space', [` chrome-extension://${ID}/`]],
    ['a line break', [`chrome-extension://${ID}/\n`]],
    ['the id behind another', ['chrome-extension://evil/', `chrome-extension://${ID}/`]],
    ['another behind the id', [`chrome-extension://${ID}/`, 'chrome-extension://evil/']],
    ['another id in Firefox', [MANIFEST, 'evil@countersign.example']],
    ['an id that ends alike', [MANIFEST, 'x-countersign@countersign.example']],
    ['the id without a manifest', ['countersign@countersign.example']],
    ['the manifest alone', [MANIFEST]],
    ['another manifest', ['/home/ann/evil.json', 'countersign@countersign.example']],
    ['the id in capitals in Firefox', [MANIFEST, 'COUNTERSIGN@countersign.example']],
    ['the child with more', ['pkcs11-child', '3', 'more']],
    ['the child elsewhere', ['pkcs11-child', '1']],
    ['an unknown command', ['serve']],
  ])('%s is refused', (_, args) => {
    expect(roleOf(args)).toBe('refuse');
  });

  it('tells child and command line apart', () => {
    expect([['pkcs11-child'], ['pkcs11-child', '3'], ['install'], ['--version']].map(roleOf)).toEqual([
      'child',
      'child',
      'cli',
      'cli',
    ]);
  });
});
