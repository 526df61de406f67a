import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { faultOf } from '@/lib/base';
import { builtFor } from './built-for';
import { checkModuleFile } from './module-file';

const dir = mkdtempSync(join(tmpdir(), 'module-file-'));
afterAll(() => rmSync(dir, { recursive: true }));

function elf(machine: number, { bits = 64, little = true } = {}): Buffer {
  const head = Buffer.alloc(128);
  head.write('\x7fELF', 'latin1');
  head[4] = bits === 64 ? 2 : 1;
  head[5] = little ? 1 : 2;
  if (little) head.writeUInt16LE(machine, 18);
  else head.writeUInt16BE(machine, 18);
  return head;
}
function pe(machine: number, at = 64): Buffer {
  const head = Buffer.alloc(512);
  head.write('MZ', 'latin1');
  head.writeUInt32LE(at, 60);
  if (at < 500) {
    head.write('PE\0\0', at, 'latin1');
    head.writeUInt16LE(machine, at + 4);
  }
  return head;
}
function mach(...cpus: number[]): Buffer {
  const head = Buffer.alloc(512);
  if (cpus.length === 1) {
    head.writeUInt32LE(0xfeedfacf, 0);
    head.writeUInt32LE(cpus[0] ?? 0, 4);
    return head;
  }
  head.writeUInt32BE(0xcafebabe, 0);
  head.writeUInt32BE(cpus.length, 4);
  for (const [index, cpu] of cpus.entries()) head.writeUInt32BE(cpu, 8 + index * 20);
  return head;
}
const X64 = 0x0100_0007;
const ARM64 = 0x0100_000c;

test.each([
  ['ELF for x64', elf(62), 'ELF', ['x64']],
  ['ELF for arm64', elf(183), 'ELF', ['arm64']],
  ['ELF for 32-bit Intel', elf(3, { bits: 32 }), 'ELF', ['ia32']],
  ['ELF for x32, which x64 doesn’t load', elf(62, { bits: 32 }), 'ELF', ['x64?']],
  ['ELF of a big-endian machine', elf(183, { little: false }), 'ELF', ['arm64?']],
  ['PE for x64', pe(0x8664), 'PE', ['x64']],
  ['PE for 32-bit Intel', pe(0x14c, 256), 'PE', ['ia32']],
  ['PE for arm64', pe(0xaa64), 'PE', ['arm64']],
  ['Mach-O for arm64', mach(ARM64), 'Mach-O', ['arm64']],
  ['universal Mach-O', mach(X64, ARM64), 'Mach-O', ['x64', 'arm64']],
])('reads what a library was built for: %s', (_, head, platform, archs) => {
  expect(builtFor(head)).toEqual({ platform, archs });
});

test.each([
  ['text', Buffer.from('#!/bin/sh\necho no library, however long this text may be made here\n')],
  ['nothing', Buffer.alloc(0)],
  ['PE whose header lies beyond what is read', pe(0x8664, 0xffff_ffff)],
  ['a Java class', Buffer.concat([Buffer.from('cafebabe00000041', 'hex'), Buffer.alloc(200)])],
])('anything else is none: %s', (_, head) => {
  expect(builtFor(head)).toBeNull();
});

test('whatever a file begins with, reading it throws nothing', () => {
  const magic = fc.constantFrom('', '7f454c46', '4d5a', 'cafebabe', 'cffaedfe');
  fc.assert(
    fc.property(magic, fc.uint8Array({ maxLength: 300 }), (start, rest) => {
      const built = builtFor(Buffer.concat([Buffer.from(start, 'hex'), rest]));
      expect(built === null || built.archs.length >= 0).toBe(true);
    }),
  );
});

describe('before a module is loaded', () => {
  const fault = (path: string, platform: NodeJS.Platform = 'linux', arch: NodeJS.Architecture = 'x64') => {
    try {
      checkModuleFile(path, platform, arch);
      return 'no fault';
    } catch (error) {
      return faultOf(error).code;
    }
  };
  const file = (name: string, head: Buffer) => {
    const path = join(dir, name);
    writeFileSync(path, head);
    return path;
  };

  test('its architecture fits, or it isn’t loaded', () => {
    const intel = file('intel.so', elf(62));
    expect(fault(intel)).toBe('no fault');
    expect(fault(intel, 'linux', 'arm64')).toBe('token/module-wrong-architecture');
    expect(fault(file('32.so', elf(3, { bits: 32 })))).toBe('token/module-wrong-architecture');
    expect(fault(file('both.dylib', mach(X64, ARM64)), 'darwin', 'arm64')).toBe('no fault');
    expect(fault(file('32.dll', pe(0x14c)), 'win32')).toBe('token/module-wrong-architecture');
  });

  test('another system’s library, or no library, is no module', () => {
    expect(fault(file('windows.dll', pe(0x8664)))).toBe('token/module-not-pkcs11');
    expect(fault(file('text.so', Buffer.from('text')))).toBe('token/module-not-pkcs11');
  });

  test('a path is absolute and leads to a file', () => {
    const there = file('there.so', elf(62));
    symlinkSync(there, join(dir, 'link.so'));
    expect(fault(join(dir, 'link.so'))).toBe('no fault');
    for (const path of ['there.so', './there.so', dir, '/dev/null', `${there}\0.so`, join(dir, 'absent.so')])
      expect(fault(path), path).toBe('token/module-missing');
  });
});
