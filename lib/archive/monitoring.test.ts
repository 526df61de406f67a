import { describe, expect, it } from 'vitest';
import type { Archive, NewEvent } from '@/lib/archive';
import { addDays, type PlainDate } from '@/lib/base';
import { productKey, type ProductFacts } from '@/lib/drugs';
import type { BesideRecord, OrderLine } from '@/lib/order';
import { clock, command, day, fresh, orderNumbered, projections, registrant } from '@/tests/support/archive';
import { asFile, recordsOf, station } from '@/tests/support/archives';
import { event, sampleOrder, seen, signed } from '@/tests/support/orders';

const TODAY = day('2026-11-22');
const OXYCODONE = '9143';

interface Bought {
  readonly name: string;
  readonly packages: number;
  readonly packageSize?: number;
  readonly ndc11?: string;
}

let count = 0;
async function order(
  archive: Archive,
  date: PlainDate,
  lines: readonly Bought[],
  supplierId = 'meridian',
): Promise<string> {
  const [first] = sampleOrder.lines;
  if (!first) throw new Error('no line');
  const orderId = `order-${String(++count)}`;
  const whole = lines.map(({ ndc11 = null, ...line }, at): OrderLine => ({
    ...{ ...first, strength: null, form: null, ...line, lineNumber: at + 1 },
    ndc11: ndc11 as OrderLine['ndc11'],
  }));
  const payload = { ...signed(orderNumbered(count, { date, lines: whole })), supplierId };
  await archive.append(command(orderId, event('order.signed', payload)));
  return orderId;
}
const oxycodone = (mg: number, packages: number, more: Partial<Bought> = {}): Bought => ({
  ...{ name: `Oxycodone HCl ${String(mg)} mg tablets`, packages, ...more },
});
const past = async (archive: Archive, code = OXYCODONE) => {
  const found = (await archive.pasts([code], TODAY)).get(code);
  if (!found) throw new Error('no past');
  return found;
};
/** What the amount of a past is made of, whatever strengths and suppliers it came in. */
const amounts = async (archive: Archive) => {
  const { mg, orders, last, count: n, firstDay } = await past(archive);
  return { mg, orders, last, n, firstDay };
};

describe('the past of a substance', () => {
  it('goes on from its last forty orders, and takes out what was taken back', async () => {
    const archive = await fresh();
    await archive.append(command(null, registrant));
    for (let n = 0; n < 50; n++) await order(archive, addDays(TODAY, -n * 20), [oxycodone(10, n + 1)]);
    expect(await past(archive)).toMatchObject({ count: 50, suppliers: 1, strengthsMg: [10] });
    expect((await past(archive)).last).toHaveLength(40);
    const [newest] = await archive.orders({ limit: 1 });
    const no = event('order.not-accepted', { statement: 'no', seen });
    await archive.append(command(newest?.orderId ?? '', no));
    const after = await past(archive);
    expect([after.count, after.last.length, after.last[0]?.day]).toEqual([49, 40, after.today - 800]);
    expect(after.last.at(-1)?.day).toBe(after.today - 20);
    expect(await archive.verify()).toMatchObject({ ok: true });
    expect(await archive.runningSubstances(addDays(TODAY, -30))).toEqual([
      { code: OXYCODONE, last: addDays(TODAY, -20), orders: 49 },
    ]);
    expect(await archive.runningSubstances(TODAY)).toEqual([]);
  });

  it('counts base drug: strengths, sizes, suppliers, NDCs and split lines change nothing of the whole', async () => {
    const ways: readonly ((archive: Archive, date: PlainDate) => Promise<unknown>)[] = [
      (archive, date) => order(archive, date, [oxycodone(10, 5)]),
      (archive, date) => order(archive, date, [oxycodone(5, 10)]),
      (archive, date) => order(archive, date, [oxycodone(10, 1, { packageSize: 500 })]),
      (archive, date) => order(archive, date, [oxycodone(10, 2), oxycodone(10, 3)]),
      (archive, date) => order(archive, date, [oxycodone(10, 5)], 'harbor'),
      (archive, date) => order(archive, date, [oxycodone(10, 5, { ndc11: '00406855201' })]),
    ];
    const found: unknown[] = [];
    for (const way of ways) {
      const archive = await fresh();
      for (const days of [-400, -90, -3, 0]) await way(archive, addDays(TODAY, days));
      found.push(await amounts(archive));
      archive.close();
    }
    for (const one of found) expect(one).toEqual(found[0]);
    expect(found[0]).toMatchObject({ n: 4 });
  });
});

describe('a month of a substance', () => {
  it('tells what was bought of whom, what went back, and what a supplier cut', async () => {
    const archive = await fresh();
    await archive.append(command(null, registrant));
    await order(archive, day('2026-06-01'), [oxycodone(10, 42)], 'harbor');
    const cut = await order(archive, day('2026-06-03'), [oxycodone(10, 3), oxycodone(5, 2)]);
    const three = { lines: [{ lineNumber: 1, packages: 3 }], date: null, seen };
    await archive.append(command(cut, event('order.shipped', three)));
    await archive.append(
      command(cut, event('order.voided', { lines: [2], statement: 'x', date: null, seen })),
    );
    const back: BesideRecord = {
      ...{
        id: 'record-1',
        kind: 'return',
        registrant: sampleOrder.purchaser.deaNumber,
        note: null,
        files: [],
      },
      ...{ date: day('2026-06-09'), other: { name: 'harbor', deaNumber: null }, reference: null },
      lines: [
        {
          ...{
            lineNumber: 1,
            name: 'Oxycodone HCl 10 mg tablets',
            ndc11: null,
            strength: null,
            schedule: null,
          },
          ...{ packageSize: 100, packages: 1, looseUnits: 50 },
        },
      ],
    };
    await archive.append(command('record-1', { type: 'record.entered', payload: { record: back } }));
    const months = await archive.months(OXYCODONE, day('2026-05-20'), day('2026-07-01'));
    expect(months.map(({ month, days }) => [month, days.length])).toEqual([
      ['2026-05', 0],
      ['2026-06', 3],
      ['2026-07', 0],
    ]);
    expect(months[1]).toMatchObject({
      suppliers: [
        { supplierId: 'harbor', units: 4_200, orders: 1 },
        { supplierId: 'meridian', units: 300, orders: 1 },
      ],
      strengths: [{ strengthMg: 10, units: 4_500 }],
      returnedUnits: 150,
      cuts: [
        {
          ...{ orderId: cut, date: '2026-06-03', supplierId: 'meridian', why: 'voided' },
          ...{ orderedUnits: 500, shippedUnits: 300, monthUnits: 4_700 },
        },
      ],
    });
    expect(months[1]?.days.map(({ units }) => units)).toEqual([4_200, 300, -150]);
    expect((await past(archive)).count).toBe(2);
    expect(await archive.verify()).toMatchObject({ ok: true });
  });
});

const facts: ProductFacts = {
  ...{ substanceCode: OXYCODONE, strengthMg: 20, form: 'tablet', packageSize: null, schedule: '2' },
};
const key = productKey({ description: 'ZQX TABS', ndc: null });
const said = (change: Partial<ProductFacts> | null, from: 'person' | 'catalogue' = 'person'): NewEvent => ({
  type: 'product.set',
  payload: { key, facts: change && { ...facts, ...change }, from },
});

describe('an order whose day 60 passed', () => {
  it('was cut by nobody where nobody said what shipped of it, and was where the supplier said less', async () => {
    const archive = await fresh();
    await archive.append(command(null, registrant));
    const balance = [{ lineNumber: 1, packages: 3 }];
    const expired = event('order.expired', { on: day('2026-08-02'), balance });
    const cuts = async () => {
      const months = await archive.months(OXYCODONE, day('2026-06-01'), day('2026-06-30'));
      return months.flatMap((month) => month.cuts.map(({ orderId, why }) => [orderId, why]));
    };
    const silent = await order(archive, day('2026-06-03'), [oxycodone(10, 3)]);
    await archive.append(command(silent, expired));
    expect(await cuts()).toEqual([]);
    const told = await order(archive, day('2026-06-04'), [oxycodone(10, 5)]);
    const two = { lines: [{ lineNumber: 1, packages: 2 }], date: null, seen };
    await archive.append(command(told, event('order.shipped', two), expired));
    expect(await cuts()).toEqual([[told, 'shipped-less']]);
  });
});

describe('a product that isn’t recognised', () => {
  it('is listed, and counts everywhere once somebody says what it is', async () => {
    const archive = await fresh();
    await archive.append(command(null, registrant));
    await order(archive, day('2026-10-01'), [{ name: 'ZQX TABS', packages: 2 }]);
    const newest = await order(archive, day('2026-11-01'), [
      { name: 'ZQX  TABS', packages: 1 },
      oxycodone(10, 1),
    ]);
    const [found, ...others] = await archive.unknownProducts(10);
    expect(others).toEqual([]);
    expect(found).toEqual({
      key,
      text: 'ZQX TABS',
      ndc: null,
      lines: 2,
      isScheduled: true,
      last: '2026-11-01',
    });
    const mg = async () => (await past(archive)).last.map(({ baseMg }) => Math.round(baseMg));
    const alone = await mg();
    expect(alone).toHaveLength(1);
    await archive.append(command(null, said({})));
    expect(await archive.unknownProducts(10)).toEqual([]);
    expect((await past(archive)).count).toBe(2);
    const right = await mg();
    // The directory knows less than the person who looked at the bottle.
    await archive.append(command(null, said({ strengthMg: 40 }, 'catalogue')));
    expect(await mg()).toEqual(right);
    await archive.append(command(null, said({ substanceCode: null, strengthMg: null })));
    expect([await mg(), await archive.unknownProducts(10)]).toEqual([alone, []]);
    await archive.append(command(null, said(null)));
    expect([await mg(), (await archive.unknownProducts(10))[0]?.lines]).toEqual([alone, 2]);
    await archive.append(
      command(newest, event('order.voided', { lines: null, statement: 'x', date: null, seen })),
    );
    await archive.append(command(null, said({})));
    expect(await archive.verify()).toMatchObject({ ok: true });
    const before = await projections();
    await archive.rebuild();
    expect(await projections()).toEqual(before);
  });

  it('counts the same in whichever order computers learn of it', async () => {
    const hours = (n: number) => ({ now: () => clock.now() + n * 3_600_000 });
    const [one, other] = [await station(hours(0)), await station(hours(1))];
    await one.archive.append(command(null, registrant));
    await order(one.archive, day('2026-10-01'), [{ name: 'ZQX TABS', packages: 2 }]);
    await other.archive.append(command(null, registrant));
    const lines = [
      {
        date: day('2026-09-01'),
        supplierId: 'meridian',
        ndc: null,
        product: 'ZQX TABS',
        packageSize: 100,
        packages: 4,
      },
    ];
    await other.archive.append(
      command(null, { type: 'history.imported', payload: { file: 'a.csv', lines } }),
    );
    await other.archive.append(command(null, said({})));
    expect((await past(other.archive)).count).toBe(1);
    const [mine, theirs] = [await recordsOf(one.archive), await recordsOf(other.archive)];
    await one.archive.merge(asFile(theirs));
    await other.archive.merge(asFile(mine));
    for (const { archive, end } of [one, other]) {
      expect(await past(archive)).toMatchObject({ count: 2, suppliers: 1, strengthsMg: [20] });
      expect(await archive.unknownProducts(1)).toEqual([]);
      expect(await archive.verify()).toMatchObject({ ok: true });
      await end();
    }
  });
});

describe('the directory', () => {
  it('keeps limits, requests for more and dispensing files, each as it was said last', async () => {
    const archive = await fresh();
    await archive.append(command(null, registrant));
    const limit = (units: number | null): NewEvent => ({
      type: 'limit.set',
      payload: { substanceCode: OXYCODONE, units },
    });
    await archive.append(command(null, limit(4_000)));
    await archive.append(command(null, limit(5_000)));
    const reason = { kind: 'pharmacy-closed', detail: 'Elm Street Drugs closed on 1 November' } as const;
    const asked = { substanceCode: OXYCODONE, supplierId: 'meridian', units: 6_000, reason, date: TODAY };
    await archive.append(command(null, { type: 'increase.requested', payload: asked }));
    expect(await archive.directory()).toMatchObject({
      limits: { [OXYCODONE]: { units: 5_000, who: 'person-1' } },
      increases: [{ ...asked, who: 'person-1' }],
    });
    await archive.append(command(null, limit(null)));
    expect((await archive.directory()).limits).toEqual({});
  });
});
