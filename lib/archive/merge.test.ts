import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accepted,
  clock,
  command,
  day,
  fresh,
  openAgain,
  orderNumbered,
  projections,
  registrant,
  request,
  tamper,
} from '@/tests/support/archive';
import { anyLaterEvent, event, signed } from '@/tests/support/orders';
import { fixedClock } from '@/lib/base';
import type { Archive, Envelope, NewEvent } from './index';

async function recordsOf(archive: Archive): Promise<Envelope[]> {
  const records: Envelope[] = [];
  for await (const batch of archive.exportEvents()) records.push(...batch);
  return records;
}

/** As a file would give them: batches of three, of objects that nothing else holds. */
async function* batched(records: readonly unknown[]): AsyncGenerator<readonly unknown[]> {
  const copied = JSON.parse(JSON.stringify(records)) as unknown[];
  for (let at = 0; at < copied.length; at += 3) yield await Promise.resolve(copied.slice(at, at + 3));
}

const merge = (archive: Archive, records: readonly unknown[]) => archive.merge(batched(records));

async function filled(): Promise<Archive> {
  const archive = await fresh();
  await archive.append(command(null, registrant));
  await archive.append(
    command('order-1', request('order-1'), event('order.signed', signed(orderNumbered(1)))),
  );
  await archive.append(command('order-2', event('order.signed', signed(orderNumbered(2)))));
  await archive.append(command('order-1', accepted));
  await archive.allocateNumber('request-9', 'person-1', day('2026-11-22'));
  return archive;
}

const stationOf = () =>
  tamper(async (db) => {
    const row = await db.meta.get('station');
    if (row?.key !== 'station') throw new Error('no station');
    return row;
  });

describe('merge', () => {
  it('fills an empty archive, which is another station with numbers of its own, and changes nothing when repeated', async () => {
    const first = await filled();
    const records = await recordsOf(first);
    const before = (await projections()) as Record<string, unknown>;
    const { id } = await stationOf();
    const second = await fresh();
    expect(await merge(second, records)).toEqual({ added: 6, known: 0 });
    const after = (await projections()) as Record<string, unknown>;
    expect({ ...after, directory: null }).toEqual({ ...before, directory: null });
    expect(await second.heads()).toEqual(await first.heads());
    expect(await merge(second, records)).toEqual({ added: 0, known: 6 });
    const number = await second.allocateNumber('request-10', 'person-1', day('2026-11-22'));
    expect(number.slice(0, 5)).not.toBe(orderPrefix(records));
    const [written] = await second.append(command('order-2', accepted));
    expect(written?.station).not.toBe(id);
    expect(await second.verify()).toMatchObject({ ok: true, events: 8 });
    expect(await second.order('order-2')).toMatchObject({ phase: 'accepted' });
  });

  it('brings an older archive up to date without a double', async () => {
    const first = await filled();
    const early = await recordsOf(first);
    await first.append(
      command('order-2', accepted, event('order.not-accepted', { statement: 'no', seen: { origin: null } })),
    );
    const late = await recordsOf(first);
    const folded = (await projections()) as Record<string, unknown>;
    const second = await fresh();
    await merge(second, early);
    expect(await merge(second, late)).toEqual({ added: 2, known: 6 });
    expect({ ...((await projections()) as Record<string, unknown>), directory: null }).toEqual({
      ...folded,
      directory: null,
    });
    expect(await second.verify()).toMatchObject({ ok: true, events: 8 });
  });

  it('becomes another station when it is given what it wrote itself and lost', async () => {
    const first = await filled();
    const station = await stationOf();
    const early = await recordsOf(first);
    await first.append(command('order-2', accepted));
    const late = await recordsOf(first);
    const putBack = await fresh();
    await merge(putBack, early);
    await tamper((db) => db.meta.put(station));
    expect(await merge(putBack, late)).toEqual({ added: 1, known: 6 });
    const now = await stationOf();
    expect([now.id === station.id, now.prefix === station.prefix]).toEqual([false, false]);
    const [written] = await putBack.append(command('order-1', accepted));
    expect(written?.station).toBe(now.id);
    expect(await putBack.verify()).toMatchObject({ ok: true });
  });

  it('refuses by name what does not fit, and writes nothing of it', async () => {
    const first = await filled();
    await first.append(command('order-1', ...Array.from({ length: 6 }, () => accepted)));
    const records = await recordsOf(first);
    const chain = records.filter((event) => event.registrant !== '');
    const rest = records.filter((event) => event.registrant === '');
    const at = (index: number) => chain[index] as Envelope;
    const cases: readonly (readonly [code: string, records: readonly unknown[], seq?: number])[] = [
      ['archive/record-altered', chain.with(3, { ...at(3), who: 'someone' }), at(3).seq],
      ['archive/record-misplaced', chain.toSpliced(3, 1), at(3).seq],
      ['archive/record-misplaced', chain.with(3, at(4)).with(4, at(3)), at(3).seq],
      ['archive/record-misplaced', [...chain, at(5)], at(5).seq],
      ['archive/record-malformed', chain.with(3, { ...at(3), note: 'x' } as unknown as Envelope)],
      ['archive/record-malformed', [...chain, null]],
      ['archive/record-malformed', chain.with(3, { ...at(3), seq: 1.5 })],
    ];
    for (const [code, altered, seq] of cases) {
      const second = await fresh();
      const params = seq === undefined ? {} : { params: { seq } };
      await expect(merge(second, [...rest, ...altered]), code).rejects.toMatchObject({ code, ...params });
      expect(await second.verify()).toEqual({ ok: true, events: 0, broken: null });
      expect(await tamper((db) => db.staged.count())).toBe(0);
      expect(await merge(second, records)).toMatchObject({ known: 0 });
    }
    const behind = await fresh(fixedClock(new Date(clock.now() - 3 * 86_400_000).toISOString()));
    await behind.append(command(null, registrant));
    const before = await behind.heads();
    await expect(merge(behind, records)).rejects.toMatchObject({
      code: 'archive/time-ahead',
      params: { seq: 1 },
    });
    expect(await behind.heads()).toEqual(before);
  });

  it('refuses a fork: two that went on after a copy of one', async () => {
    const first = await filled();
    const station = await stationOf();
    const early = await recordsOf(first);
    await first.append(command('order-2', accepted));
    const late = await recordsOf(first);
    const twin = await fresh();
    await merge(twin, early);
    await tamper((db) => db.meta.put(station));
    await twin.append(command('order-1', accepted));
    const before = await projections();
    const fork = { code: 'archive/chain-forked', params: { station: station.id } };
    await expect(merge(twin, late)).rejects.toMatchObject(fork);
    expect(await projections()).toEqual(before);
    expect(await twin.verify()).toMatchObject({ ok: true });
  });

  it('of random histories at two stations gives the same in any order, and what a rebuild gives', async () => {
    const act = fc.record({
      at: fc.nat({ max: 1 }),
      order: fc.integer({ min: 1, max: 3 }),
      events: fc.array(anyLaterEvent, { minLength: 1, maxLength: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (acts) => {
        const one = await filled();
        await one.append(command('order-3', event('order.signed', signed(orderNumbered(3)))));
        const common = await recordsOf(one);
        const other = await fresh(fixedClock(new Date(clock.now() + 1_000).toISOString()));
        await merge(other, common);
        for (const { at, order, events } of acts) {
          const lawful = events.filter(({ type }) => type !== 'order.numbered');
          const plain = JSON.parse(JSON.stringify(lawful).replaceAll('null', '0')) as typeof lawful;
          await (at === 0 ? one : other).append(command(`order-${String(order)}`, ...plain));
        }
        // Each decides something for all, without knowing of the other.
        const hold: NewEvent = { type: 'hold.placed', payload: { registrant: null, reason: 'a subpoena' } };
        await one.append(command(null, hold));
        await other.append(
          command(null, { type: 'settings.set', payload: { settings: { retentionYears: 4 } } }),
        );
        const parts = [await recordsOf(one), await recordsOf(other)];
        const results: unknown[] = [];
        for (const order of [parts, parts.toReversed(), [...parts, ...parts]]) {
          const both = await fresh();
          for (const part of order) await merge(both, part);
          const folded = await projections();
          await both.rebuild();
          expect(await projections()).toEqual(folded);
          expect(await both.verify()).toMatchObject({ ok: true });
          results.push(folded);
          both.close();
        }
        // What two computers know together doesn't depend on which was asked first, nor how often.
        expect(results[1]).toEqual(results[0]);
        expect(results[2]).toEqual(results[0]);
        expect(results[0]).toMatchObject({
          directory: { directory: { settings: { legalHold: true, retentionYears: 4 } } },
        });
        for (const archive of [one, other]) archive.close();
      }),
      { numRuns: 5 },
    );
  }, 60_000);

  it('lets one of two merges at once win, and the other fail with nothing written twice', async () => {
    const records = await recordsOf(await filled());
    const one = await fresh();
    const two = await openAgain();
    const results = await Promise.allSettled([merge(one, records), merge(two, records)]);
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await one.verify()).toMatchObject({ ok: true, events: 6 });
  });
});

function orderPrefix(records: readonly Envelope[]): string {
  const given = records.find((record) => record.type === 'number.allocated');
  return given?.type === 'number.allocated' ? given.payload.number.slice(0, 5) : '';
}
