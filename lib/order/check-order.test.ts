import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { CountersignError, type Ndc11, type PlainDate } from '@/lib/base';
import { anyOrder, sampleOrder } from '@/tests/support/orders';
import { checkOrder } from './check-order';
import { completeOrder } from './complete-order';
import { draftOf } from './draft-of';
import { orderFields } from './order-fields';
import type { DraftLine, OrderDraft } from './order';

const facts = { today: sampleOrder.date, registrantDea: sampleOrder.purchaser.deaNumber };
const good = draftOf(sampleOrder);

function withLine(change: Partial<DraftLine>): OrderDraft {
  return { ...good, lines: [{ ...(good.lines[0] as DraftLine), ...change }, good.lines[1] as DraftLine] };
}

function withSupplier(change: Partial<OrderDraft['supplier']['address']>): OrderDraft {
  return { ...good, supplier: { ...good.supplier, address: { ...good.supplier.address, ...change } } };
}

const flaws: readonly (readonly [code: string, field: string, rule: string | null, draft: OrderDraft])[] = [
  ['order/number-missing', 'number', '21 CFR 1305.21(b)(1)', { ...good, number: null }],
  ['order/number-missing', 'number', '21 CFR 1305.21(b)(1)', { ...good, number: '  ' }],
  ['order/number-malformed', 'number', '21 CFR 1305.21(b)(1)', { ...good, number: '26Y100208' }],
  ['order/number-year', 'number', '21 CFR 1305.21(b)(1)', { ...good, number: '25X100208' }],
  [
    'order/purchaser-dea-missing',
    'purchaser.deaNumber',
    '21 CFR 1305.21(b)(2)',
    { ...good, purchaser: { ...good.purchaser, deaNumber: null } },
  ],
  [
    'order/purchaser-dea-invalid',
    'purchaser.deaNumber',
    '21 CFR 1305.21(b)(2)',
    { ...good, purchaser: { ...good.purchaser, deaNumber: 'AP5836728' } },
  ],
  [
    'order/purchaser-differs',
    'purchaser.deaNumber',
    '21 CFR 1305.21(b)(2)',
    { ...good, purchaser: { ...good.purchaser, deaNumber: 'RE1234563' } },
  ],
  [
    'order/purchaser-details-missing',
    'purchaser.name',
    null,
    { ...good, purchaser: { ...good.purchaser, name: '' } },
  ],
  [
    'order/supplier-name-missing',
    'supplier.name',
    '21 CFR 1305.21(b)(3)',
    { ...good, supplier: { ...good.supplier, name: null } },
  ],
  [
    'order/supplier-address-missing',
    'supplier.address.street',
    '21 CFR 1305.21(b)(4)',
    withSupplier({ street: null }),
  ],
  [
    'order/supplier-address-missing',
    'supplier.address.city',
    '21 CFR 1305.21(b)(4)',
    withSupplier({ city: ' ' }),
  ],
  [
    'order/supplier-address-missing',
    'supplier.address.state',
    '21 CFR 1305.21(b)(4)',
    withSupplier({ state: 'Ohio' }),
  ],
  [
    'order/supplier-address-missing',
    'supplier.address.postalCode',
    '21 CFR 1305.21(b)(4)',
    withSupplier({ postalCode: '4300' }),
  ],
  [
    'order/supplier-dea-missing',
    'supplier.deaNumber',
    '21 CFR 1305.21(b)(5)',
    { ...good, supplier: { ...good.supplier, deaNumber: '' } },
  ],
  [
    'order/supplier-dea-invalid',
    'supplier.deaNumber',
    '21 CFR 1305.21(b)(5)',
    { ...good, supplier: { ...good.supplier, deaNumber: 'RE1234564' } },
  ],
  ['order/date-missing', 'date', '21 CFR 1305.21(b)(6)', { ...good, date: null }],
  ['order/date-not-today', 'date', '21 CFR 1305.21(b)(6)', { ...good, date: '2026-11-21' as PlainDate }],
  ['order/date-not-today', 'date', '21 CFR 1305.21(b)(6)', { ...good, date: '2026-11-19' as PlainDate }],
  ['order/date-ahead', 'date', '21 CFR 1305.21(b)(6)', { ...good, date: '2026-11-22' as PlainDate }],
  [
    'order/line-product-missing',
    'lines.1.name',
    '21 CFR 1305.21(b)(7)',
    withLine({ name: ' ', ndc11: null }),
  ],
  [
    'order/line-ndc-malformed',
    'lines.1.ndc11',
    '21 CFR 1305.21(b)(7)',
    withLine({ ndc11: '0406855201' as Ndc11 }),
  ],
  [
    'order/line-package-size-missing',
    'lines.1.packageSize',
    '21 CFR 1305.21(b)(8)',
    withLine({ packageSize: null }),
  ],
  [
    'order/line-package-size-invalid',
    'lines.1.packageSize',
    '21 CFR 1305.21(b)(8)',
    withLine({ packageSize: 0 }),
  ],
  [
    'order/line-package-size-invalid',
    'lines.1.packageSize',
    '21 CFR 1305.21(b)(8)',
    withLine({ packageSize: Number.NaN }),
  ],
  ['order/line-packages-missing', 'lines.1.packages', '21 CFR 1305.21(b)(9)', withLine({ packages: null })],
  ['order/line-packages-invalid', 'lines.1.packages', '21 CFR 1305.21(b)(9)', withLine({ packages: 0 })],
  ['order/line-packages-invalid', 'lines.1.packages', '21 CFR 1305.21(b)(9)', withLine({ packages: 1.5 })],
  [
    'order/line-packages-invalid',
    'lines.1.packages',
    '21 CFR 1305.21(b)(9)',
    withLine({ packages: 100_001 }),
  ],
  ['order/line-schedule-unknown', 'lines.1.schedule', '21 CFR 1311.55(c)', withLine({ schedule: null })],
  ['order/line-doubtful', 'lines.1.packages', null, withLine({ doubtful: ['packages'] })],
  ['order/no-lines', 'lines', '21 CFR 1305.21(b)(9)', { ...good, lines: [] }],
  ['order/lines-misnumbered', 'lines', null, { ...good, lines: good.lines.slice(1) }],
  ['order/field-too-long', 'lines.1.name', null, withLine({ name: 'x'.repeat(301) })],
  ['document/hidden-characters', 'lines.1.name', null, withLine({ name: 'Oxycodone\u202e gm 01' })],
  [
    'document/hidden-characters',
    'supplier.name',
    null,
    { ...good, supplier: { ...good.supplier, name: 'Example\u200b' } },
  ],
  ['document/hidden-characters', 'lines.1.itemNumber', null, withLine({ itemNumber: '5551\t01' })],
];

describe('checkOrder', () => {
  it('finds nothing in an order that is complete', () => {
    expect(checkOrder(good, facts)).toEqual([]);
    fc.assert(
      fc.property(anyOrder, (order) => {
        const found = checkOrder(draftOf(order), {
          today: order.date,
          registrantDea: order.purchaser.deaNumber,
        });
        expect(found.filter(({ severity }) => severity === 'blocks')).toEqual([]);
      }),
    );
  });

  it.each(flaws)('blocks %s at %s', (code, field, rule, draft) => {
    const blocking = checkOrder(draft, facts).filter(({ severity }) => severity === 'blocks');
    expect(blocking).toMatchObject([{ code, field, ...(rule && { rule }) }]);
  });

  it('warns of one product on two lines and of an unknown registrant letter', () => {
    const [first] = good.lines as [DraftLine];
    const draft = {
      ...good,
      lines: [first, { ...first, lineNumber: 2 }],
      supplier: { ...good.supplier, deaNumber: 'QE1234563' },
    };
    expect(checkOrder(draft, facts)).toMatchObject([
      { code: 'order/supplier-dea-prefix', severity: 'warns' },
      { code: 'order/line-repeated', severity: 'warns', params: { line: 2, first: 1 } },
    ]);
  });

  it.each([
    '\u0000',
    '\u00ad',
    '\u061c',
    '\u200d',
    '\u2066',
    '\u2028',
    '\ufeff',
    '\u3164',
    '\u2800',
    '\ud800',
    '\u{e0041}',
    'e\u0301\u0301\u0301',
  ])('refuses hidden %j in any text field, and takes the text without it', (hidden) => {
    expect(() => completeOrder(withLine({ name: `Oxy${hidden}codone` }))).toThrow(CountersignError);
    expect(completeOrder(withLine({ name: 'Oxycodone é µ' })).lines[0]?.name).toBe('Oxycodone é µ');
  });
});

describe('completeOrder', () => {
  it('is the identity on complete orders', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        expect(completeOrder(draftOf(order))).toEqual(order);
      }),
    );
  });

  it('brings text into its one form and refuses the first gap', () => {
    expect(
      completeOrder(withLine({ name: '  Oxycodone \u00a0 HCl ', strength: ' ' })).lines[0],
    ).toMatchObject({
      name: 'Oxycodone HCl',
      strength: null,
    });
    expect(() => completeOrder({ ...good, number: null })).toThrow('order/number-missing');
  });
});

describe('what an order holds (1305.21(b))', () => {
  it('is listed with who may complete it, and every field that is missing cites its own paragraph', () => {
    expect([...new Set(orderFields.map(({ paragraph }) => paragraph))]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const either = orderFields.filter(({ by }) => by === 'either').map(({ fields }) => fields.join());
    expect(either).toEqual(['supplier.address', 'supplier.deaNumber', 'lines.ndc11']);
    const party = {
      name: null,
      deaNumber: null,
      address: { street: null, street2: null, city: null, state: null, postalCode: null },
    };
    const line = {
      ...(good.lines[0] as DraftLine),
      name: '',
      ndc11: null,
      packageSize: null,
      packages: null,
    };
    const empty = { number: null, date: null, supplier: party, purchaser: party, lines: [line] };
    const found = checkOrder(empty, facts);
    for (const { fields, rule } of orderFields) {
      const [field] = fields;
      // An NDC alone is enough, as the name alone is: they are missing together.
      const path = field === 'lines.ndc11' ? 'lines.name' : (field ?? '');
      const own = found.filter((one) => one.field?.replace('lines.1.', 'lines.').startsWith(path));
      expect(own.length, path).toBeGreaterThan(0);
      for (const one of own) expect([one.severity, one.rule]).toEqual(['blocks', rule]);
    }
  });

  it('may be of several schedules, unless schedule II is wanted apart', () => {
    const mixed = {
      ...good,
      lines: [good.lines[0] as DraftLine, { ...(good.lines[1] as DraftLine), schedule: '4' as const }],
    };
    const apart = (draft: OrderDraft) =>
      checkOrder(draft, { ...facts, separateCii: true }).map(({ code, field }) => `${code} ${field}`);
    expect(checkOrder(mixed, facts)).toEqual([]);
    expect(apart(mixed)).toEqual(['order/schedules-mixed lines']);
    expect(apart(good)).toEqual([]);
    expect(
      apart({ ...mixed, lines: mixed.lines.map((one) => ({ ...one, schedule: '4' as const })) }),
    ).toEqual([]);
  });
});
