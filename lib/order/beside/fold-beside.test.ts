import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeaNumber, Ndc11, PlainDate } from '@/lib/base';
import { say } from '@/lib/words';
import {
  besideKinds,
  checkRecord,
  describeBeside,
  foldBeside,
  isBesideOpen,
  type BesideEvent,
  type BesideEvents,
  type BesideEventType,
  type BesideLine,
  type BesideRecord,
  type BesideState,
} from '.';

const on = (date: string) => date as PlainDate;
let next = 0;

function event<T extends BesideEventType>(type: T, payload: BesideEvents[T], id?: string): BesideEvent {
  next++;
  return { id: id ?? `station/${next}`, type, payload, time: next, who: 'person-1' } as BesideEvent;
}

const line: BesideLine = {
  lineNumber: 1,
  name: 'Oxycodone HCl 10 mg tablets',
  ndc11: '00406855201' as Ndc11,
  strength: '10 mg',
  schedule: '2',
  packageSize: 100,
  packages: 4,
  looseUnits: 0,
};

const paper: BesideRecord = {
  id: 'record-1',
  kind: 'paper-222',
  registrant: 'AP5836727' as DeaNumber,
  date: on('2026-11-02'),
  other: { name: 'Example Wholesale, Inc.', deaNumber: 'RE1234563' },
  reference: '231234567',
  lines: [line, { ...line, lineNumber: 2, packages: 2 }],
  note: null,
  files: [],
};

const receipt = (one: number, two: number | null, date = '2026-11-05', id?: string) =>
  event(
    'record.received',
    {
      lines: [{ lineNumber: 1, packages: one }, ...(two === null ? [] : [{ lineNumber: 2, packages: two }])],
      date: on(date),
      countedBy: 'person-1',
      verifiedBy: null,
      note: null,
    },
    id,
  );
const entered = (record: BesideRecord = paper) => event('record.entered', { record });

function fold(...events: BesideEvent[]): BesideState {
  const state = foldBeside(events);
  if (!state) throw new Error('no state');
  return state;
}

describe('foldBeside', () => {
  it('follows a paper form from entry to the last line counted', () => {
    expect(fold(entered())).toMatchObject({ receiptOpen: true, version: 1, flags: [] });
    const part = [entered(), receipt(4, null)];
    expect(fold(...part)).toMatchObject({ receiptOpen: true, lastReceivedOn: '2026-11-05' });
    const all = fold(...part, receipt(0, 2, '2026-11-06'));
    expect(all).toMatchObject({ receiptOpen: false, lastReceivedOn: '2026-11-06', flags: [] });
    expect(all.lines.map(({ received }) => received)).toEqual([4, 2]);
    expect(isBesideOpen(all)).toBe(false);
  });

  it('counts a receipt that was taken back no longer, wherever it was taken back', () => {
    const wrong = receipt(40, 2, '2026-11-05', 'station/wrong');
    const back = event('record.entry-withdrawn', { corrects: 'station/wrong', reason: 'typed 40 for 4' });
    const state = fold(entered(), wrong, back, receipt(4, 2));
    expect(state.lines.map(({ received }) => received)).toEqual([4, 2]);
    expect(state).toMatchObject({ corrected: true, flags: [] });
    expect(fold(entered(), wrong).flags).toEqual(['received-more-than-ordered']);
  });

  it('keeps a loss open until DEA was told and Form 106 was sent (1301.76(b))', () => {
    const loss: BesideRecord = { ...paper, kind: 'loss', other: null, reference: null };
    const found = entered(loss);
    const told = event('loss.notified', { date: on('2026-11-03'), how: 'letter' });
    const form = event('loss.form-106', { date: on('2026-11-20'), reference: null });
    expect(fold(found)).toMatchObject({ receiptOpen: false, notifiedOn: null, flags: [] });
    expect(isBesideOpen(fold(found))).toBe(true);
    expect(isBesideOpen(fold(found, told))).toBe(true);
    expect(isBesideOpen(fold(found, form))).toBe(true);
    expect(isBesideOpen(fold(found, told, form))).toBe(false);
    const back = event('record.entry-withdrawn', { corrects: told.id, reason: 'the day of another loss' });
    expect(fold(found, told, form, back)).toMatchObject({ notifiedOn: null, corrected: true });
    expect(isBesideOpen(fold(found, told, form, back))).toBe(true);
  });

  it('flags schedule II that moved without an order of the other side (1305.03)', () => {
    const back: BesideRecord = { ...paper, kind: 'return', reference: null };
    expect(fold(entered(back)).flags).toEqual(['without-order']);
    expect(fold(entered({ ...back, lines: [{ ...line, schedule: '4' }] })).flags).toEqual([]);
    expect(fold(entered({ ...back, reference: '26X100208' })).flags).toEqual([]);
    expect(fold(entered({ ...paper, kind: 'invoice', reference: null })).flags).toEqual([]);
  });

  it('flags what came after day 60 of a paper form, and not on it (1305.13(b))', () => {
    expect(fold(entered(), receipt(4, 2, '2027-01-01')).flags).toEqual([]);
    expect(fold(entered(), receipt(4, 2, '2027-01-02')).flags).toEqual(['received-after-day-60']);
  });

  it('takes a correction in without changing what the record is, or whose', () => {
    const state = fold(
      entered(),
      event('record.corrected', {
        record: { ...paper, id: 'other', kind: 'invoice', reference: '231234568' },
        reason: 'serial misread',
      }),
    );
    expect(state.record).toMatchObject({ id: 'record-1', kind: 'paper-222', reference: '231234568' });
    expect(state.corrected).toBe(true);
  });

  it('says that a line became another product after it was counted', () => {
    const swapped = {
      ...paper,
      lines: [{ ...line, name: 'Methadone 10 mg', ndc11: null }, ...paper.lines.slice(1)],
    };
    const corrected = event('record.corrected', { record: swapped, reason: 'line 1 was methadone' });
    expect(fold(entered(), receipt(4, 2), corrected).flags).toEqual(['received-line-changed']);
    expect(fold(entered(), corrected, receipt(4, 2)).flags).toEqual([]);
  });

  it('asks for nothing once it is withdrawn, and still takes facts', () => {
    const gone = fold(entered(), event('record.withdrawn', { reason: 'entered twice' }), receipt(1, 1));
    expect(gone).toMatchObject({
      withdrawn: 'entered twice',
      receiptOpen: false,
      flags: ['after-withdrawal'],
    });
    expect(isBesideOpen(gone)).toBe(false);
  });

  it('has a state and a sentence for any history', () => {
    const anyEvent = fc.oneof(
      fc.constantFrom(...besideKinds).map((kind) => entered({ ...paper, kind })),
      fc
        .tuple(fc.integer({ min: -2, max: 9 }), fc.integer({ min: 0, max: 9 }))
        .map(([a, b]) => receipt(a, b)),
      fc.constant(event('record.withdrawn', { reason: 'no' })),
      fc.constant(event('record.corrected', { record: { ...paper, lines: [line] }, reason: 'no line 2' })),
      fc.constant(event('record.entry-withdrawn', { corrects: 'station/1', reason: 'no' })),
      fc.constant(event('loss.notified', { date: on('2026-11-01'), how: 'letter' })),
      fc.constant(event('loss.form-106', { date: on('2026-11-20'), reference: 'A-1' })),
    );
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 12 }), (events) => {
        const state = foldBeside(events);
        expect(state !== null).toBe(events.some(({ type }) => type === 'record.entered'));
        expect(state?.version ?? events.length).toBe(events.length);
        for (const { received } of state?.lines ?? []) expect(received).toBeGreaterThanOrEqual(0);
        for (const flag of state?.flags ?? []) expect(say(`beside.flag.${flag}`)).not.toBe('');
        for (const each of events) {
          const { sentence, params } = describeBeside(each);
          expect(say.loose(sentence, params)).not.toMatch(/[{}]/);
        }
      }),
    );
  });
});

describe('checkRecord', () => {
  const today = on('2026-11-22');
  const codes = (record: BesideRecord) => checkRecord(record, today).map(({ code, field }) => [code, field]);
  const withLine = (change: Partial<BesideLine>): BesideRecord => ({
    ...paper,
    lines: [{ ...line, ...change }],
  });

  it('takes what can be written down, late or without papers', () => {
    expect(checkRecord(paper, today)).toEqual([]);
    expect(checkRecord({ ...paper, kind: 'return', reference: null }, today)).toEqual([]);
    expect(checkRecord(withLine({ packages: 0, looseUnits: 37 }), today)).toEqual([]);
  });

  it.each([
    ['record/date-in-future', 'date', { ...paper, date: on('2026-11-23') }],
    ['record/date-in-future', 'date', { ...paper, date: on('2026-02-30') }],
    ['record/no-lines', 'lines', { ...paper, lines: [] }],
    ['record/quantity-invalid', 'lines.1.packages', withLine({ packages: 0 })],
    ['record/quantity-invalid', 'lines.1.packages', withLine({ packages: 1.5 })],
    ['record/quantity-invalid', 'lines.1.packages', withLine({ looseUnits: -1 })],
    ['order/line-product-missing', 'lines.1.name', withLine({ name: ' ', ndc11: null })],
    ['order/line-ndc-malformed', 'lines.1.ndc11', withLine({ ndc11: '0406855201' as Ndc11 })],
    ['order/line-package-size-invalid', 'lines.1.packageSize', withLine({ packageSize: 0 })],
    ['record/hidden-characters', 'lines', withLine({ name: 'Oxy\u200bcodone' })],
    ['order/supplier-dea-invalid', 'other', { ...paper, other: { name: 'X', deaNumber: 'RE1234564' } }],
  ] as const)('refuses %s at %s', (code, field, record) => {
    expect(codes(record)).toEqual([[code, field]]);
  });
});
