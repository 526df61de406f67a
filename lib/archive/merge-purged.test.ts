import { describe, expect, it } from 'vitest';
import {
  accepted,
  clock,
  command,
  day,
  fresh,
  openAgain,
  orderNumbered,
  registrant,
} from '@/tests/support/archive';
import { event, signed } from '@/tests/support/orders';
import { fixedClock } from '@/lib/base';
import type { Archive, Envelope } from './index';

const keep = { years: 2, legalHold: false };
const today = day('2026-11-22');

const received = event('order.received', {
  lines: [1, 2].map((lineNumber) => ({ lineNumber, packages: lineNumber === 1 ? 12 : 3 })),
  ...{ date: day('2023-03-09'), countedBy: 'person-1', note: null },
});

async function recordsOf(archive: Archive): Promise<Envelope[]> {
  const records: Envelope[] = [];
  for await (const batch of archive.exportEvents()) records.push(...batch);
  return records;
}

async function* one(records: readonly unknown[]): AsyncGenerator<readonly unknown[]> {
  yield await Promise.resolve(records);
}

/** An archive with an order of 2023, as it was before and after that was purged. */
async function purged(): Promise<{ readonly whole: Envelope[]; readonly after: Envelope[] }> {
  const then = await fresh(fixedClock('2023-03-10T15:00:00Z'));
  await then.append(command(null, registrant));
  const order = orderNumbered(1, { date: day('2023-03-01') });
  await then.append(command('order-1', event('order.signed', signed(order)), received));
  const now = await openAgain();
  const whole = await recordsOf(now);
  expect(await now.purge(today, 'person-1', keep)).toBe(2);
  return { whole, after: await recordsOf(now) };
}

describe('a purge made elsewhere', () => {
  it('takes nothing of an order that this archive linked a record to since: its time runs from that one', async () => {
    const { whole, after } = await purged();
    const here = await fresh();
    await here.merge(one(whole));
    await here.append(command('order-1', accepted));
    const sums = await here.series('9143', day('2023-01-01'));
    await here.merge(one(after));
    expect(await here.series('9143', day('2023-01-01'))).toEqual(sums);
    expect(await here.order('order-1')).not.toBeNull();
    expect(await here.events('order-1')).toHaveLength(3);
    expect(await here.verify()).toMatchObject({ ok: true, broken: null });
    await here.rebuild();
    expect(await here.series('9143', day('2023-01-01'))).toEqual(sums);
    expect(sums).not.toEqual([]);
    // And what was kept goes on into backups.
    const again = await fresh();
    await again.merge(one(await recordsOf(await openAgain())));
  });

  it('takes nothing that this archive keeps for longer', async () => {
    const { whole, after } = await purged();
    const here = await fresh();
    await here.merge(one(whole));
    await here.append(command(null, { type: 'settings.set', payload: { settings: { retentionYears: 5 } } }));
    await here.merge(one(after));
    expect(await here.order('order-1')).not.toBeNull();
    expect(await here.verify()).toMatchObject({ ok: true, broken: null });
  });
});

describe('a purge made here as well', () => {
  it('counts once, and the archive is whole', async () => {
    const { whole, after } = await purged();
    const here = await fresh();
    await here.merge(one(whole));
    const [sum] = await here.series('9143', day('2023-01-01'));
    expect(await here.purge(today, 'person-2', keep)).toBe(2);
    await here.merge(one(after));
    const sums = await here.series('9143', day('2023-01-01'));
    expect(sums.map(({ units }) => units)).toEqual([sum?.units]);
    expect(await here.verify()).toMatchObject({ ok: true, broken: null });
  });
});

describe('a backup of a computer whose clock was once ahead', () => {
  it('comes back on a new computer, whatever its records say of the time', async () => {
    const ahead = await fresh(fixedClock('2031-01-01T00:00:00Z'));
    await ahead.append(command(null, registrant));
    const right = await openAgain(clock);
    await right.append(command('order-1', event('order.signed', signed(orderNumbered(1)))));
    const records = await recordsOf(right);
    const empty = await fresh();
    expect(await empty.merge(one(records))).toEqual({ added: 2, known: 0 });
    expect(await empty.order('order-1')).not.toBeNull();
  });
});

describe('what is read out while something is purged', () => {
  it('is no copy: it would have a hole that nothing in it tells of', async () => {
    const then = await fresh(fixedClock('2023-03-10T15:00:00Z'));
    await then.append(command(null, registrant));
    const order = orderNumbered(1, { date: day('2023-03-01') });
    const no = event('order.not-accepted', { statement: 'no', seen: { origin: null } });
    await then.append(command('order-1', event('order.signed', signed(order)), no));
    const now = await openAgain();
    const read = now.exportEvents()[Symbol.asyncIterator]();
    await read.next();
    await now.purge(today, 'person-1', keep);
    const rest = async () => {
      for (let done: boolean | undefined = false; done !== true;) ({ done } = await read.next());
    };
    await expect(rest()).rejects.toMatchObject({ code: 'archive/version-conflict' });
  });
});
