import { describe, expect, it } from 'vitest';
import type { OrderNumber, PlainDate } from '@/lib/base';
import { draftOf, foldOrder, type OrderEvent, type OrderState, type SigningRequest } from '@/lib/order';
import { say, type WordKey } from '@/lib/words';
import { event, sampleOrder, seen, signed } from '@/tests/support/orders';
import { dueItems, federalHolidays, type DueFacts } from './index';

const day = (text: string) => text as PlainDate;

// 20 November 2026 is a Friday; 26 November is Thanksgiving.
const begin = event('order.signed', signed());
const submitted = event('order.submitted', { how: 'page-api', seen });
const accepted = event('order.accepted', { seen });
const shipped = (one: number, two: number, date: string | null) =>
  event('order.shipped', {
    lines: [
      { lineNumber: 1, packages: one },
      { lineNumber: 2, packages: two },
    ],
    date: date === null ? null : day(date),
    seen,
  });
const received = (one: number, two: number, date: string) =>
  event('order.received', {
    lines: [
      { lineNumber: 1, packages: one },
      { lineNumber: 2, packages: two },
    ],
    date: day(date),
    countedBy: 'person-1',
    note: null,
  });

function order(...events: OrderEvent[]): OrderState {
  const state = foldOrder('order-1', events);
  if (!state) throw new Error('no state');
  return state;
}

function due(today: string, facts: Partial<DueFacts>) {
  return dueItems({
    orders: [],
    requests: [],
    beside: [],
    certificates: [],
    duties: [],
    staleLists: [],
    staleCopy: null,
    readOnly: false,
    enrolment: [],
    settings: { deliveryBusinessDays: 1, extraHolidays: [] },
    snoozed: {},
    now: Date.parse(`${today}T17:00:00Z`),
    supplierNames: new Map([['supplier-1', 'Example Wholesale']]),
    today: day(today),
    zone: 'America/New_York',
    ...facts,
  });
}

function brief(today: string, ...events: OrderEvent[]): string[] {
  return due(today, { orders: [order(...events)] }).map(
    ({ kind, urgency, dueOn }) => `${kind} ${urgency} ${String(dueOn)}`,
  );
}

describe('receipt', () => {
  it('is due the next business day after expected delivery, counted from the shipment', () => {
    const friday = [begin, accepted, shipped(12, 3, '2026-11-20')];
    expect(brief('2026-11-20', ...friday)).toEqual(['receipt soon 2026-11-24']);
    expect(brief('2026-11-24', ...friday)).toEqual(['receipt today 2026-11-24']);
    expect(brief('2026-11-25', ...friday)).toEqual(['receipt overdue 2026-11-24']);
    expect(brief('2026-11-25', ...friday, received(12, 3, '2026-11-24'))).toEqual([]);
    // Delivered on Friday, the day after Thanksgiving.
    expect(brief('2026-11-30', begin, shipped(12, 3, '2026-11-25'))).toEqual(['receipt today 2026-11-30']);
  });

  it('follows the pharmacy’s own days of delivery and holidays', () => {
    const orders = [order(begin, accepted, shipped(12, 3, '2026-11-20'))];
    const dueOn = (deliveryBusinessDays: number, extraHolidays: PlainDate[]) =>
      due('2026-11-20', { orders, settings: { deliveryBusinessDays, extraHolidays } })[0]?.dueOn;
    expect(dueOn(0, [])).toBe('2026-11-23');
    expect(dueOn(2, [])).toBe('2026-11-25');
    expect(dueOn(1, [day('2026-11-23')])).toBe('2026-11-25');
  });

  it('is due after the order’s day where no page told of a shipment', () => {
    expect(brief('2026-11-24', begin, accepted)).toEqual(['receipt today 2026-11-24']);
    expect(brief('2026-11-23', begin, submitted)).toEqual(['receipt soon 2026-11-24']);
    expect(brief('2026-11-24', begin, shipped(1, 0, null))).toEqual(['receipt today 2026-11-24']);
    expect(brief('2026-11-23', begin, accepted, received(0, 0, '2026-11-23'))).toEqual([]);
  });

  it('of a part is said as one, and keeps quiet once all that shipped is counted', () => {
    const part = [begin, shipped(12, 3, '2026-11-20'), received(12, 1, '2026-11-23')];
    expect(brief('2026-11-23', ...part)).toEqual(['receipt soon 2026-11-24']);
    const [rest] = due('2026-11-24', {
      orders: [order(begin, shipped(12, 1, '2026-11-20'), received(12, 1, '2026-11-23'))],
    });
    expect(rest).toMatchObject({ kind: 'receipt-partly', level: 'quiet', params: { count: 2 } });
  });

  it('counts what is still missing and names supplier, number and rule', () => {
    const [item] = due('2026-11-24', {
      orders: [order(begin, shipped(12, 1, '2026-11-20'), received(10, 1, '2026-11-23'))],
    });
    expect(item).toMatchObject({
      params: { count: 2 },
      orderNumber: '26X100208',
      supplierName: 'Example Wholesale',
      rule: '21 CFR 1305.22(g)',
    });
    expect(item && say.loose(item.sentence as WordKey, item.params)).toMatch(/2 packages are not recorded/);
  });

  it('stays open at the portal that holds the original', () => {
    const tracked = event('order.tracked', {
      number: '26X555555' as OrderNumber,
      draft: draftOf(sampleOrder),
      supplierId: null,
      seen,
    });
    const counted = [tracked, shipped(12, 3, '2026-11-20'), received(12, 3, '2026-11-23')];
    expect(brief('2026-11-23', ...counted)).toEqual(['portal-receipt today 2026-11-23']);
    expect(brief('2026-11-24', ...counted)).toEqual(['portal-receipt overdue 2026-11-23']);
    expect(brief('2026-11-24', ...counted, event('order.portal-received', { seen }))).toEqual([]);
  });
});

describe('an order', () => {
  it('that is signed has to be submitted', () => {
    expect(brief('2026-11-20', begin)).toEqual(['submit today 2026-11-20']);
    expect(brief('2026-11-21', begin)).toEqual(['submit overdue 2026-11-20']);
    expect(brief('2027-01-20', begin)).toEqual(['expired-balance today 2027-01-19']);
  });

  it('that is not accepted needs the supplier’s statement', () => {
    const refused = (statement: string) => event('order.not-accepted', { statement, seen });
    expect(brief('2026-11-23', begin, refused(' '))).toEqual(['link-statement today null']);
    expect(brief('2026-11-23', begin, refused('No stock'))).toEqual([]);
  });

  it('warns on days 45, 55 and 60 of what has not shipped', () => {
    const part = [begin, shipped(12, 1, '2026-11-20'), received(12, 1, '2026-11-23')];
    expect(brief('2027-01-03', ...part)).toEqual(['receipt-partly soon 2027-01-19']);
    expect(brief('2027-01-04', ...part)).toEqual(['order-expiring soon 2027-01-19']);
    expect(brief('2027-01-14', ...part)).toEqual(['order-expiring today 2027-01-19']);
    const [last] = due('2027-01-19', { orders: [order(...part)] });
    expect(last).toMatchObject({ sentence: 'due.order-expiring.last-day', params: { balance: 2 } });
    expect(brief('2027-01-20', ...part)).toEqual(['expired-balance today 2027-01-19']);
    const closed = event('order.expired', { on: day('2027-01-20'), balance: [] });
    expect(brief('2027-01-26', ...part, closed)).toEqual(['expired-balance soon 2027-01-20']);
    expect(brief('2027-01-28', ...part, closed)).toEqual([]);
    const whole = [begin, shipped(12, 3, '2026-11-20'), received(12, 3, '2026-11-23')];
    expect(brief('2027-01-14', ...whole)).toEqual([]);
  });
});

describe('a lost order', () => {
  const statement = {
    kind: 'lost',
    text: 'The goods were not received through loss of the order.',
    signedBy: 'Ana Ruiz',
    date: day('2026-11-24'),
    cms: null,
  } as const;
  const lost = event('order.lost', { statement });
  const replaced = event('order.replaced', {
    by: { orderId: 'order-2', number: '26X100209' as OrderNumber },
  });
  const found = event('order.turned-up', { date: day('2026-12-01'), note: null, seen });

  it('waits for the one in its place, and for the supplier’s word where it came to light', () => {
    const says = (...events: OrderEvent[]) =>
      due('2026-12-02', { orders: [order(begin, ...events)] }).map(({ key }) => key);
    expect(says(lost)).toEqual(['link-replacement:order-1:lost']);
    expect(says(lost, replaced)).toEqual([]);
    expect(says(lost, replaced, found)).toEqual(['link-replacement:order-1:turned-up']);
    expect(says(lost, replaced, found, event('order.not-accepted', { statement: 'lost', seen }))).toEqual([]);
  });
});

describe('certificates and requests', () => {
  it('warns 45, 14 and 3 days before the end, until it is renewed', () => {
    const certificate = (notAfterDay: string, sha256 = 'a', holder = 'person-1 AP5836727') => ({
      sha256,
      holder,
      name: 'Ana Ruiz',
      notAfterDay: day(notAfterDay),
    });
    const urgency = (today: string, ...certificates: ReturnType<typeof certificate>[]) =>
      due(today, { certificates }).map((item) => `${item.urgency} ${item.sentence.split('.').at(-1)}`);
    const ends = certificate('2026-12-31');
    expect(urgency('2026-11-15', ends)).toEqual([]);
    expect(urgency('2026-11-16', ends)).toEqual(['soon renew']);
    expect(urgency('2026-12-17', ends)).toEqual(['soon hurry']);
    expect(urgency('2026-12-28', ends)).toEqual(['today hurry']);
    expect(urgency('2026-12-31', ends)).toEqual(['today today']);
    expect(urgency('2027-01-01', ends)).toEqual(['overdue over']);
    expect(urgency('2027-01-01', ends, certificate('2029-12-31', 'b'))).toEqual([]);
    // Another location's certificate renews nothing (1311.35).
    expect(urgency('2027-01-01', ends, certificate('2029-12-31', 'b', 'person-1 BP1'))).toHaveLength(1);
    const levels = ['2026-11-16', '2026-12-17', '2026-12-28'].map(
      (today) => due(today, { certificates: [ends] })[0]?.level,
    );
    expect(levels).toEqual(['quiet', 'normal', 'loud']);
  });

  it('lists what is ready to sign, and nothing that was ended', () => {
    const request = {
      id: 'request-1',
      mode: 'inbox',
      draft: draftOf(sampleOrder),
      pageHash: null,
      page: null,
      delivery: 'file',
      supplierId: 'supplier-1',
      openedAt: Date.parse('2026-11-20T02:00:00Z'),
      openedBy: 'person-1',
    } satisfies SigningRequest;
    const requests = [
      { request, state: { phase: 'open' } },
      { request: { ...request, id: 'request-2' }, state: { phase: 'refused', reason: 'x' } },
    ] as const;
    expect(due('2026-11-20', { requests })).toMatchObject([
      { kind: 'sign', orderId: 'request-1', dueOn: '2026-11-19', params: { count: 2 } },
    ]);
  });
});

describe('an archive that can’t be written', () => {
  it('comes before all else, is loud, and can’t be put off', () => {
    const late = [begin, accepted, shipped(12, 3, '2026-11-02')];
    const snoozed = { 'archive-read-only': { until: day('2026-11-30') } };
    const [first, ...others] = due('2026-11-25', { readOnly: true, snoozed, orders: [order(...late)] });
    expect(first).toMatchObject({
      ...{ kind: 'archive-read-only', level: 'loud', urgency: 'overdue' },
      ...{ waitsUntil: null, snoozedUntil: null },
    });
    expect(others.map(({ kind }) => kind)).toEqual(['receipt']);
  });
});

describe('federalHolidays', () => {
  it('is the list of 2026 and 2027', () => {
    expect([...federalHolidays(day('2026-06-01'))]).toEqual([
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-03',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
      '2027-01-01',
      '2027-01-18',
      '2027-02-15',
      '2027-05-31',
      '2027-06-18',
      '2027-07-05',
      '2027-09-06',
      '2027-10-11',
      '2027-11-11',
      '2027-11-25',
      '2027-12-24',
    ]);
    // New Year 2028 is a Saturday.
    expect(federalHolidays(day('2027-12-30')).has(day('2027-12-31'))).toBe(true);
  });
});
