import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCsosOrder } from '@/lib/documents';
import type { DemoSubscriberId } from '../pki/demo-subscribers';
import { makeDemoPki } from '../pki/make-demo-pki';
import { openssl } from '../pki/openssl';
import { demoOrder, signedOrder } from './signed-orders';
import { supplierDesk, type SupplierDesk } from './supplier-desk';

const DAY_MS = 86_400_000;

let desk: SupplierDesk;
beforeAll(() => {
  desk = supplierDesk();
}, 120_000);
afterAll(() => desk.remove());

describe('whose signature an order bears', () => {
  it.each<[string, (message: Buffer) => void, string]>([
    ['a bit of the content', (m) => void (m[m.indexOf('Oxycodone')]! ^= 0x20), 'cms/content-changed'],
    ['a bit of the signature', (m) => void (m[m.length - 5]! ^= 1), 'cms/signature-invalid'],
  ])('refuses an order after %s was flipped', async (_, bend, expected) => {
    const message = Buffer.from(await signedOrder(desk.pki, { at: desk.now }));
    bend(message);
    const file = desk.write(message);
    const { code, answer, codes } = await desk.verify([file]);
    expect([code, answer.outcome, codes]).toEqual([1, 'invalid', [expected]]);
    expect(answer.verdict).toMatchObject({ order: null, signer: null, checks: { fields: 'not-checked' } });
    expect(desk.opensslSays(file)).toBe(false);
  });

  it('refuses an order under another root', async () => {
    const args = ['verify', await desk.order(), '--root', desk.pki.strangerRoot, ...desk.trust().slice(2)];
    expect(await desk.ask(args)).toMatchObject({ code: 1, codes: ['certificate/path-not-found'] });
  });

  it.each<[DemoSubscriberId, number, string[]]>([
    ['expired', 0, ['certificate/expired']],
    ['revoked', 0, ['certificate/revoked']],
    ['low', 0, ['certificate/schedule-not-allowed']],
    ['other-registrant', 0, ['certificate/dea-number-differs']],
    ['coordinator', 0, ['certificate/coordinator']],
    ['full', -60, ['certificate/not-yet-valid']],
  ])('refuses what %s signs (day %i)', async (by, days, expected) => {
    const at = desk.now + days * DAY_MS;
    const content = writeCsosOrder(demoOrder(at));
    const { code, codes, answer } = await desk.verify([await desk.order({ by, at, content })]);
    expect(codes).toEqual(expect.arrayContaining(expected));
    expect([code, answer.outcome]).toEqual([1, 'invalid']);
  });

  it('attacks.md 59: judges a certificate that has expired as of signing, and says so', async () => {
    const at = desk.now - 20 * DAY_MS;
    const file = await desk.order({ by: 'expired', at });
    const before = new Date(at + 3_600_000).toISOString();
    const { code, answer, codes } = await desk.verify([file, '--received', before]);
    expect(codes).toContain('certificate/expired-since');
    expect(answer.verdict?.checks).toMatchObject({ certificate: 'held', revocation: 'not-checked' });
    // Today's list may leave an expired certificate out, so it doesn't show that it wasn't revoked.
    expect(code).toBe(3);
  });

  it('tells a revocation after signing from one before', async () => {
    // The demo's list says: revoked five days ago.
    const at = desk.now - 7 * DAY_MS;
    const file = await desk.order({ by: 'revoked', at });
    const late = new Date(desk.now - DAY_MS).toISOString();
    expect(await desk.verify([file])).toMatchObject({
      code: 3,
      codes: ['certificate/revoked-since'],
    });
    expect(await desk.verify([file, '--received', late])).toMatchObject({
      code: 1,
      codes: ['certificate/revoked'],
    });
    const backdated = await desk.order({ by: 'revoked', at: desk.now - 4 * DAY_MS });
    expect((await desk.verify([backdated])).code).toBe(1);
  });

  it('never calls an order valid whose revocation wasn’t looked up', async () => {
    const file = await desk.order();
    const args = ['verify', file, '--root', desk.pki.root];
    for (const lists of [[], ['--crl', desk.pki.rootCrl], ['--crl', desk.pki.subCrl]]) {
      const { code, answer, codes } = await desk.ask([...args, ...lists]);
      expect([code, answer.outcome]).toEqual([3, 'undecided']);
      expect(codes).toContain('certificate/status-unknown');
      expect(answer.verdict).toMatchObject({ valid: false, statusAt: null });
    }
  });

  it('never calls an order valid because its signer stands among the roots', async () => {
    const file = await desk.order();
    const chain = join(desk.dir, 'chain.pem');
    const plain = ['-inform', 'DER', '-in', file, '-print_certs', '-out', chain];
    openssl(['pkcs7', ...plain]);
    expect(await desk.ask(['verify', file, '--root', chain])).toMatchObject({
      code: 3,
      codes: ['certificate/status-unknown'],
    });
    expect((await desk.verify([file])).code).toBe(0);
  });

  it('doesn’t take a list that has ended', async () => {
    // Made forty days ago, with lists that were good for thirty.
    const old = makeDemoPki({ dir: join(desk.dir, 'old-pki'), now: desk.now - 40 * DAY_MS });
    const file = desk.write(await signedOrder(old, { at: desk.now }));
    const lists = ['--crl', old.rootCrl, '--crl', old.subCrl];
    const { code, codes } = await desk.ask(['verify', file, '--root', old.root, ...lists]);
    expect(code).toBe(3);
    expect(codes).toEqual(expect.arrayContaining(['crl/expired', 'certificate/status-unknown']));
  });
});
