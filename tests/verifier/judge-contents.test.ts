import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statementText, writeCsosOrder, writeX12Order } from '@/lib/documents';
import { demoOrder } from './signed-orders';
import { supplierDesk, type SupplierDesk } from './supplier-desk';

const DAY_MS = 86_400_000;
const bytes = (content: string) => new TextEncoder().encode(content);

let desk: SupplierDesk;
beforeAll(() => {
  desk = supplierDesk();
}, 120_000);
afterAll(() => desk.remove());

describe('what an order says', () => {
  it('refuses an order without a field of 1305.21, and names field and rule', async () => {
    const content = bytes(
      new TextDecoder()
        .decode(writeCsosOrder(demoOrder(desk.now)))
        .replace(/\s*<Name>Harbor Wholesale<\/Name>/, ''),
    );
    const { code, answer } = await desk.verify([await desk.order({ content })]);
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
    const content = writeCsosOrder(demoOrder(desk.now - 3 * DAY_MS, { number: demoOrder(desk.now).number }));
    const { code, codes } = await desk.verify([await desk.order({ content })]);
    expect(code).toBe(1);
    expect(codes).toContain('order/date-not-today');
  });

  it('reads an order that was signed as X12 850', async () => {
    const content = writeX12Order(demoOrder(desk.now));
    const { code, answer } = await desk.verify([await desk.order({ content })]);
    expect(code).toBe(0);
    expect(answer.verdict?.checks).toMatchObject({ fields: 'held', schedules: 'held' });
  });

  it('never takes a signed statement about an order for an order', async () => {
    const { supplier, purchaser, ...order } = demoOrder(desk.now);
    for (const kind of ['lost', 'cancellation', 'non-acceptance'] as const) {
      const { date } = order;
      const about = { kind, order, supplier, registrant: purchaser, signer: 'Dana Okafor', date };
      const { code, answer } = await desk.verify([
        await desk.order({ content: bytes(statementText({ ...about, reason: '<CSOSOrderRequest>' })) }),
      ]);
      expect(code).toBe(3);
      expect(answer.verdict).toMatchObject({ checks: { signature: 'held' }, order: null });
      expect(answer.verdict?.reasons).toMatchObject([{ code: 'document/form-unknown' }]);
    }
  });

  it('refuses an X12 850 that lacks a field, and leaves one in other codes undecided', async () => {
    const text = new TextDecoder().decode(writeX12Order(demoOrder(desk.now)));
    const without = bytes(text.replace(/PO1\*1\*12/, 'PO1*1*'));
    expect(await desk.verify([await desk.order({ content: without })])).toMatchObject({
      code: 1,
      codes: ['document/field-missing'],
    });
    const foreign = bytes(text.replaceAll('*PK', '*EA'));
    expect(await desk.verify([await desk.order({ content: foreign })])).toMatchObject({
      code: 3,
      codes: ['document/form-unknown'],
    });
  });

  it('leaves an order in a form that it can’t read undecided, with the signature judged', async () => {
    const content = bytes('ISA*00*          *00*~');
    const { code, answer, codes } = await desk.verify([await desk.order({ content })]);
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
    const [first] = demoOrder(desk.now).lines;
    const disguised = (schedule: 'none' | '4') =>
      writeCsosOrder(demoOrder(desk.now, { lines: [{ ...first!, schedule }] }));
    for (const schedule of ['none', '4'] as const) {
      const file = await desk.order({ by: 'low', content: disguised(schedule) });
      expect(await desk.verify([file])).toMatchObject({
        code: 3,
        codes: ['order/line-schedule-doubtful'],
      });
    }
  });

  it('verifies detached signatures with the order beside them', async () => {
    const file = await desk.order({ detached: true });
    const content = desk.write(writeCsosOrder(demoOrder(desk.now)), 'order.xml');
    const other = desk.write(
      writeCsosOrder(demoOrder(desk.now, { number: '26X999999' as never })),
      'other.xml',
    );
    expect(await desk.verify([file, '--content', content])).toMatchObject({
      code: 0,
      codes: [],
    });
    expect(await desk.verify([file])).toMatchObject({
      code: 3,
      codes: ['cms/content-missing'],
    });
    expect(await desk.verify([file, '--content', other])).toMatchObject({
      code: 1,
      codes: ['cms/content-changed'],
    });
  });

  it('attacks.md 33: a signing time after the order arrived', async () => {
    const file = await desk.order({ at: desk.now });
    const early = new Date(desk.now - 3_600_000).toISOString();
    expect(await desk.verify([file, '--received', early])).toMatchObject({ code: 1 });
    expect((await desk.verify([file, '--received', early])).codes).toContain('cms/signing-time-implausible');
    const future = await desk.order({
      at: desk.now + 2 * DAY_MS,
      content: writeCsosOrder(demoOrder(desk.now + 2 * DAY_MS)),
    });
    expect((await desk.verify([future])).codes).toContain('cms/signing-time-implausible');
    const soon = new Date(Date.now()).toISOString();
    expect(await desk.verify([file, '--received', soon])).toMatchObject({
      code: 0,
      codes: [],
    });
  });

  it('attacks.md 34: an order number that was used before', async () => {
    const file = await desk.order();
    const { number } = demoOrder(desk.now);
    const seen = (content: string) => ['--seen', desk.write(bytes(content), 'seen.txt')];
    expect(await desk.verify([file, ...seen(`# ours\n${number} FM1234563\n`)])).toMatchObject({
      code: 1,
      codes: ['order/number-used'],
    });
    expect((await desk.verify([file, ...seen(`${number}\n`)])).code).toBe(1);
    expect(await desk.verify([file, ...seen(`${number} FB7654329\n`)])).toMatchObject({
      code: 0,
      codes: [],
    });
    const twice = await desk.run(['verify', file, await desk.order(), ...desk.trust()]);
    expect([twice.code, twice.out]).toEqual([1, expect.stringContaining('1 valid, 1 invalid')]);
  });

  it('compares the supplier where asked', async () => {
    const file = await desk.order();
    expect(await desk.verify([file, '--supplier', 'RH2222228'])).toMatchObject({ code: 0 });
    expect(await desk.verify([file, '--supplier', 'RM1111119'])).toMatchObject({
      code: 1,
      codes: ['order/supplier-differs'],
    });
  });
});
