import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildVerifier, type BuiltVerifier } from './build-verifier';
import { demoOrder, signedOrder } from './signed-orders';
import { supplierDesk, type SupplierDesk } from './supplier-desk';

const bytes = (content: string) => new TextEncoder().encode(content);
let desk: SupplierDesk;
let verifier: BuiltVerifier;

beforeAll(() => {
  desk = supplierDesk();
  verifier = buildVerifier();
}, 180_000);
afterAll(() => {
  desk.remove();
  verifier.remove();
});

/** As it is handed out: built, and run by Node alone in a process of its own. What it judges: judge-*.test.ts. */
describe('countersign verify', () => {
  it('calls a good order valid, and so does OpenSSL', async () => {
    const file = await desk.order();
    const { code, answer } = verifier.ask(['verify', file, ...desk.trust()]);
    expect(answer.verdict?.reasons).toEqual([]);
    expect([code, answer.outcome]).toEqual([0, 'valid']);
    expect(answer.verdict?.order).toMatchObject({ number: demoOrder(desk.now).number, lines: [{}, {}] });
    expect(answer.verdict?.signer).toMatchObject({
      registrantName: 'Maple Street Pharmacy',
      schedules: ['2', '2N', '3', '3N', '4', '5'],
    });
    expect(answer.verdict?.checks).toMatchObject({
      revocation: 'held',
      supplier: 'not-asked',
      number: 'not-asked',
    });
    expect(desk.opensslSays(file)).toBe(true);
  });

  it('takes PEM, base64, standard input and a CA that the order doesn’t carry', async () => {
    const message = Buffer.from(await signedOrder(desk.pki, { at: desk.now, withoutChain: true }));
    const base64 = message.toString('base64').replace(/.{64}/g, '$&\n');
    const pem = `-----BEGIN CMS-----\n${base64}\n-----END CMS-----\n`;
    for (const form of [message, bytes(base64), bytes(pem)]) {
      const args = ['verify', '-', ...desk.trust(), '--ca', desk.pki.sub];
      expect(verifier.ask(args, form)).toMatchObject({ code: 0, codes: [] });
    }
    expect(verifier.ask(['verify', '-', ...desk.trust()], message)).toMatchObject({
      code: 1,
      codes: ['certificate/path-not-found'],
    });
  });

  it('ends with the code of its answer, and writes what it says to the right place', async () => {
    const file = await desk.order();
    const strange = ['verify', file, '--root', desk.pki.strangerRoot, ...desk.trust().slice(2)];
    expect(verifier.ask(strange)).toMatchObject({ code: 1, codes: ['certificate/path-not-found'] });
    const unchecked = verifier.ask(['verify', file, '--root', desk.pki.root]);
    expect(unchecked).toMatchObject({ code: 3, answer: { outcome: 'undecided' } });
    const { code, out, err } = verifier.run(['verify', file]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/no trusted root/);
  });

  it('verifies the orders of a folder and ends with the gravest answer', async () => {
    const folder = join(desk.dir, 'folder');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.p7m'), await signedOrder(desk.pki, { at: desk.now }));
    writeFileSync(join(folder, 'b.p7m'), 'no order');
    writeFileSync(join(folder, 'c.txt'), 'not looked at');
    const { code, out } = verifier.run(['verify', folder, ...desk.trust()]);
    expect([code, out]).toEqual([1, expect.stringContaining('1 valid, 1 invalid, 0 undecided')]);
    expect(
      verifier.run(['verify', join(folder, 'a.p7m'), join(desk.dir, 'none.p7m'), ...desk.trust()]).code,
    ).toBe(2);
  });

  it('tells people what held, aligned and without colour in a pipe', async () => {
    const { code, out, err } = verifier.run(['verify', await desk.order(), ...desk.trust()]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/independently built, unaudited software/);
    expect(out.match(/unaudited/g)).toHaveLength(1);
    expect(out).toMatch(/^VALID {2}.*\.p7m$/m);
    expect(out).toMatch(/^ {2}purchaser {12}Maple Street Pharmacy, FM1234563$/m);
    expect(out).toMatch(/^ {2}revocation {11}held {8}as of \d{4}-/m);
    expect(out).not.toMatch(/\u001b|certified|compliant|approved/);
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
