import { posix, win32 } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '@/lib/host';
import * as v from 'valibot';
import { findKnownModules, type System } from './known-modules';

const system = (over: Partial<System>, ...files: string[]): System => ({
  platform: 'linux',
  arch: 'x64',
  env: {},
  isFile: (path) => files.includes(path),
  ...over,
});
const MAKERS = ['OpenSC', 'SafeNet (Thales) eToken', 'YubiKey', 'SoftHSM2'];

test.each(['linux', 'darwin', 'win32'] as const)('%s: every maker has a place, found or not', (platform) => {
  const modules = findKnownModules(system({ platform }));
  expect(modules.map(({ name }) => name)).toEqual(MAKERS);
  expect(modules.every(({ found }) => !found)).toBe(true);
  const paths = platform === 'win32' ? win32 : posix;
  expect(modules.every(({ path }) => paths.isAbsolute(path))).toBe(true);
});

test('the first place that has the file is told', () => {
  const fedora = '/usr/lib64/pkcs11/libsofthsm2.so';
  expect(findKnownModules(system({}, fedora)).at(-1)).toEqual({
    name: 'SoftHSM2',
    path: fedora,
    found: true,
  });
  const arm = '/usr/lib/aarch64-linux-gnu/opensc-pkcs11.so';
  expect(findKnownModules(system({ arch: 'arm64' }, arm))[0]).toEqual({
    name: 'OpenSC',
    path: arm,
    found: true,
  });
});

test('Windows’ folders are where this Windows says', () => {
  const path = 'D:\\Windows\\System32\\eTPKCS11.dll';
  const modules = findKnownModules(system({ platform: 'win32', env: { SystemRoot: 'D:\\Windows' } }, path));
  expect(modules[1]).toMatchObject({ path, found: true });
});

test('this machine’s list is as the protocol wants it', () => {
  expect(v.is(commands.modules.value, { modules: findKnownModules() })).toBe(true);
});
