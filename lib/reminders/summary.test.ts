import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type DeaNumber, type OrderNumber, type PlainDate } from '@/lib/base';
import { draftOf, foldBeside, foldOrder, type BesideEvent, type BesideRecord } from '@/lib/order';
import { isWordKey, say } from '@/lib/words';
import { anyLaterEvent, event, sampleOrder, signed } from '@/tests/support/orders';
import { dueItems, summaryOf, type DueFacts, type DueItem } from './index';

const day = (text: string) => text as PlainDate;
const begin = event('order.signed', signed());
const tracked = event('order.tracked', {
  number: '26X555555' as OrderNumber,
  draft: draftOf(sampleOrder),
  supplierId: null,
  seen: { page: null, origin: 'https://orders.example' } as never,
});
const noQuiet = { quietFrom: null, quietUntil: null };
const HOUR = 3_600_000;

function facts(today: PlainDate, changes: Partial<DueFacts> = {}): DueFacts {
  return {
    ...{
      orders: [],
      requests: [],
      beside: [],
      certificates: [],
      duties: [],
      staleLists: [],
      staleCopy: null,
      readOnly: false,
    },
    ...{ enrolment: [], supplierNames: new Map(), snoozed: {}, zone: 'UTC', today },
    settings: { deliveryBusinessDays: 1, extraHolidays: [] },
    now: Date.parse(`${today}T12:00:00Z`),
    ...changes,
  };
}

const record = (kind: BesideRecord['kind']): BesideRecord => ({
  ...{ id: 'record-1', kind, registrant: 'AP5836727' as DeaNumber, date: day('2026-11-20') },
  ...{ other: null, reference: null, note: null, files: [] },
  lines: [
    {
      ...{ lineNumber: 1, name: 'OXYCODONE HCL TAB 10MG', ndc11: null, strength: null, schedule: '2' },
      ...{ packageSize: 100, packages: 4, looseUnits: 0 },
    },
  ],
});
const entered = (kind: BesideRecord['kind']) =>
  ({
    ...{ id: 'station/1', type: 'record.entered', time: 1, who: 'person-1' },
    payload: { record: record(kind) },
  }) as BesideEvent;
const fold = (...events: BesideEvent[]) => {
  const state = foldBeside(events);
  if (!state) throw new Error('no state');
  return state;
};

const anyKind = fc.constantFrom('paper-222', 'invoice', 'transfer-in', 'return', 'loss');
const anyFacts = fc
  .record({
    days: fc.integer({ min: 0, max: 80 }),
    histories: fc.array(fc.array(anyLaterEvent, { maxLength: 6 }), { maxLength: 4 }),
    isTracked: fc.boolean(),
    beside: fc.array(anyKind, { maxLength: 3 }),
    certificates: fc.array(fc.integer({ min: -50, max: 60 }), { maxLength: 3 }),
    duties: fc.array(
      fc.record({
        kind: fc.constantFrom('poa-departed', 'key-compromised'),
        hours: fc.integer({ min: -48, max: 24 }),
      }),
      { maxLength: 2 },
    ),
    stale: fc.boolean(),
    copy: fc.option(fc.integer({ min: 0, max: 20 })),
    snoozeDays: fc.array(fc.integer({ min: -1, max: 9 }), { maxLength: 6 }),
  })
  .map((given): DueFacts => {
    const today = addDays(sampleOrder.date, given.days);
    const base = facts(today);
    const orders = given.histories.map((events, index) => {
      const state = foldOrder(`order-${index}`, [given.isTracked ? tracked : begin, ...events]);
      if (!state) throw new Error('no state');
      return state;
    });
    const whole: DueFacts = {
      ...base,
      orders,
      beside: given.beside.map((kind, at) => ({ ...fold(entered(kind)), id: `record-${at}` })),
      certificates: given.certificates.map((left, at) => ({
        ...{ sha256: String(at), holder: String(at), name: 'Ana Ruiz', notAfterDay: addDays(today, left) },
      })),
      duties: given.duties.map(({ kind, hours }, at) => ({
        ...{ id: `${kind}:${at}`, kind, about: 'Ben Okafor', dueAt: base.now + hours * HOUR },
      })),
      staleLists: given.stale ? [{ issuer: 'CN=Sub', name: 'Sub', endedOn: addDays(today, -1) }] : [],
      staleCopy:
        given.copy === null
          ? null
          : { everMade: given.copy > 3, newEvents: given.copy + 1, since: addDays(today, -given.copy) },
      enrolment: [{ about: 'person-1', name: 'Ana Ruiz', step: 'Ask for it' }],
    };
    const keys = dueItems(whole).map(({ key }) => key);
    const snoozed = Object.fromEntries(
      given.snoozeDays.flatMap((days, at) => {
        const key = keys[at * 2];
        return key === undefined ? [] : [[key, { until: addDays(today, days) }]];
      }),
    );
    return { ...whole, snoozed };
  });

describe('what is due', () => {
  it('is the same in every place and every time: sorted, keyed, in whole sentences', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const items = dueItems(given);
        expect(dueItems(structuredClone(given))).toEqual(items);
        const ranks = items.map(({ urgency }) => ['overdue', 'today', 'soon'].indexOf(urgency));
        expect(ranks).toEqual([...ranks].sort());
        expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
        for (const { sentence, params } of items) {
          expect(isWordKey(sentence) && say.loose(sentence, params)).toMatch(/^[^{}]+$/);
        }
        const { due, notify, level } = summaryOf(items, { ...noQuiet, now: given.now, zone: 'UTC' });
        const counted = items.filter((item) => item.level !== 'quiet' && item.snoozedUntil === null);
        expect(due).toEqual(counted.map(({ key }) => key));
        expect(notify).toEqual(due);
        expect(level === 'loud').toBe(counted.some((item) => item.level === 'loud'));
        const hushed = summaryOf(items, {
          ...{ quietFrom: '00:00', quietUntil: '23:59', now: given.now, zone: 'UTC' },
        });
        expect(hushed.due).toEqual(due);
        expect(hushed.notify).toEqual(counted.filter((item) => item.level === 'loud').map(({ key }) => key));
      }),
    );
  });

  it('can be put off no further than it may wait, and what the law counts in hours not at all', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        for (const { kind, key, snoozedUntil, waitsUntil } of dueItems(given)) {
          const asked = given.snoozed[key]?.until;
          const hours = kind === 'poa-departed' || kind === 'key-compromised' || kind === 'loss-notice';
          expect(waitsUntil === null).toBe(hours);
          if (waitsUntil !== null) expect(waitsUntil > given.today).toBe(true);
          const holds =
            asked !== undefined && waitsUntil !== null && asked > given.today && asked <= waitsUntil;
          expect(snoozedUntil).toBe(holds ? asked : null);
        }
      }),
    );
  });
});

describe('quiet hours', () => {
  const item = { ...({ level: 'normal', snoozedUntil: null, key: 'a' } as DueItem) };
  const notifies = (quietFrom: string | null, quietUntil: string | null, at: string, zone = 'UTC') =>
    summaryOf([item], { quietFrom, quietUntil, now: Date.parse(at), zone }).notify.length === 1;

  it('go over midnight, end with their last minute, and count in the registrant’s zone', () => {
    expect(notifies('21:00', '07:00', '2026-11-23T20:59:59Z')).toBe(true);
    expect(notifies('21:00', '07:00', '2026-11-23T21:00:00Z')).toBe(false);
    expect(notifies('21:00', '07:00', '2026-11-24T06:59:59Z')).toBe(false);
    expect(notifies('21:00', '07:00', '2026-11-24T07:00:00Z')).toBe(true);
    expect(notifies('12:00', '13:00', '2026-11-24T12:30:00Z')).toBe(false);
    expect(notifies('12:00', '13:00', '2026-11-24T13:00:00Z')).toBe(true);
    expect(notifies('21:00', '07:00', '2026-11-24T13:00:00Z', 'America/New_York')).toBe(true);
    expect(notifies('21:00', '07:00', '2026-11-24T03:00:00Z', 'America/New_York')).toBe(false);
    expect(notifies('21:00', null, '2026-11-23T22:00:00Z')).toBe(true);
    expect(notifies('07:00', '07:00', '2026-11-23T22:00:00Z')).toBe(true);
  });
});

describe('steps', () => {
  it('speak anew: a snooze of day 45 doesn’t silence day 55', () => {
    const submitted = foldOrder('order-1', [
      begin,
      event('order.submitted', { how: 'page-api', seen: null } as never),
      event('order.received', {
        lines: [
          { lineNumber: 1, packages: 1 },
          { lineNumber: 2, packages: 0 },
        ],
        date: day('2026-11-23'),
        countedBy: 'p',
        note: null,
      }),
    ]);
    if (!submitted) throw new Error('no state');
    const at = (days: number, snoozed: DueFacts['snoozed'] = {}) =>
      dueItems(facts(addDays(sampleOrder.date, days), { orders: [submitted], snoozed })).find(
        ({ kind }) => kind === 'order-expiring',
      );
    expect([at(45)?.level, at(55)?.level, at(60)?.level]).toEqual(['quiet', 'normal', 'loud']);
    const key = at(54)?.key ?? '';
    const snoozed = { [key]: { until: addDays(sampleOrder.date, 58) } };
    expect(at(54, snoozed)?.snoozedUntil).toBe(addDays(sampleOrder.date, 58));
    expect(at(55, snoozed)?.snoozedUntil).toBeNull();
    expect(at(61)).toBeUndefined();
  });

  it('of a loss: the notice within one business day, Form 106 within 45 days of the discovery', () => {
    const items = (days: number) =>
      dueItems(facts(addDays(day('2026-11-20'), days), { beside: [fold(entered('loss'))] }));
    expect(items(0)).toMatchObject([
      { kind: 'loss-notice', level: 'loud', dueOn: '2026-11-23', waitsUntil: null },
      { kind: 'loss-form-106', level: 'quiet', dueOn: '2027-01-04' },
    ]);
    expect(items(31).map(({ level }) => level)).toEqual(['loud', 'normal']);
    expect(items(46).map(({ level }) => level)).toEqual(['loud', 'loud']);
  });

  it('in hours: counted down, then up, never put off', () => {
    const now = Date.parse('2026-11-23T12:00:00Z');
    const at = (hours: number) =>
      dueItems(
        facts(day('2026-11-23'), {
          duties: [{ id: 'd', kind: 'poa-departed', about: 'Ben Okafor', dueAt: now + hours * HOUR }],
          snoozed: { d: { until: day('2026-11-24') } },
        }),
      )[0];
    expect(at(5.5)).toMatchObject({ params: { count: 5 }, urgency: 'today', snoozedUntil: null });
    expect(at(-0.5)).toMatchObject({ params: { count: 1 }, urgency: 'overdue', level: 'loud' });
  });
});
