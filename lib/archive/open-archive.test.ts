import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fixedClock, type OrderNumber, type PlainDate } from '@/lib/base';
import { draftOf, type Order, type OrderEvent } from '@/lib/order';
import { anyLaterEvent, event, sampleOrder, seen, signed } from '@/tests/support/orders';
import type { Archive, Command, NewEvent } from './archive';
import { ArchiveDatabase } from './database';
import type { Envelope } from './envelope';
import { openArchive } from './open-archive';

const clock = fixedClock('2026-11-22T15:00:00Z');
const day = (text: string) => text as PlainDate;
let names = 0;
let name = '';
const opened: Archive[] = [];

async function open(at = clock): Promise<Archive> {
  const archive = await openArchive({ name, clock: at });
  opened.push(archive);
  return archive;
}

function fresh(at = clock): Promise<Archive> {
  name = `archive-${++names}`;
  return open(at);
}

afterEach(async () => {
  for (const archive of opened.splice(0)) archive.close();
  await Dexie.delete(name);
});

/** The tables themselves, as someone with developer tools would see and change them. */
async function tamper<T>(work: (db: ArchiveDatabase) => Promise<T>): Promise<T> {
  const db = new ArchiveDatabase(name);
  await db.open();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

function projections(): Promise<unknown> {
  return tamper(async (db) => ({
    orders: await db.orders.toArray(),
    requests: await db.requests.toArray(),
    numbers: await db.numbers.toArray(),
    series: await db.series.toArray(),
    directory: await db.meta.get('directory'),
  }));
}

let commands = 0;
function command(orderId: string | null, ...events: (NewEvent | OrderEvent)[]): Command {
  return {
    commandId: `command-${++commands}`,
    who: 'person-1',
    orderId,
    events: events.map(({ type, payload }) => ({ type, payload }) as NewEvent),
  };
}

const registrant: NewEvent = {
  type: 'registrant.set',
  payload: { registrant: { ...sampleOrder.purchaser, zone: 'America/New_York' } },
};

function orderNumbered(n: number, change: Partial<Order> = {}): Order {
  return { ...sampleOrder, number: `26XAA${String(n).padStart(4, '0')}` as OrderNumber, ...change };
}

function request(id: string): NewEvent {
  return {
    type: 'request.opened',
    payload: {
      request: {
        id,
        mode: 'now',
        draft: draftOf(sampleOrder),
        pageHash: null,
        page: null,
        delivery: 'page-api',
        supplierId: 'supplier-1',
        openedAt: 1,
        openedBy: 'person-1',
      },
    },
  };
}

const accepted = event('order.accepted', { seen });

describe('append', () => {
  it('links events, one chain per registrant, and folds them', async () => {
    const archive = await fresh();
    await archive.append(command(null, registrant));
    const [opening] = await archive.append(command('order-1', request('order-1')));
    const [one, two] = await archive.append(command('order-1', event('order.signed', signed()), accepted));
    expect(opening).toMatchObject({ registrant: 'AP5836727', seq: 1, prev: '0'.repeat(64) });
    expect([one?.seq, two?.seq]).toEqual([2, 3]);
    expect([one?.prev, two?.prev]).toEqual([opening?.hash, one?.hash]);
    expect(await archive.order('order-1')).toMatchObject({
      phase: 'accepted',
      version: 3,
      receiptOpen: true,
    });
    expect(await archive.orderByNumber(sampleOrder.number)).toMatchObject({ orderId: 'order-1' });
    expect(await archive.request('order-1')).toMatchObject({ state: { phase: 'signed' }, version: 3 });
    expect(await archive.events('order-1')).toEqual([opening, one, two]);
    expect((await archive.directory()).registrant?.name).toBe('Corner Pharmacy');
    expect(await archive.verify()).toEqual({ ok: true, events: 4, broken: null });
  });

  it('does a command once, however often it is sent', async () => {
    const archive = await fresh();
    const sign = command('order-1', event('order.signed', signed()));
    const first = await archive.append(sign);
    expect(await archive.append(sign)).toEqual(first);
    const other = await open();
    expect(await Promise.all([other.append(sign), archive.append(sign)])).toEqual([first, first]);
    expect(await archive.verify()).toMatchObject({ ok: true, events: 1 });
    expect(await archive.order('order-1')).toMatchObject({ version: 1 });
  });

  it('refuses a stale version and writes nothing of the act', async () => {
    const archive = await fresh();
    await archive.append(command('order-1', event('order.signed', signed()), accepted));
    const stale = { ...command('order-1', accepted), expectedVersion: 1 };
    await expect(archive.append(stale)).rejects.toMatchObject({ code: 'archive/version-conflict' });
    await expect(archive.append({ ...stale, expectedVersion: 2 })).resolves.toHaveLength(1);
    expect(await archive.verify()).toMatchObject({ ok: true, events: 3 });
  });

  it('uses a number once, ends a request once, and knows no event without its order', async () => {
    const archive = await fresh();
    await archive.append(command('order-1', request('order-1'), event('order.signed', signed())));
    const again = archive.append(command('order-2', event('order.signed', signed())));
    await expect(again).rejects.toMatchObject({ code: 'order/number-used' });
    const refused = event('request.refused', { requestId: 'order-1', reason: 'late' });
    await expect(archive.append(command('order-1', refused))).rejects.toMatchObject({
      code: 'signing/request-closed',
      params: { state: 'signed' },
    });
    await expect(archive.append(command('order-1', event('order.signed', signed())))).rejects.toMatchObject({
      code: 'signing/request-closed',
    });
    await expect(archive.append(command('order-9', accepted))).rejects.toMatchObject({
      code: 'order/unknown',
    });
    await archive.append(
      command('order-2', request('order-2'), { ...refused, type: 'request.refused' } as NewEvent),
    );
    const late = archive.append(command('order-2', event('order.signed', signed(orderNumbered(2)))));
    await expect(late).rejects.toMatchObject({
      code: 'signing/request-closed',
      params: { state: 'refused' },
    });
    expect(await archive.openRequests()).toEqual([]);
    expect(await archive.verify()).toMatchObject({ ok: true, events: 4 });
  });

  it('keeps time in order when the wall clock goes back', async () => {
    const archive = await fresh();
    await archive.append(command('order-1', event('order.signed', signed()), accepted));
    const earlier = await open(fixedClock('2020-01-01T00:00:00Z'));
    await earlier.append(command('order-1', event('order.submitted', { how: 'file', seen })));
    const events = await archive.events('order-1');
    expect(events.map(({ time }) => time)).toEqual([0, 1, 2].map((counter) => [clock.now(), counter]));
    expect(events.at(-1)?.type).toBe('order.submitted');
  });

  it('takes 200 writes from two windows at once without a gap', async () => {
    const one = await fresh();
    const other = await open();
    await one.append(command('order-1', event('order.signed', signed())));
    await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        (index % 2 ? one : other).append(command('order-1', accepted)),
      ),
    );
    expect(await one.verify()).toEqual({ ok: true, events: 201, broken: null });
    expect(await other.order('order-1')).toMatchObject({ version: 201 });
  });
});

describe('numbers', () => {
  it('are unique under two windows, stay with their request, and carry one prefix', async () => {
    const one = await fresh();
    const other = await open();
    const ids = Array.from({ length: 30 }, (_, index) => `request-${index}`);
    const numbers = await Promise.all(
      ids.map((id, index) => (index % 2 ? one : other).allocateNumber(id, 'person-1', day('2026-11-22'))),
    );
    expect(new Set(numbers).size).toBe(30);
    expect(new Set(numbers.map((number) => number.slice(0, 5))).size).toBe(1);
    expect(numbers.every((number) => /^26X[A-Z0-9]{6}$/.test(number))).toBe(true);
    expect(await other.allocateNumber('request-7', 'person-1', day('2026-12-01'))).toBe(numbers[7]);
    expect(await other.allocateNumber('request-7', 'person-1', day('2027-01-01'))).toMatch(/^27X/);
    const first = numbers[0] as OrderNumber;
    expect(await one.isNumberUsed(first)).toBe(true);
    expect(await one.isNumberUsed(first, 'request-0')).toBe(false);
  });

  it('skip what a portal already used', async () => {
    const archive = await fresh();
    const first = await archive.allocateNumber('request-1', 'person-1', day('2026-11-22'));
    const next = `${first.slice(0, 8)}1` as OrderNumber;
    const tracked = event('order.tracked', {
      number: next,
      draft: draftOf(sampleOrder),
      supplierId: null,
      seen,
    });
    await archive.append(command('order-1', tracked));
    expect(await archive.allocateNumber('request-2', 'person-1', day('2026-11-22'))).toBe(
      `${first.slice(0, 8)}2`,
    );
  });
});

describe('lists and series', () => {
  it('pages newest first and lists what is open', async () => {
    const archive = await fresh();
    for (let n = 1; n <= 7; n++) {
      const date = day(`2026-11-${String(10 + (n % 4)).padStart(2, '0')}`);
      await archive.append(command(`order-${n}`, event('order.signed', signed(orderNumbered(n, { date })))));
    }
    const all = (await archive.orders({ limit: 100 })).map(({ orderId }) => orderId);
    expect(all).toEqual(['order-7', 'order-3', 'order-6', 'order-2', 'order-5', 'order-1', 'order-4']);
    const paged: string[] = [];
    for (let page = await archive.orders({ limit: 3 }); page.length > 0;) {
      paged.push(...page.map(({ orderId }) => orderId));
      page = await archive.orders({ limit: 3, before: paged.at(-1) as string });
    }
    expect(paged).toEqual(all);

    const receive = (packages: [number, number]) =>
      event('order.received', {
        lines: packages.map((count, index) => ({ lineNumber: index + 1, packages: count })),
        date: day('2026-11-22'),
        countedBy: 'person-1',
        note: null,
      });
    await archive.append(command('order-1', accepted, receive([12, 3])));
    await archive.append(command('order-2', event('order.not-accepted', { statement: 'No stock', seen })));
    const old = orderNumbered(99, { date: day('2026-01-05') });
    await archive.append(command('order-99', event('order.signed', signed(old))));
    const openIds = (await archive.openOrders()).map(({ orderId }) => orderId);
    expect(openIds.sort()).toEqual(['order-3', 'order-4', 'order-5', 'order-6', 'order-7']);
  });

  it('sums what was ordered by day, drops what was not accepted, and counts imported history', async () => {
    const archive = await fresh();
    const one = event('order.signed', signed(orderNumbered(1)));
    const two = event('order.signed', { ...signed(orderNumbered(2)), supplierId: 'supplier-2' });
    await archive.append(command('order-1', one));
    await archive.append(command('order-2', two));
    const before = await archive.series('9143', day('2026-11-01'));
    expect(before.map(({ supplierId, units, strengthMg }) => [supplierId, units, strengthMg])).toEqual([
      ['supplier-1', 1200, 10],
      ['supplier-2', 1200, 10],
    ]);
    expect(before[0]?.baseMg).toBeGreaterThan(10_000);
    const refused = event('order.not-accepted', { statement: 'No stock', seen });
    await archive.append(command('order-2', refused));
    const line = {
      date: sampleOrder.date,
      supplierId: 'supplier-1',
      ndc: null,
      product: 'Oxycodone HCl 10 mg tablets',
      packageSize: 100,
      packages: 2,
    };
    await archive.append(
      command(null, {
        type: 'history.imported',
        payload: { file: 'orders.csv', lines: [line, { ...line, date: day('2026-10-31') }] },
      }),
    );
    expect(await archive.series('9143', day('2026-11-01'))).toMatchObject([
      { supplierId: 'supplier-1', units: 1400, date: '2026-11-20' },
    ]);
    expect(await archive.series('9143', day('2026-01-01'))).toHaveLength(2);
  });
});

describe('rebuild', () => {
  it('gives what was there, for random histories', async () => {
    const act = fc.record({
      order: fc.integer({ min: 1, max: 3 }),
      events: fc.array(anyLaterEvent, { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        const archive = await fresh();
        await archive.append(command(null, registrant));
        for (const n of [1, 2, 3]) {
          const found =
            n === 3
              ? event('order.tracked', { number: null, draft: draftOf(sampleOrder), supplierId: null, seen })
              : event('order.signed', signed(orderNumbered(n)));
          await archive.append(command(`order-${n}`, request(`order-${n}`), found));
        }
        await archive.allocateNumber('request-9', 'person-1', day('2026-11-22'));
        for (const { order, events } of acts) {
          const lawful = events.filter(({ type }) => type !== 'order.numbered');
          // NaN and infinities can't be written down, so they can't be in an archive.
          const plain = JSON.parse(JSON.stringify(lawful).replaceAll('null', '0')) as OrderEvent[];
          await archive.append(command(`order-${order}`, ...plain));
        }
        const before = await projections();
        await archive.rebuild();
        expect(await projections()).toEqual(before);
        expect(await archive.verify()).toMatchObject({ ok: true });
        archive.close();
        await Dexie.delete(name);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('mends a projection that was changed by hand', async () => {
    const archive = await fresh();
    await archive.append(command('order-1', event('order.signed', signed())));
    const before = await projections();
    await tamper((db) => db.orders.clear());
    expect(await archive.order('order-1')).toBeNull();
    await archive.rebuild();
    expect(await projections()).toEqual(before);
  });
});

describe('verify', () => {
  async function chainOf(count: number): Promise<Archive> {
    const archive = await fresh();
    const later = Array.from({ length: count - 1 }, () => accepted);
    await archive.append(command('order-1', event('order.signed', signed()), ...later));
    return archive;
  }

  const event4 = (db: ArchiveDatabase) => db.events.orderBy(':id').offset(3).first() as Promise<Envelope>;
  const tricks: readonly (readonly [
    name: string,
    broken: number,
    work: (db: ArchiveDatabase) => Promise<unknown>,
  ])[] = [
    ['altered', 4, async (db) => db.events.put({ ...(await event4(db)), who: 'someone-else' })],
    [
      'given another payload',
      4,
      async (db) => db.events.put({ ...(await event4(db)), payload: { seen: { origin: null } } } as Envelope),
    ],
    [
      'given one more member',
      4,
      async (db) => db.events.put({ ...(await event4(db)), note: 'x' } as unknown as Envelope),
    ],
    [
      'given what JSON can’t say',
      4,
      async (db) => db.events.put({ ...(await event4(db)), payload: 1n } as unknown as Envelope),
    ],
    [
      'removed',
      4,
      async (db) => {
        const { registrant: r, station, seq } = await event4(db);
        await db.events.delete([r, station, seq]);
      },
    ],
    [
      'removed at the start',
      1,
      async (db) => {
        const { registrant: r, station } = await event4(db);
        await db.events.delete([r, station, 1]);
      },
    ],
    [
      'removed at the end',
      300,
      async (db) => {
        const { registrant: r, station } = await event4(db);
        await db.events.delete([r, station, 300]);
      },
    ],
    [
      'put in another place',
      4,
      async (db) => {
        const four = await event4(db);
        await db.events.put({ ...four, seq: 5 } as Envelope);
        await db.events.delete([four.registrant, four.station, 4]);
      },
    ],
    [
      'added at the end',
      302,
      async (db) => {
        const four = await event4(db);
        await db.events.put({ ...four, seq: 302 } as Envelope);
      },
    ],
    [
      'added after the head',
      301,
      async (db) => {
        const four = await event4(db);
        await db.events.put({ ...four, seq: 301 } as Envelope);
      },
    ],
    ['all removed', 1, (db) => db.events.clear()],
  ];

  it.each(tricks)('names the first record that was %s', async (_name, broken, work) => {
    const archive = await chainOf(300);
    expect(await archive.verify()).toEqual({ ok: true, events: 300, broken: null });
    await tamper(work);
    const { ok, broken: found } = await archive.verify();
    expect([ok, found?.seq]).toEqual([false, broken === 302 ? 301 : broken]);
  });

  it('tells how far it is, over several chains', async () => {
    const archive = await chainOf(250);
    await archive.append(command(null, registrant));
    await archive.append(command('order-1', accepted));
    const told: number[] = [];
    expect(await archive.verify((done) => told.push(done))).toMatchObject({ ok: true, events: 252 });
    expect(told).toEqual([200, 251, 252]);
  });
});

describe('a database that fails', () => {
  it('is told as full, with nothing written, or as unavailable', async () => {
    const archive = await fresh();
    await archive.append(command('order-1', event('order.signed', signed())));
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      const act = archive.append(command('order-1', accepted));
      await expect(act).rejects.toMatchObject({ code: 'archive/storage-full' });
    } finally {
      IDBObjectStore.prototype.add = add;
    }
    expect(await archive.verify()).toMatchObject({ ok: true, events: 1 });
    archive.close();
    await expect(archive.directory()).rejects.toMatchObject({ code: 'archive/unavailable' });
    const openDatabase = IDBFactory.prototype.open;
    IDBFactory.prototype.open = () => {
      throw new DOMException('not in this profile', 'InvalidStateError');
    };
    try {
      await expect(open()).rejects.toMatchObject({ code: 'archive/unavailable' });
    } finally {
      IDBFactory.prototype.open = openDatabase;
    }
  });
});
