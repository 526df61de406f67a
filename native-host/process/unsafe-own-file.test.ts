import { chmodSync, chownSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unsafeOwnFile } from './unsafe-own-file';

let top = '';
let file = '';
beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'countersign-own-')));
  mkdirSync(join(top, 'opt', 'host'), { recursive: true, mode: 0o755 });
  file = join(top, 'opt', 'host', 'countersign-host.mjs');
  writeFileSync(file, '', { mode: 0o644 });
});
afterEach(() => {
  rmSync(top, { recursive: true });
});

describe.skipIf(process.platform === 'win32')(
  'attacks.md 96: nobody else may write where the host lies',
  () => {
    it('as it is installed', () => {
      expect(unsafeOwnFile([file])).toBe(null);
    });

    it('the file', () => {
      chmodSync(file, 0o666);
      expect(unsafeOwnFile([file])).toEqual({ why: 'writable', path: file });
    });

    it('a folder above it', () => {
      chmodSync(join(top, 'opt'), 0o777);
      expect(unsafeOwnFile([file])).toEqual({ why: 'writable', path: join(top, 'opt') });
      // Nobody may replace another's files in such a folder.
      chmodSync(join(top, 'opt'), 0o1777);
      expect(unsafeOwnFile([file])).toBe(null);
    });

    it.runIf(process.getuid?.() === 0)('another account’s file', () => {
      chownSync(file, 65_534, 65_534);
      expect(unsafeOwnFile([file])).toEqual({ why: 'owner', path: file });
    });
  },
);
