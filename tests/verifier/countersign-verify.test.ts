import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCsosOrder, writeX12Order } from '@/lib/documents';
import { demoPki } from '../pki/demo-pki';
import type { DemoSubscriberId } from '../pki/demo-subscribers';
import { makeDemoPki, type DemoPki } from '../pki/make-demo-pki';
import { openssl } from '../pki/openssl';
import { buildVerifier, type BuiltVerifier } from './build-verifier';
import { demoOrder, signedOrder, type SignOptions } from './signed-orders';

const DAY_MS = 86_400_000;
const now = Date.now();
const dir = mkdtempSync(join(tmpdir(), 'orders-'));
let pki: DemoPki;
let verifier: BuiltVerifier;

beforeAll(() => {
  pki = demoPki();
  verifier = buildVerifier();
}, 180_000);

afterAll(() => {
  rmSync(dir, { recursive: true });
  verifier.remove();
});

/** Roots and lists as a supplier has them. */
const trust = () => ['--root', pki.root, '--crl', pki.rootCrl, '--crl', pki.subCrl];
const text = (order = demoOrder(now)) => new TextDecoder().decode(writeCsosOrder(order));
const bytes = (content: string) => new TextEncoder().encode(content);

let files = 0;
function write(content: Uint8Array, name = `order-${++files}.p7m`): string {
  const file = join(dir, name);
  writeFileSync(file, content);
  return file;
}

async function order(options: Partial<SignOptions> = {}): Promise<string> {
  return write(await signedOrder(pki, { at: now, ...options }));
}

/** OpenSSL on signature and chain of the same file, the second opinion. */
function opensslSays(file: string): boolean {
  try {
    const root = join(pki.dir, 'root.pem');
    const plain = ['-binary', '-inform', 'DER', '-purpose', 'any', '-CAfile', root];
    openssl(['cms', '-verify', ...plain, '-in', file, '-out', join(dir, 'content')]);
    return true;
  } catch (error) {
    if (error instanceof Error && /Verification failure|verify error|Error/.test(error.message)) return false;
    throw error;
  }
}

describe('countersign verify', () => {
  it('calls a good order valid, and so does OpenSSL', async () => {
    const file = await order();
    const { code, answer } = verifier.ask(['verify', file, ...trust()]);
    expect(answer.verdict?.reasons).toEqual([]);
    expect([code, answer.outcome]).toEqual([0, 'valid']);
    expect(answer.verdict?.order).toMatchObject({ number: demoOrder(now).number, lines: [{}, {}] });
    expect(answer.verdict?.signer).toMatchObject({
      registrantName: 'Maple Street Pharmacy',
      schedules: ['2', '2N', '3', '3N', '4', '5'],
    });
    expect(answer.verdict?.checks).toMatchObject({
      revocation: 'held',
      supplier: 'not-asked',
      number: 'not-asked',
    });
    expect(opensslSays(file)).toBe(true);
  });

  it('takes PEM, base64, standard input and a CA that the order doesn’t carry', async () => {
    const message = Buffer.from(await signedOrder(pki, { at: now, withoutChain: true }));
    const base64 = message.toString('base64').replace(/.{64}/g, '$&\n');
    const pem = `-----BEGIN CMS-----\n${base64}\n-----END CMS-----\n`;
    for (const form of [message, bytes(base64), bytes(pem)]) {
      const args = ['verify', '-', ...trust(), '--ca', pki.sub];
      expect(verifier.ask(args, form)).toMatchObject({ code: 0, codes: [] });
    }
    expect(verifier.ask(['verify', '-', ...trust()], message)).toMatchObject({
      code: 1,
      codes: ['certificate/path-not-found'],
    });
  });

  it.each<[string, (message: Buffer) => void, string]>([
    ['a bit of the content', (m) => void (m[m.indexOf('Oxycodone')]! ^= 0x20), 'cms/content-changed'],
    ['a bit of the signature', (m) => void (m[m.length - 5]! ^= 1), 'cms/signature-invalid'],
  ])('refuses an order after %s was flipped', async (_, bend, expected) => {
    const message = Buffer.from(await signedOrder(pki, { at: now }));
    bend(message);
    const file = write(message);
    const { code, answer, codes } = verifier.ask(['verify', file, ...trust()]);
    expect([code, answer.outcome, codes]).toEqual([1, 'invalid', [expected]]);
    expect(answer.verdict).toMatchObject({ order: null, signer: null, checks: { fields: 'not-checked' } });
    expect(opensslSays(file)).toBe(false);
  });

  it('refuses an order under another root', async () => {
    const args = ['verify', await order(), '--root', pki.strangerRoot, ...trust().slice(2)];
    expect(verifier.ask(args)).toMatchObject({ code: 1, codes: ['certificate/path-not-found'] });
  });

  it.each<[DemoSubscriberId, number, string[]]>([
    ['expired', 0, ['certificate/expired']],
    ['revoked', 0, ['certificate/revoked']],
    ['low', 0, ['certificate/schedule-not-allowed']],
    ['other-registrant', 0, ['certificate/dea-number-differs']],
    ['coordinator', 0, ['certificate/coordinator']],
    ['full', -60, ['certificate/not-yet-valid']],
  ])('refuses what %s signs (day %i)', async (by, days, expected) => {
    const at = now + days * DAY_MS;
    const content = writeCsosOrder(demoOrder(at));
    const { code, codes, answer } = verifier.ask(['verify', await order({ by, at, content }), ...trust()]);
    expect(codes).toEqual(expect.arrayContaining(expected));
    expect([code, answer.outcome]).toEqual([1, 'invalid']);
  });

  it('attacks.md 59: judges a certificate that has expired as of signing, and says so', async () => {
    const at = now - 20 * DAY_MS;
    const file = await order({ by: 'expired', at });
    const before = new Date(at + 3_600_000).toISOString();
    const { code, answer, codes } = verifier.ask(['verify', file, ...trust(), '--received', before]);
    expect(codes).toContain('certificate/expired-since');
    expect(answer.verdict?.checks).toMatchObject({ certificate: 'held', revocation: 'not-checked' });
    // Today's list may leave an expired certificate out, so it doesn't show that it wasn't revoked.
    expect(code).toBe(3);
  });

  it('tells a revocation after signing from one before', async () => {
    // The demo's list says: revoked five days ago.
    const at = now - 7 * DAY_MS;
    const file = await order({ by: 'revoked', at });
    const late = new Date(now - DAY_MS).toISOString();
    expect(verifier.ask(['verify', file, ...trust()])).toMatchObject({
      code: 3,
      codes: ['certificate/revoked-since'],
    });
    expect(verifier.ask(['verify', file, ...trust(), '--received', late])).toMatchObject({
      code: 1,
      codes: ['certificate/revoked'],
    });
    const backdated = await order({ by: 'revoked', at: now - 4 * DAY_MS });
    expect(verifier.ask(['verify', backdated, ...trust()]).code).toBe(1);
  });

  it('never calls an order valid whose revocation wasn’t looked up', async () => {
    const file = await order();
    const args = ['verify', file, '--root', pki.root];
    for (const lists of [[], ['--crl', pki.rootCrl], ['--crl', pki.subCrl]]) {
      const { code, answer, codes } = verifier.ask([...args, ...lists]);
      expect([code, answer.outcome]).toEqual([3, 'undecided']);
      expect(codes).toContain('certificate/status-unknown');
      expect(answer.verdict).toMatchObject({ valid: false, statusAt: null });
    }
  });

  it('never calls an order valid because its signer stands among the roots', async () => {
    const file = await order();
    const chain = join(dir, 'chain.pem');
    const plain = ['-inform', 'DER', '-in', file, '-print_certs', '-out', chain];
    openssl(['pkcs7', ...plain]);
    expect(verifier.ask(['verify', file, '--root', chain])).toMatchObject({
      code: 3,
      codes: ['certificate/status-unknown'],
    });
    expect(verifier.ask(['verify', file, ...trust()]).code).toBe(0);
  });

  it('doesn’t take a list that has ended', async () => {
    // Made forty days ago, with lists that were good for thirty.
    const old = makeDemoPki({ dir: join(dir, 'old-pki'), now: now - 40 * DAY_MS });
    const file = write(await signedOrder(old, { at: now }));
    const lists = ['--crl', old.rootCrl, '--crl', old.subCrl];
    const { code, codes } = verifier.ask(['verify', file, '--root', old.root, ...lists]);
    expect(code).toBe(3);
    expect(codes).toEqual(expect.arrayContaining(['crl/expired', 'certificate/status-unknown']));
  });

  it('refuses an order without a field of 1305.21, and names field and rule', async () => {
    const content = bytes(text().replace(/\s*<Name>Harbor Wholesale<\/Name>/, ''));
    const { code, answer } = verifier.ask(['verify', await order({ content }), ...trust()]);
    expect(code).toBe(1);
    expect(answer.verdict?.reasons).toMatchObject([
      {
        check: 'fields',
        code: 'document/field-missing',
        field: 'Supplier/Name',
        rule: '21 CFR 1305.21(b)(3)',
      },
    ]);
  });

  it('refuses a date that isn’t the day of signing', async () => {
    const content = writeCsosOrder(demoOrder(now - 3 * DAY_MS, { number: demoOrder(now).number }));
    const { code, codes } = verifier.ask(['verify', await order({ content }), ...trust()]);
    expect(code).toBe(1);
    expect(codes).toContain('order/date-not-today');
  });

  it('reads an order that was signed as X12 850', async () => {
    const content = writeX12Order(demoOrder(now));
    const { code, answer } = verifier.ask(['verify', await order({ content }), ...trust()]);
    expect(code).toBe(0);
    expect(answer.verdict?.checks).toMatchObject({ fields: 'held', schedules: 'held' });
  });

  it('refuses an X12 850 that lacks a field, and leaves one in other codes undecided', async () => {
    const text = new TextDecoder().decode(writeX12Order(demoOrder(now)));
    const without = bytes(text.replace(/PO1\*1\*12/, 'PO1*1*'));
    expect(verifier.ask(['verify', await order({ content: without }), ...trust()])).toMatchObject({
      code: 1,
      codes: ['document/field-missing'],
    });
    const foreign = bytes(text.replaceAll('*PK', '*EA'));
    expect(verifier.ask(['verify', await order({ content: foreign }), ...trust()])).toMatchObject({
      code: 3,
      codes: ['document/form-unknown'],
    });
  });

  it('leaves an order in a form that it can’t read undecided, with the signature judged', async () => {
    const content = bytes('ISA*00*          *00*~');
    const { code, answer, codes } = verifier.ask(['verify', await order({ content }), ...trust()]);
    expect([code, codes]).toEqual([3, ['document/form-unknown']]);
    expect(answer.verdict?.checks).toMatchObject({
      signature: 'held',
      certificate: 'held',
      revocation: 'held',
      fields: 'not-checked',
      registration: 'not-checked',
      schedules: 'not-checked',
    });
  });

  it('attacks.md 65: a schedule that the product’s name contradicts is not taken on trust', async () => {
    const [first] = demoOrder(now).lines;
    const disguised = (schedule: 'none' | '4') =>
      writeCsosOrder(demoOrder(now, { lines: [{ ...first!, schedule }] }));
    for (const schedule of ['none', '4'] as const) {
      const file = await order({ by: 'low', content: disguised(schedule) });
      expect(verifier.ask(['verify', file, ...trust()])).toMatchObject({
        code: 3,
        codes: ['order/line-schedule-doubtful'],
      });
    }
  });

  it('verifies detached signatures with the order beside them', async () => {
    const file = await order({ detached: true });
    const content = write(writeCsosOrder(demoOrder(now)), 'order.xml');
    const other = write(writeCsosOrder(demoOrder(now, { number: '26X999999' as never })), 'other.xml');
    expect(verifier.ask(['verify', file, ...trust(), '--content', content])).toMatchObject({
      code: 0,
      codes: [],
    });
    expect(verifier.ask(['verify', file, ...trust()])).toMatchObject({
      code: 3,
      codes: ['cms/content-missing'],
    });
    expect(verifier.ask(['verify', file, ...trust(), '--content', other])).toMatchObject({
      code: 1,
      codes: ['cms/content-changed'],
    });
  });

  it('attacks.md 33: a signing time after the order arrived', async () => {
    const file = await order({ at: now });
    const early = new Date(now - 3_600_000).toISOString();
    expect(verifier.ask(['verify', file, ...trust(), '--received', early])).toMatchObject({ code: 1 });
    expect(verifier.ask(['verify', file, ...trust(), '--received', early]).codes).toContain(
      'cms/signing-time-implausible',
    );
    const future = await order({
      at: now + 2 * DAY_MS,
      content: writeCsosOrder(demoOrder(now + 2 * DAY_MS)),
    });
    expect(verifier.ask(['verify', future, ...trust()]).codes).toContain('cms/signing-time-implausible');
    const soon = new Date(Date.now()).toISOString();
    expect(verifier.ask(['verify', file, ...trust(), '--received', soon])).toMatchObject({
      code: 0,
      codes: [],
    });
  });

  it('attacks.md 34: an order number that was used before', async () => {
    const file = await order();
    const { number } = demoOrder(now);
    const seen = (content: string) => ['--seen', write(bytes(content), 'seen.txt')];
    expect(
      verifier.ask(['verify', file, ...trust(), ...seen(`# ours\n${number} FM1234563\n`)]),
    ).toMatchObject({
      code: 1,
      codes: ['order/number-used'],
    });
    expect(verifier.ask(['verify', file, ...trust(), ...seen(`${number}\n`)]).code).toBe(1);
    expect(verifier.ask(['verify', file, ...trust(), ...seen(`${number} FB7654329\n`)])).toMatchObject({
      code: 0,
      codes: [],
    });
    const twice = verifier.run(['verify', file, await order(), ...trust()]);
    expect([twice.code, twice.out]).toEqual([1, expect.stringContaining('1 valid, 1 invalid')]);
  });

  it('compares the supplier where asked', async () => {
    const file = await order();
    expect(verifier.ask(['verify', file, ...trust(), '--supplier', 'RH2222228'])).toMatchObject({ code: 0 });
    expect(verifier.ask(['verify', file, ...trust(), '--supplier', 'RM1111119'])).toMatchObject({
      code: 1,
      codes: ['order/supplier-differs'],
    });
  });

  it('verifies the orders of a folder and ends with the gravest answer', async () => {
    const folder = join(dir, 'folder');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.p7m'), await signedOrder(pki, { at: now }));
    writeFileSync(join(folder, 'b.p7m'), 'no order');
    writeFileSync(join(folder, 'c.txt'), 'not looked at');
    const { code, out } = verifier.run(['verify', folder, ...trust()]);
    expect([code, out]).toEqual([1, expect.stringContaining('1 valid, 1 invalid, 0 undecided')]);
    expect(verifier.run(['verify', join(folder, 'a.p7m'), join(dir, 'none.p7m'), ...trust()]).code).toBe(2);
  });

  it('calls a file unreadable, not invalid, that the system won’t give it, or that never ends', async () => {
    const good = await order();
    const loop = join(dir, 'loop.p7m');
    symlinkSync(loop, loop);
    mkdirSync(join(dir, 'closed', 'inner.p7m'), { recursive: true });
    const unreadable = [loop, join(dir, 'x'.repeat(300)), join(good, 'inside'), '/dev/zero'];
    for (const file of [...unreadable, join(dir, 'closed')]) {
      const { code, answer } = verifier.ask(['verify', file, ...trust()]);
      expect([file, code, answer.outcome]).toEqual([file, 2, 'unreadable']);
    }
    expect(verifier.run(['verify', good, ...trust(), '--crl', loop])).toMatchObject({ code: 2, out: '' });
    expect(verifier.run(['verify', good, loop, ...trust()]).out).toContain('1 valid, 0 invalid');
  });

  it('tells people what held, aligned and without colour in a pipe', async () => {
    const { code, out, err } = verifier.run(['verify', await order(), ...trust()]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/independently built, unaudited software/);
    expect(out.match(/unaudited/g)).toHaveLength(1);
    expect(out).toMatch(/^VALID {2}.*\.p7m$/m);
    expect(out).toMatch(/^ {2}purchaser {12}Maple Street Pharmacy, FM1234563$/m);
    expect(out).toMatch(/^ {2}revocation {11}held {8}as of \d{4}-/m);
    expect(out).not.toMatch(/\u001b|certified|compliant|approved/);
  });

  it.each<[string, (file: string) => string[], RegExp]>([
    ['no command', () => [], /no command given/],
    ['another command', (file) => ['check', file], /unknown command “check”/],
    ['no order', () => ['verify', ...trust()], /no order given/],
    ['no root', (file) => ['verify', file], /no trusted root/],
    ['an unknown option', (file) => ['verify', file, ...trust(), '--force'], /--force/],
    ['a time without zone', (file) => ['verify', file, ...trust(), '--received', '2026-11-20T10:00'], /zone/],
    [
      'a future arrival',
      (file) => ['verify', file, ...trust(), '--received', '2099-01-01T00:00Z'],
      /later than this/,
    ],
    ['a bad DEA number', (file) => ['verify', file, ...trust(), '--supplier', 'RH2222229'], /RH2222229/],
    ['a list as root', (file) => ['verify', file, '--root', pki.subCrl], /no certificate/],
    [
      'a root as list',
      (file) => ['verify', file, '--root', pki.root, '--crl', pki.root],
      /not a revocation list/,
    ],
    ['a missing root', (file) => ['verify', file, '--root', join(dir, 'none')], /ENOENT/],
    ['an empty folder', () => ['verify', pki.dir, ...trust()], /holds no/],
    ['content of two', (file) => ['verify', file, file, ...trust(), '--content', file], /single order/],
  ])('ends with 2 on %s', async (_, args, expected) => {
    const { code, out, err } = verifier.run(args(await order()));
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(expected);
  });

  it('names the root that it trusted, and doubts the file where it is no order at all', () => {
    const { code, out } = verifier.run(['verify', pki.root, ...trust()]);
    expect(code).toBe(1);
    expect(out).toContain(
      `trusted root, SHA-256 ${createHash('sha256').update(readFileSync(pki.root)).digest('hex')}`,
    );
    expect(out).toMatch(/no signed order, or a damaged one/);
  });

  it('answers help and version with 0', () => {
    expect(verifier.run(['--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Usage:') as string,
    });
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(verifier.run(['--version'])).toMatchObject({ code: 0, out: `${version}\n` });
  });
});
