import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { supplierDesk, type SupplierDesk } from './supplier-desk';

let desk: SupplierDesk;
beforeAll(() => {
  desk = supplierDesk();
}, 120_000);
afterAll(() => desk.remove());

describe('files that are handed to the verifier', () => {
  it('calls a file unreadable, not invalid, that the system won’t give it, or that never ends', async () => {
    const good = await desk.order();
    const loop = join(desk.dir, 'loop.p7m');
    symlinkSync(loop, loop);
    mkdirSync(join(desk.dir, 'closed', 'inner.p7m'), { recursive: true });
    const unreadable = [loop, join(desk.dir, 'x'.repeat(300)), join(good, 'inside'), '/dev/zero'];
    for (const file of [...unreadable, join(desk.dir, 'closed')]) {
      const { code, answer } = await desk.verify([file]);
      expect([file, code, answer.outcome]).toEqual([file, 2, 'unreadable']);
    }
    expect(await desk.run(['verify', good, ...desk.trust(), '--crl', loop])).toMatchObject({
      code: 2,
      out: '',
    });
    expect((await desk.run(['verify', good, loop, ...desk.trust()])).out).toContain('1 valid, 0 invalid');
  });

  it.each<[string, (file: string) => string[], RegExp]>([
    ['no command', () => [], /no command given/],
    ['another command', (file) => ['check', file], /unknown command “check”/],
    ['no order', () => ['verify', ...desk.trust()], /no order given/],
    ['no root', (file) => ['verify', file], /no trusted root/],
    ['an unknown option', (file) => ['verify', file, ...desk.trust(), '--force'], /--force/],
    [
      'a time without zone',
      (file) => ['verify', file, ...desk.trust(), '--received', '2026-11-20T10:00'],
      /zone/,
    ],
    [
      'a future arrival',
      (file) => ['verify', file, ...desk.trust(), '--received', '2099-01-01T00:00Z'],
      /later than this/,
    ],
    ['a bad DEA number', (file) => ['verify', file, ...desk.trust(), '--supplier', 'RH2222229'], /RH2222229/],
    ['a list as root', (file) => ['verify', file, '--root', desk.pki.subCrl], /no certificate/],
    [
      'a root as list',
      (file) => ['verify', file, '--root', desk.pki.root, '--crl', desk.pki.root],
      /not a revocation list/,
    ],
    ['a missing root', (file) => ['verify', file, '--root', join(desk.dir, 'none')], /ENOENT/],
    ['an empty folder', () => ['verify', desk.pki.dir, ...desk.trust()], /holds no/],
    ['content of two', (file) => ['verify', file, file, ...desk.trust(), '--content', file], /single order/],
  ])('ends with 2 on %s', async (_, args, expected) => {
    const { code, out, err } = await desk.run(args(await desk.order()));
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(expected);
  });

  it('names the root that it trusted, and doubts the file where it is no order at all', async () => {
    const { code, out } = await desk.run(['verify', desk.pki.root, ...desk.trust()]);
    expect(code).toBe(1);
    expect(out).toContain(
      `trusted root, SHA-256 ${createHash('sha256').update(readFileSync(desk.pki.root)).digest('hex')}`,
    );
    expect(out).toMatch(/no signed order, or a damaged one/);
  });
});
