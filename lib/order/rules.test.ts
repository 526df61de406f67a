import { describe, expect, it } from 'vitest';
import { addDays, limits, type ErrorCode, type Finding, type Ndc11, type PlainDate } from '@/lib/base';
import { say } from '@/lib/words';
import { sampleOrder } from '@/tests/support/orders';
import { checkOrder } from './check-order';
import { draftOf } from './draft-of';
import type { DraftLine, DraftParty, OrderDraft } from './order';

const today = sampleOrder.date;
const right = draftOf(sampleOrder);
const facts = { today, registrantDea: sampleOrder.purchaser.deaNumber, separateCii: true };
const HIDDEN = '\u202e';

const supplier = (change: Partial<DraftParty>): OrderDraft => ({
  ...right,
  supplier: { ...right.supplier, ...change },
});
const purchaser = (change: Partial<DraftParty>): OrderDraft => ({
  ...right,
  purchaser: { ...right.purchaser, ...change },
});
const line = (change: Partial<DraftLine>): OrderDraft => ({
  ...right,
  lines: right.lines.map((one, index) => (index === 0 ? { ...one, ...change } : one)),
});
const [first] = right.lines as readonly [DraftLine, ...DraftLine[]];

/** Every demand of 21 CFR 1305.21 on an order, and what breaks it: code, field, rule. */
const violations: readonly (readonly [code: ErrorCode, field: string, rule: RegExp, draft: OrderDraft])[] = [
  ['order/number-missing', 'number', /\(b\)\(1\)$/, { ...right, number: null }],
  ['order/number-malformed', 'number', /\(b\)\(1\)$/, { ...right, number: '26Y100208' }],
  ['order/number-year', 'number', /\(b\)\(1\)$/, { ...right, number: '25X100208' }],
  ['order/date-missing', 'date', /\(b\)\(6\)$/, { ...right, date: null }],
  ['order/date-not-today', 'date', /\(b\)\(6\)$/, { ...right, date: addDays(today, -1) }],
  ['order/date-ahead', 'date', /\(b\)\(6\)$/, { ...right, date: addDays(today, 2) }],
  ['order/supplier-name-missing', 'supplier.name', /\(b\)\(3\)$/, supplier({ name: ' ' })],
  [
    'order/supplier-address-missing',
    'supplier.address.state',
    /\(b\)\(4\)$/,
    supplier({ address: { ...right.supplier.address, state: 'Ohio' } }),
  ],
  ['order/supplier-dea-missing', 'supplier.deaNumber', /\(b\)\(5\)$/, supplier({ deaNumber: null })],
  ['order/supplier-dea-invalid', 'supplier.deaNumber', /\(b\)\(5\)$/, supplier({ deaNumber: 'RE1234560' })],
  ['order/supplier-dea-prefix', 'supplier.deaNumber', /\(b\)\(5\)$/, supplier({ deaNumber: 'QE1234563' })],
  [
    'order/supplier-page-differs',
    'supplier.deaNumber',
    /1305\.23$/,
    { ...right, supplierSeen: { deaNumber: 'RE9999997', sure: true } },
  ],
  ['order/purchaser-dea-missing', 'purchaser.deaNumber', /\(b\)\(2\)$/, purchaser({ deaNumber: '' })],
  ['order/purchaser-dea-invalid', 'purchaser.deaNumber', /\(b\)\(2\)$/, purchaser({ deaNumber: 'AP583672' })],
  ['order/purchaser-differs', 'purchaser.deaNumber', /\(b\)\(2\)$/, purchaser({ deaNumber: 'FM1234563' })],
  ['order/purchaser-details-missing', 'purchaser.name', /\(b\)$/, purchaser({ name: null })],
  ['order/no-lines', 'lines', /\(b\)\(9\)$/, { ...right, lines: [] }],
  [
    'order/too-many-lines',
    'lines',
    /\(b\)$/,
    {
      ...right,
      lines: Array.from({ length: limits.orderMaxLines + 1 }, (_, n) => ({ ...first, lineNumber: n + 1 })),
    },
  ],
  ['order/lines-misnumbered', 'lines', /\(b\)$/, { ...right, lines: [{ ...first, lineNumber: 2 }] }],
  [
    'order/line-repeated',
    'lines.2.ndc11',
    /\(b\)\(9\)$/,
    { ...right, lines: [first, { ...first, lineNumber: 2 }] },
  ],
  ['order/lines-missing', 'lines', /\(b\)$/, { ...right, missing: { shown: 1, stated: 12 } }],
  ['order/schedules-mixed', 'lines', /1304\.04\(h\)$/, line({ schedule: '4' })],
  ['order/line-product-missing', 'lines.1.name', /\(b\)\(7\)$/, line({ name: '', ndc11: null })],
  ['order/line-ndc-malformed', 'lines.1.ndc11', /\(b\)\(7\)$/, line({ ndc11: '0040685' as Ndc11 })],
  ['order/line-package-size-missing', 'lines.1.packageSize', /\(b\)\(8\)$/, line({ packageSize: null })],
  ['order/line-package-size-invalid', 'lines.1.packageSize', /\(b\)\(8\)$/, line({ packageSize: 0 })],
  ['order/line-packages-missing', 'lines.1.packages', /\(b\)\(9\)$/, line({ packages: null })],
  ['order/line-packages-invalid', 'lines.1.packages', /\(b\)\(9\)$/, line({ packages: 1.5 })],
  ['order/line-schedule-unknown', 'lines.1.schedule', /1311\.55\(c\)$/, line({ schedule: null })],
  ['order/line-doubtful', 'lines.1.packages', /\(b\)\(9\)$/, line({ doubtful: ['packages'] })],
  ['order/line-doubtful', 'lines.1.strength', /\(b\)\(7\)$/, line({ doubtful: ['strength'] })],
  ['document/hidden-characters', 'lines.1.name', /\(b\)$/, line({ name: `Oxy${HIDDEN}codone` })],
  [
    'order/field-too-long',
    'supplier.name',
    /\(b\)$/,
    supplier({ name: 'x'.repeat(limits.fieldMaxLength + 1) }),
  ],
];

const found = (draft: OrderDraft): Finding[] => checkOrder(draft, facts);
const isWhole = ({ field, rule, code, params }: Finding) =>
  field !== null &&
  rule !== null &&
  /^21 CFR \d+/.test(rule) &&
  !say.loose(code, params).includes('{') &&
  say.loose(code, params) !== code;

describe('the rules of an order (21 CFR 1305.21)', () => {
  it('find nothing in an order that is right', () => {
    expect(found(right)).toEqual([]);
  });

  it.each(violations)('%s is about %s', (code, field, rule, draft) => {
    const one = found(draft).find((finding) => finding.code === code && finding.field === field);
    expect(one?.rule).toMatch(rule);
    expect(say.loose(code, one?.params ?? {})).not.toContain('{');
    // Whatever else it breaks is said as wholly.
    expect(found(draft).filter((finding) => !isWhole(finding))).toEqual([]);
  });

  it('are all in this table', async () => {
    const sources = await Promise.all(
      ['check-order', 'check-party', 'check-line', 'check-text'].map(async (name) => {
        const { readFile } = await import('node:fs/promises');
        return readFile(new URL(`./${name}.ts`, import.meta.url), 'utf8');
      }),
    );
    const used = [...sources.join('\n').matchAll(/'((?:order|document)\/[a-z-]+)'/g)].map(([, code]) => code);
    const listed = new Set<string | undefined>(violations.map(([code]) => code));
    expect(used.length).toBeGreaterThan(25);
    expect([...new Set(used)].filter((code) => !listed.has(code))).toEqual([]);
  });

  it('take the supplier’s number on the page as it is written, and only warn where it was read with doubt', () => {
    const seen = (deaNumber: string, sure: boolean) =>
      found({ ...right, supplierSeen: { deaNumber, sure } }).map(({ code, severity }) => [code, severity]);
    expect(seen(sampleOrder.supplier.deaNumber.toLowerCase(), true)).toEqual([]);
    expect(seen('RE9999997', false)).toEqual([['order/supplier-page-differs', 'warns']]);
    expect(seen('RE12345', true)).toEqual([['order/supplier-page-differs', 'blocks']]);
    expect(seen(' ', true)).toEqual([]);
  });

  it('let a day that is today in another zone be no more than a day ahead', () => {
    const tomorrow: PlainDate = addDays(today, 1);
    expect(found({ ...right, date: tomorrow }).map(({ code }) => code)).toEqual(['order/date-not-today']);
  });
});
