import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '@/lib/base';
import {
  accepted,
  clock,
  command,
  day,
  fresh,
  openAgain,
  orderNumbered,
  registrant,
  tamper,
} from '@/tests/support/archive';
import { asFile, recordsOf, station } from '@/tests/support/archives';
import { event, signed } from '@/tests/support/orders';
import { seal } from './chain';
import type { Archive, Envelope } from './index';

const keep = { years: 2, legalHold: false };
const at = (date: string) => fixedClock(`${date}T15:00:00Z`);
const received = event('order.received', {
  lines: [1, 2].map((lineNumber) => ({ lineNumber, packages: lineNumber === 1 ? 12 : 3 })),
  ...{ date: day('2023-03-09'), countedBy: 'person-1', note: null },
});
const ends: (() => Promise<void>)[] = [];

async function computer(...backups: (readonly Envelope[])[]): Promise<Archive> {
  const made = await station(clock);
  ends.push(made.end);
  for (const backup of backups) await made.archive.merge(asFile(backup));
  return made.archive;
}
const left = async (archive: Archive) =>
  (await archive.orders({ limit: 10 })).map(({ orderId }) => orderId).sort();
const months = async (archive: Archive) =>
  (await archive.series('9143', day('2023-01-01'))).map(
    ({ date, units }) => `${date.slice(0, 7)} ${String(units)}`,
  );

/** The same records in their order, some otherwise, and each linked to the one before it in its chain all the same. */
function rewritten(records: readonly Envelope[], change: (one: Envelope) => Envelope): Envelope[] {
  const done: Envelope[] = [];
  for (const record of records) {
    const changed = change(record);
    const before = done.findLast(({ registrant: chain }) => chain === changed.registrant);
    done.push(seal(unsealed(changed, before?.hash ?? changed.prev)));
  }
  return done;
}

function unsealed(record: Envelope, prev: string): Parameters<typeof seal>[0] {
  const { registrant: chain, station: by, seq, time, who, commandId, orderId, type, payload } = record;
  const place = { registrant: chain, station: by, seq, time, who, commandId, orderId, prev };
  return { ...place, type, payload } as Parameters<typeof seal>[0];
}

let whole: Envelope[];
let purged: Envelope[];
/** Three orders of one chain, a month between their records; the second half of them purged. */
beforeEach(async () => {
  const archive = await fresh(at('2023-03-10'));
  await archive.append(command(null, registrant));
  for (const [index, date] of ['2023-03-10', '2023-04-10', '2023-05-10'].entries()) {
    const order = orderNumbered(index + 1, { date: day(date) });
    await (
      await openAgain(at(date))
    ).append(command(`order-${String(index + 1)}`, event('order.signed', signed(order)), received));
  }
  const now = await openAgain();
  // So that a record stands behind them.
  await now.append(command(null, registrant));
  whole = await recordsOf(now);
  expect(await now.purge(day('2025-05-01'), 'person-1', keep)).toBe(4);
  purged = await recordsOf(now);
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

describe('what was purged elsewhere', () => {
  it('comes back with a backup that has it, also where one that hasn’t was restored first', async () => {
    const made = await computer(purged);
    expect(await left(made)).toEqual(['order-3']);
    expect(await months(made)).toEqual(['2023-03 1200', '2023-04 1200', '2023-05 1200']);
    expect(await made.merge(asFile(whole))).toEqual({ added: 4, known: 4, kept: 4 });
    expect(await left(made)).toEqual(['order-1', 'order-2', 'order-3']);
    expect(await months(made)).toEqual(['2023-03 1200', '2023-04 1200', '2023-05 1200']);
    expect(await made.verify()).toMatchObject({ ok: true, broken: null });
    expect(await made.merge(asFile(whole))).toEqual({ added: 0, known: 8 });
    // Recorded on, it is kept by its own time; the rest goes with the next purge.
    await made.append(command('order-1', accepted));
    expect(await made.purge(day('2026-11-22'), 'person-2', keep)).toBe(4);
    expect(await left(made)).toEqual(['order-1']);
    expect(await made.verify()).toMatchObject({ ok: true, purged: 4 });
    expect(await months(made)).toEqual(['2023-03 1200', '2023-04 1200', '2023-05 1200']);
  });

  const until = (last: number) => whole.filter(({ registrant: chain, seq }) => chain === '' || seq <= last);

  it('comes back with a backup that was made between two orders that went together', async () => {
    for (const backups of [
      [purged, until(2)],
      [until(2), purged],
    ]) {
      const made = await computer(...backups);
      expect(await left(made)).toEqual(['order-1', 'order-3']);
      expect(await months(made)).toEqual(['2023-03 1200', '2023-04 1200', '2023-05 1200']);
      expect(await made.verify()).toMatchObject({ ok: true, broken: null, purged: 2 });
      const again = await computer(await recordsOf(made));
      expect(await left(again)).toEqual(['order-1', 'order-3']);
      expect(await again.verify()).toMatchObject({ ok: true, broken: null, purged: 2 });
    }
  });

  it('asks for nothing and counts as it was while only a part of it is back', async () => {
    for (const backups of [
      [purged, until(3)],
      [until(3), purged],
    ]) {
      const made = await computer(...backups);
      expect(await left(made)).toEqual(['order-1', 'order-2', 'order-3']);
      expect(await made.openOrders()).toEqual([]);
      expect(await months(made)).toEqual(['2023-03 1200', '2023-04 1200', '2023-05 1200']);
      expect(await made.verify()).toMatchObject({ ok: true, broken: null, purged: 1 });
      await made.merge(asFile(whole));
      expect(await months(made)).toEqual(['2023-03 1200', '2023-04 1200', '2023-05 1200']);
      expect(await made.verify()).toMatchObject({ ok: true, broken: null });
    }
    // Recorded on, as long as it was: from then on it stands for itself.
    const made = await computer(purged, until(3));
    await made.append(command('order-2', accepted));
    expect((await made.openOrders()).map(({ orderId }) => orderId)).toEqual(['order-2']);
    expect(await made.verify()).toMatchObject({ ok: true, broken: null });
  });

  it('isn’t in the copy that was made before: the next one holds all', async () => {
    const made = await computer(purged);
    await made.noteCopy({ at: clock.now(), target: 'copies', heads: await made.heads() });
    expect(await made.copyState()).toMatchObject({ newEvents: 0 });
    await made.merge(asFile(whole));
    expect(await made.copiedHeads('copies')).toEqual([]);
    expect((await made.copyState()).newEvents).toBeGreaterThan(0);
  });

  it('comes back as it was, or not at all', async () => {
    // All that went, and nothing that is still here: only what is left of it tells.
    const gone = whole.filter(({ registrant: chain, seq }) => chain === '' || seq <= 4);
    const otherwise = (n: number) =>
      rewritten(gone, (one) => (one.seq === n && one.orderId ? { ...one, who: 'person-9' } : one));
    for (const n of [1, 2, 3, 4]) {
      const made = await computer(purged);
      await expect(made.merge(asFile(otherwise(n)))).rejects.toMatchObject({ code: 'archive/chain-forked' });
      expect(await left(made)).toEqual(['order-3']);
      expect(await made.verify()).toMatchObject({ ok: true });
    }
  });

  it('counts once where two computers purged some of the same, each on a day of its own', async () => {
    const other = await computer(whole);
    expect(await other.purge(day('2025-04-01'), 'person-2', keep)).toBe(2);
    const [one, two] = [await recordsOf(other), purged];
    expect(await other.purge(day('2025-07-01'), 'person-2', keep)).toBe(4);
    const three = await recordsOf(other);
    for (const backups of [
      [one, two, three],
      [three, two, one],
      [two, three, two],
    ]) {
      const made = await computer(...backups);
      expect(await months(made)).toEqual(['2023-03 1200', '2023-04 1200', '2023-05 1200']);
      expect(await made.verify()).toMatchObject({ ok: true, broken: null });
    }
  });

  it.each([
    ['no runs', {}],
    ['a run that ends before it begins', { gaps: [{ from: 4, to: 1 }] }],
    ['sums that are no numbers', { totals: [{ baseUg: '12' }] }],
    ['a stream without its parts', { streams: [{ id: 'order-1', records: 2 }] }],
  ])('is refused where it tells %s', async (_, change) => {
    const last = purged.at(-1);
    if (last?.type !== 'records.purged') throw new Error('no purge');
    const { gaps, totals, streams } = last.payload;
    const [gap, total] = [gaps[0], totals[0]];
    const bent = {
      ...('gaps' in change
        ? { gaps: [{ ...gap, ...change.gaps[0] }] }
        : 'totals' in change || 'streams' in change
          ? { gaps }
          : {}),
      totals: 'totals' in change ? [{ ...total, ...change.totals[0] }] : totals,
      streams: 'streams' in change ? change.streams : streams,
    };
    const file = rewritten(purged, (one) => (one === last ? { ...last, payload: bent as never } : one));
    const made = await computer();
    await expect(made.merge(asFile(file))).rejects.toMatchObject({ code: 'archive/record-malformed' });
    expect(await made.heads()).toEqual([]);
  });

  it('was told as a whole in early records, and counts as a whole', async () => {
    const early = rewritten(purged.slice(-1), (one) => {
      if (one.type !== 'records.purged') throw new Error('no purge');
      return { ...one, payload: JSON.parse(JSON.stringify({ ...one.payload, streams: undefined })) as never };
    });
    const made = await computer([...purged.slice(0, -1), ...early]);
    expect(await months(made)).toEqual(['2023-03 1200', '2023-04 1200', '2023-05 1200']);
    // One of its four records: the other order doesn't cease to count for that.
    await made.merge(asFile(whole.filter(({ registrant: chain, seq }) => chain === '' || seq === 1)));
    expect(await months(made)).toContain('2023-04 1200');
    await made.merge(asFile(whole));
    expect(await months(made)).toEqual(['2023-03 1200', '2023-04 1200', '2023-05 1200']);
    expect(await made.verify()).toMatchObject({ ok: true, broken: null });
  });

  it('and came back is found missing where somebody removes it by hand', async () => {
    const archive = await openAgain();
    await archive.merge(asFile(whole));
    expect(await archive.verify()).toMatchObject({ ok: true });
    await tamper(async (db) => {
      for (const key of await db.events.where('orderId').equals('order-1').primaryKeys())
        await db.events.delete(key);
    });
    expect(await archive.verify()).toMatchObject({ ok: false });
  });
});

describe('a record that is missing without having been purged', () => {
  it('comes back from a backup', async () => {
    const archive = await openAgain();
    const { registrant: chain, station: by } = purged.at(-1) as Envelope;
    await tamper((db) => db.events.delete([chain, by, 7]));
    expect(await archive.verify()).toMatchObject({ ok: false, broken: { seq: 7 } });
    expect(await archive.merge(asFile(purged))).toMatchObject({ added: 1 });
    expect(await archive.verify()).toMatchObject({ ok: true, broken: null });
  });
});

describe('what is read out while records come back', () => {
  it('is no copy: it could be torn within what came back', async () => {
    const made = await computer(purged);
    const read = made.exportEvents()[Symbol.asyncIterator]();
    await read.next();
    await read.next();
    await made.merge(asFile(whole));
    const rest = async () => {
      for (let end: boolean | undefined = false; end !== true;) ({ done: end } = await read.next());
    };
    await expect(rest()).rejects.toMatchObject({ code: 'archive/version-conflict' });
    expect(await made.verify()).toMatchObject({ ok: true });
  });
});
