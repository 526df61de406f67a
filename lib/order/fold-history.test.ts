import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '@/lib/base';
import { say } from '@/lib/words';
import { anyHistoryEvent, event, quietly, sampleOrder, seen, signed } from '@/tests/support/orders';
import { modelOrder } from '@/tests/support/model-order';
import { describeHistory, type HistoryEntry } from './describe-history';
import { isCorrectable } from './effective-events';
import type { OrderEvent } from './events';
import { orderFlags } from './flags';
import { foldOrder } from './fold-order';
import { orderPhases, type OrderState } from './state';

const begin = event('order.signed', signed());
const submitted = event('order.submitted', { how: 'file', seen });

function fold(events: readonly OrderEvent[]): OrderState {
  const state = foldOrder('order-1', events);
  if (!state) throw new Error('no state');
  return state;
}

const histories = fc.array(anyHistoryEvent, { maxLength: 12 });

/** A history with corrections of some of its events: withdrawn, or replaced by another of the same type. */
const corrected = fc
  .tuple(histories, fc.array(fc.tuple(fc.nat(), fc.boolean(), anyHistoryEvent), { maxLength: 4 }))
  .map(([events, picks]) => {
    const history: OrderEvent[] = [begin, ...quietly(events)];
    for (const [pick, withdraws, other] of picks) {
      const target = history[pick % history.length];
      if (!target) continue;
      const replacement = withdraws ? null : other.type === target.type ? other.payload : target.payload;
      history.push(
        event('order.corrected', {
          corrects: target.id,
          replacement: replacement as never,
          reason: 'typed wrong',
        }),
      );
    }
    return history;
  });

/** What the state says apart from how many events there were, and that something was corrected. */
const apart = ({ version, corrected: was, ...state }: OrderState) => ({
  ...state,
  says: [typeof version, typeof was],
});

/** The history as it would read had everything been right from the start. */
function asIfRight(history: readonly OrderEvent[]): OrderEvent[] {
  const payloads = new Map<string, OrderEvent['payload'] | null>();
  for (const one of history)
    if (one.type === 'order.corrected') payloads.set(one.payload.corrects, one.payload.replacement);
  return history.flatMap((one) => {
    if (one.type === 'order.corrected') return [];
    if (!isCorrectable(one) || !payloads.has(one.id)) return [one];
    const payload = payloads.get(one.id);
    return payload ? [{ ...one, payload } as OrderEvent] : [];
  });
}

describe('any history', () => {
  it('adds up to what per-line arithmetic says', () => {
    fc.assert(
      fc.property(corrected, (history) => {
        const state = fold(history);
        const model = modelOrder(sampleOrder, history);
        expect({
          phase: state.phase,
          receiptOpen: state.receiptOpen,
          closedOn: state.closedOn,
          statement: state.statementLinked,
          lines: state.lines.map(({ shipped, received, voided, balance }) => ({
            shipped,
            received,
            voided,
            balance,
          })),
        }).toEqual(model);
      }),
      { numRuns: 1_000 },
    );
  });

  it('has a state, counts that are never negative, sentences without gaps', () => {
    fc.assert(
      fc.property(corrected, (history) => {
        const state = fold(history);
        expect(orderPhases).toContain(state.phase);
        for (const flag of state.flags) expect(orderFlags).toContain(flag);
        for (const { received, shipped, balance, ordered } of state.lines) {
          for (const count of [received, shipped ?? 0, balance]) expect(count).toBeGreaterThanOrEqual(0);
          expect(balance).toBeLessThanOrEqual(ordered);
        }
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        for (const entry of describeHistory(history))
          for (const text of texts(entry)) expect(text).not.toMatch(/[{}]/);
      }),
      { numRuns: 200 },
    );
  });
});

function texts({ described, details, correction }: HistoryEntry): string[] {
  const all = [described, ...details, ...(correction?.was ?? []), ...(correction?.now ?? [])];
  return all.map(({ sentence, params }) => say.loose(sentence, params));
}

describe('a correction', () => {
  it('makes the history as if it had been right; the last one of an event counts', () => {
    fc.assert(
      fc.property(corrected, (history) => {
        expect(apart({ ...fold(history), flags: [] })).toEqual(
          apart({ ...fold(asIfRight(history)), flags: [] }),
        );
        const correctable = new Set(history.filter(isCorrectable).map(({ id }) => id));
        const aimless = history.some(
          (one) => one.type === 'order.corrected' && !correctable.has(one.payload.corrects),
        );
        const flags = fold(history).flags.filter((flag) => flag !== 'correction-aimless');
        expect(flags).toEqual(fold(asIfRight(history)).flags);
        expect(fold(history).flags.includes('correction-aimless')).toBe(aimless);
      }),
      { numRuns: 400 },
    );
  });

  it('that withdraws restores what was before', () => {
    fc.assert(
      fc.property(histories, anyHistoryEvent, histories, (before, mistake, after) => {
        const history = [begin, ...quietly(before)];
        const later = quietly(after);
        const [wrong] = quietly([mistake]) as [OrderEvent];
        const withdrawal = event('order.corrected', {
          corrects: wrong.id,
          replacement: null,
          reason: 'not ours',
        });
        const restored = fold([...history, wrong, ...later, withdrawal]);
        expect(apart(restored)).toEqual(apart(fold([...history, ...later])));
        expect(restored.corrected).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('of something that is not there, or of the order itself, changes nothing and is flagged', () => {
    for (const corrects of ['nowhere', begin.id]) {
      const aimless = event('order.corrected', { corrects, replacement: null, reason: 'a mistake' });
      expect(fold([begin, submitted, aimless])).toMatchObject({
        phase: 'submitted',
        corrected: false,
        flags: ['correction-aimless'],
      });
    }
  });
});

describe('facts that do not hang on each other', () => {
  const receipts = fc.array(
    anyHistoryEvent.filter(({ type }) => type === 'order.received'),
    { maxLength: 6 },
  );
  const ends = fc.array(
    anyHistoryEvent.filter(({ type }) =>
      ['order.voided', 'order.cancelled', 'order.expired', 'order.turned-up'].includes(type),
    ),
    { maxLength: 5 },
  );

  it('may come in any order: receipts, and the ends of an order', () => {
    fc.assert(
      fc.property(
        receipts,
        ends,
        fc.array(fc.nat(), { minLength: 11, maxLength: 11 }),
        (came, ended, dice) => {
          const shuffled = <T>(items: readonly T[]) =>
            items
              .map((item, index) => ({ item, at: dice[index] ?? 0 }))
              .sort((a, b) => a.at - b.at)
              .map(({ item }) => item);
          const inOrder = fold([begin, submitted, ...quietly([...came, ...ended])]);
          const mixed = fold([begin, submitted, ...shuffled(quietly([...came, ...ended]))]);
          // What was flagged depends on what was known when it was recorded; what counts doesn't.
          expect({ ...mixed, flags: [] }).toEqual({ ...inOrder, flags: [] });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('arrive twice, from two stations, and count once', () => {
    fc.assert(
      fc.property(corrected, fc.array(fc.nat(), { maxLength: 6 }), (history, picks) => {
        const again = picks.map((pick) => history[pick % history.length] as OrderEvent);
        expect(apart(fold([...history, ...again]))).toEqual(apart(fold(history)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the ends of an order', () => {
  const statement = { text: 'x', signedBy: 'Ana', date: '2026-11-25' as PlainDate, cms: null };
  const lost = event('order.lost', { statement: { ...statement, kind: 'lost' } });
  const accepted = event('order.accepted', { seen });

  it('lost, unless the supplier accepts it after all: then goods are waited for again', () => {
    expect(fold([begin, submitted, lost])).toMatchObject({
      phase: 'lost',
      receiptOpen: false,
      closedOn: '2026-11-25',
    });
    expect(fold([begin, submitted, lost, accepted])).toMatchObject({
      phase: 'accepted',
      receiptOpen: true,
      flags: ['accepted-after-lost'],
    });
  });

  it('day 60 closes the balance and not the duty to record what came', () => {
    const on = addDays(sampleOrder.date, 60);
    const expired = event('order.expired', { on, balance: [{ lineNumber: 1, packages: 12 }] });
    expect(fold([begin, submitted, expired])).toMatchObject({
      phase: 'expired',
      receiptOpen: true,
      closedOn: on,
    });
    expect(fold([begin, expired])).toMatchObject({ phase: 'expired', receiptOpen: false });
    expect(fold([begin, submitted, expired]).lines.map(({ balance }) => balance)).toEqual([0, 0]);
  });
});
