import { describe, expect, it } from 'vitest';
import type { Archive } from './archive';
import type { ArchiveDatabase } from './database';
import type { Envelope } from './envelope';
import { accepted, command, fresh, registrant, tamper } from '@/tests/support/archive';
import { event, signed } from '@/tests/support/orders';

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
        await db.events.put({ ...four, seq: 5 });
        await db.events.delete([four.registrant, four.station, 4]);
      },
    ],
    [
      'added at the end',
      302,
      async (db) => {
        const four = await event4(db);
        await db.events.put({ ...four, seq: 302 });
      },
    ],
    [
      'added after the head',
      301,
      async (db) => {
        const four = await event4(db);
        await db.events.put({ ...four, seq: 301 });
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
    // Read, and then folded: each event counts twice.
    expect(told).toEqual([200, 251, 252, 503, 504]);
  });
});
