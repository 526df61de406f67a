import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Archive, NewEvent } from '@/lib/archive';
import { addDays, type PlainDate } from '@/lib/base';
import { productKey, type ProductFacts } from '@/lib/drugs';
import type { BesideRecord, OrderEvent } from '@/lib/order';
import { pastOf, type SeriesPoint, type SubstancePast } from '@/lib/som';
import { command, day, fresh, orderNumbered, projections, registrant } from '@/tests/support/archive';
import { event, sampleOrder, seen, signed } from '@/tests/support/orders';
import type { SubstanceHistory } from './monitoring-reads';

const TODAY = day('2026-11-22');
const CODES = ['9143', '9300', '9193'];
const names = [
  'Oxycodone HCl 10 mg tablets',
  'Oxycodone HCl 5 mg tablets',
  'Morphine sulfate 15 mg tablets',
  'ZQX TABS 5',
];
const [line] = sampleOrder.lines;

type Act = (archive: Archive, n: number) => Promise<unknown>;

const dates = fc
  .oneof(
    { weight: 6, arbitrary: fc.integer({ min: -500, max: 0 }) },
    { weight: 2, arbitrary: fc.integer({ min: -1_500, max: -400 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 900 }) },
  )
  .map((days) => addDays(TODAY, days));
const held = fc.array(fc.tuple(fc.constantFrom(...names), fc.integer({ min: 1, max: 20 })), {
  minLength: 1,
  maxLength: 3,
});

const ordered: fc.Arbitrary<Act> = fc
  .tuple(dates, held, fc.constantFrom('a', 'b', 'c'))
  .map(([date, lines, supplierId]) => (archive, n) => {
    if (!line) throw new Error('no line');
    const order = orderNumbered(n, {
      date,
      lines: lines.map(([name, packages], at) => ({
        ...{ ...line, lineNumber: at + 1, name, packages, ndc11: null, strength: null, form: null },
      })),
    });
    return archive.append(
      command(`order-${String(n)}`, event('order.signed', { ...signed(order), supplierId })),
    );
  });

const later: fc.Arbitrary<OrderEvent> = fc.oneof(
  fc
    .integer({ min: 0, max: 20 })
    .map((packages) => event('order.shipped', { lines: [{ lineNumber: 1, packages }], date: null, seen })),
  fc.integer({ min: 0, max: 20 }).map((packages) =>
    event('order.received', {
      lines: [{ lineNumber: 1, packages }],
      date: TODAY,
      countedBy: 'p',
      note: null,
    }),
  ),
  fc.constant(event('order.voided', { lines: null, statement: 'no stock', date: null, seen })),
  fc.constant(event('order.not-accepted', { statement: 'no', seen })),
  fc.constant(event('order.expired', { on: TODAY, balance: [] })),
);
const moved: fc.Arbitrary<Act> = fc.tuple(fc.nat(), later).map(([which, one]) => async (archive) => {
  const orders = await archive.orders({ limit: 100 });
  const order = orders[which % Math.max(1, orders.length)];
  if (order) await archive.append(command(order.orderId, one));
});

const beside: fc.Arbitrary<Act> = fc
  .tuple(fc.constantFrom('return', 'invoice', 'loss'), dates, held, fc.boolean())
  .map(([kind, date, lines, isWithdrawn]) => async (archive, n) => {
    const record: BesideRecord = {
      ...{ id: `record-${String(n)}`, kind, registrant: sampleOrder.purchaser.deaNumber, date },
      ...{ other: { name: 'a', deaNumber: null }, reference: null, note: null, files: [] },
      lines: lines.map(([name, packages], at) => ({
        ...{ lineNumber: at + 1, name, ndc11: null, strength: null, schedule: null, packageSize: 100 },
        ...{ packages, looseUnits: 0 },
      })),
    };
    await archive.append(command(record.id, { type: 'record.entered', payload: { record } }));
    const withdrawn: NewEvent = { type: 'record.withdrawn', payload: { reason: 'entered twice' } };
    if (isWithdrawn) await archive.append(command(record.id, withdrawn));
  });

const imported: fc.Arbitrary<Act> = fc
  .tuple(
    fc.array(fc.tuple(dates, fc.constantFrom(...names), fc.integer({ min: 1, max: 9 })), {
      minLength: 1,
      maxLength: 8,
    }),
    fc.boolean(),
  )
  .map(([rows, isWithdrawn]) => async (archive, n) => {
    const lines = rows.map(([date, product, packages]) => ({
      ...{ date, supplierId: 'a', ndc: null, product, packageSize: 100, packages },
    }));
    const importId = `history-${String(n)}`;
    await archive.append({
      ...command(null, { type: 'history.imported', payload: { file: 'a.csv', lines } }),
      commandId: `${importId}-0`,
    });
    const reason = 'it was the wrong file';
    if (isWithdrawn)
      await archive.append(command(null, { type: 'history.withdrawn', payload: { importId, reason } }));
  });

const hydrocodone: ProductFacts = {
  ...{ substanceCode: '9193', strengthMg: 5, form: 'tablet', packageSize: null, schedule: '2' },
};
const said: fc.Arbitrary<Act> = fc
  .tuple(
    fc.constantFrom(...names),
    fc.constantFrom<ProductFacts | null>(
      hydrocodone,
      { ...hydrocodone, strengthMg: 10 },
      { ...hydrocodone, substanceCode: null },
      null,
    ),
    fc.constantFrom('person' as const, 'catalogue' as const),
  )
  .map(([name, facts, from]) => async (archive) => {
    const key = productKey({ description: name, ndc: null });
    await archive.append(command(null, { type: 'product.set', payload: { key, facts, from } }));
  });

const purged: fc.Arbitrary<Act> = fc.constant((archive) =>
  archive.purge(TODAY, 'person-1', { years: 2, legalHold: false }),
);

const acts = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: ordered },
    { weight: 4, arbitrary: moved },
    { weight: 2, arbitrary: beside },
    { weight: 2, arbitrary: imported },
    { weight: 1, arbitrary: said },
    { weight: 1, arbitrary: purged },
  ),
  { maxLength: 25 },
);

/** What the daily sums say, order and return each by itself, as `lib/som` takes them. */
async function points(archive: Archive, code: string): Promise<SeriesPoint[]> {
  const days = await archive.series(code, '0001-01-01' as PlainDate);
  return days.flatMap(({ baseMg, returnedMg, ...point }) => [
    ...(baseMg + returnedMg > 0 ? [{ ...point, baseMg: baseMg + returnedMg }] : []),
    ...(returnedMg > 0 ? [{ ...point, baseMg: -returnedMg }] : []),
  ]);
}

/** Micrograms, so that sums of another order are the same. */
function plain(past: SubstancePast | SubstanceHistory) {
  const ug = (mg: number) => Math.round(mg * 1_000);
  return {
    ...past,
    mg: Array.from(past.mg, ug),
    orders: Array.from(past.orders),
    last: past.last.map(({ day: on, baseMg }) => [on, ug(baseMg)]),
    strengthsMg: [...past.strengthsMg].sort((a, b) => a - b),
  };
}

const todays = [TODAY, ...[-1, -45, -400, 30, 200, 1_000].map((days) => addDays(TODAY, days))];

describe('pasts of substances', () => {
  it('are what the daily sums say, whatever happened, and a rebuild says the same', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (some) => {
        const archive = await fresh();
        await archive.append(command(null, registrant));
        for (const [n, act] of some.entries()) await act(archive, n);
        for (const today of todays) {
          const pasts = await archive.pasts(CODES, today);
          for (const code of CODES) {
            const past = pasts.get(code);
            if (!past) throw new Error(`no past of ${code}`);
            expect(plain(past)).toEqual(plain(pastOf(await points(archive, code), today)));
          }
        }
        expect(await archive.verify()).toMatchObject({ ok: true });
        const before = await projections();
        await archive.rebuild();
        expect(await projections()).toEqual(before);
        archive.close();
      }),
      { numRuns: 10 },
    );
  }, 60_000);
});
