import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock, type DeaNumber } from '@/lib/base';
import { command, day, fresh, openAgain, orderNumbered, registrant } from '@/tests/support/archive';
import { asFile, exchange, recordsOf, station } from '@/tests/support/archives';
import { event, sampleOrder, signed } from '@/tests/support/orders';
import { retentionOf, type Archive, type NewEvent } from './index';
import { ruleFor } from './retention-of';

const today = day('2026-11-22');
const main = sampleOrder.purchaser.deaNumber;
const clinic = 'BC1234563' as DeaNumber;
const secondLocation: NewEvent = {
  type: 'registrant.set',
  payload: {
    registrant: { ...sampleOrder.purchaser, name: 'Clinic', deaNumber: clinic, zone: 'America/New_York' },
    replaces: null,
  },
};
const hold = (of: DeaNumber | null): NewEvent => ({
  type: 'hold.placed',
  payload: { registrant: of, reason: 'subpoena of November' },
});
const lift = (id: string): NewEvent => ({
  type: 'hold.lifted',
  payload: { hold: id, reason: 'the court is done' },
});
const years = (of: DeaNumber, count: number | null): NewEvent => ({
  type: 'retention.set',
  payload: { registrant: of, years: count },
});

const received = event('order.received', {
  lines: [1, 2].map((lineNumber) => ({ lineNumber, packages: lineNumber === 1 ? 12 : 3 })),
  ...{ date: day('2023-03-09'), countedBy: 'person-1', note: null },
});

/** Old, finished orders: the first of the main location, the second of the clinic. */
async function twoOldOrders(archive: Archive): Promise<void> {
  await archive.append(command(null, registrant));
  await archive.append(command(null, secondLocation));
  for (const [n, deaNumber] of [main, clinic].entries()) {
    const purchaser = { ...sampleOrder.purchaser, deaNumber };
    const order = orderNumbered(n + 1, { date: day('2023-03-01'), purchaser });
    await archive.append(command(`order-${String(n + 1)}`, event('order.signed', signed(order)), received));
  }
}
const left = async (archive: Archive) =>
  (await archive.orders({ limit: 10 })).map(({ orderId }) => orderId).sort();
const rules = async (archive: Archive) => retentionOf(await archive.directory());
const holdsOf = async (archive: Archive) => (await archive.directory()).holds;

describe('retention by location', () => {
  it('counts each order under its own location’s years', async () => {
    await twoOldOrders(await fresh(fixedClock('2023-03-10T15:00:00Z')));
    const archive = await openAgain();
    await archive.append(command(null, years(clinic, 5)));
    expect(await rules(archive)).toMatchObject({
      years: 2,
      of: { [main]: { years: 2 }, [clinic]: { years: 5 } },
    });
    expect(await archive.purgeable(today, await rules(archive))).toMatchObject({ orders: 1 });
    expect(await archive.purge(today, 'person-1', await rules(archive))).toBe(2);
    expect(await left(archive)).toEqual(['order-2']);
    await archive.append(command(null, years(clinic, null)));
    expect(await archive.purge(today, 'person-1', await rules(archive))).toBe(2);
    expect(await left(archive)).toEqual([]);
    expect(await archive.verify()).toMatchObject({ ok: true, purged: 4 });
  });

  it('keeps what is held of one location, counts it, and purges the other’s', async () => {
    await twoOldOrders(await fresh(fixedClock('2023-03-10T15:00:00Z')));
    const archive = await openAgain();
    await archive.append(command(null, hold(main)));
    expect(await archive.purgeable(today, await rules(archive))).toMatchObject({
      ...{ orders: 1, held: 1, legalHold: false },
    });
    // Whoever decided without knowing of the hold is stopped by the archive itself.
    await archive.purge(today, 'person-1', { years: 2, legalHold: false });
    expect(await left(archive)).toEqual(['order-1']);
    await archive.append(command(null, hold(null)));
    await expect(archive.purge(today, 'person-1', { years: 2, legalHold: false })).rejects.toMatchObject({
      code: 'archive/legal-hold',
    });
  });

  it('keeps records of a number that no location has any more by the strictest rule', async () => {
    const archive = await fresh();
    await archive.append(command(null, registrant));
    await archive.append(command(null, secondLocation));
    await archive.append(command(null, years(clinic, 7)));
    const typedRight = {
      ...secondLocation,
      payload: {
        registrant: {
          ...sampleOrder.purchaser,
          deaNumber: 'MC1234563' as DeaNumber,
          zone: 'America/New_York',
        },
        replaces: clinic,
      },
    } as NewEvent;
    await archive.append(command(null, hold(clinic)));
    await archive.append(command(null, typedRight));
    const known = await rules(archive);
    expect(ruleFor(known, 'MC1234563')).toEqual({ years: 7, legalHold: true });
    expect(ruleFor(known, clinic)).toEqual({ years: 7, legalHold: true });
    expect(ruleFor(known, main)).toEqual({ years: 2, legalHold: false });
    // Another computer, which didn't know of the right number, placed one on the wrong one since.
    await archive.append(command(null, lift((await holdsOf(archive))[0]?.id ?? '')));
    expect(ruleFor(await rules(archive), 'MC1234563')).toEqual({ years: 7, legalHold: false });
    await archive.append(command(null, hold(clinic)));
    expect(ruleFor(await rules(archive), 'MC1234563')).toEqual({ years: 7, legalHold: true });
  });
});

describe('a hold on two computers', () => {
  let here: Archive;
  let there: Archive;
  const ends: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    await twoOldOrders(await fresh(fixedClock('2023-03-10T15:00:00Z')));
    here = await openAgain();
    const other = await station();
    ends.push(other.end);
    there = other.archive;
    await there.merge(asFile(await recordsOf(here)));
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  it('isn’t lifted by a computer that never knew of it, whoever wrote last', async () => {
    await here.append(command(null, hold(null)));
    // The other one had a hold of its own, and lifted that; it also saved its settings, later than the hold here.
    await there.append(command(null, hold(null)));
    const [own] = await holdsOf(there);
    await there.append(command(null, lift(own?.id ?? '')));
    await there.append(command(null, { type: 'settings.set', payload: { settings: { retentionYears: 3 } } }));
    await there.append(command(null, { type: 'settings.set', payload: { settings: { legalHold: false } } }));
    await exchange(here, there);
    for (const archive of [here, there]) {
      expect(await rules(archive)).toMatchObject({ years: 3, legalHold: true });
      expect(await holdsOf(archive)).toMatchObject([{ registrant: null, reason: 'subpoena of November' }]);
    }
    // Now that it was seen there, it can be lifted there.
    const [seen] = await holdsOf(there);
    await there.append(command(null, lift(seen?.id ?? '')));
    await exchange(here, there);
    for (const archive of [here, there]) expect(await rules(archive)).toMatchObject({ legalHold: false });
  });

  it('and whatever else the other purged meanwhile is kept, all else taken in, and how much was kept is told', async () => {
    await here.append(command(null, hold(main)));
    expect(await there.purge(today, 'person-2', await rules(there))).toBe(4);
    const order = orderNumbered(9, { date: day('2026-11-20') });
    await there.append(command('order-9', event('order.signed', signed(order))));
    const merged = await here.merge(asFile(await recordsOf(there)));
    expect(merged).toMatchObject({ kept: 4 });
    expect(merged.added).toBeGreaterThanOrEqual(2);
    expect(await left(here)).toEqual(['order-1', 'order-2', 'order-9']);
    expect(await here.verify()).not.toHaveProperty('purged');
    // And what was kept goes on into backups, and comes back from them, held.
    const again = await station();
    ends.push(again.end);
    await again.archive.merge(asFile(await recordsOf(here)));
    expect(await left(again.archive)).toEqual(['order-1', 'order-2', 'order-9']);
    expect(await again.archive.verify()).toMatchObject({ ok: true });
    // This computer's own purge takes what isn't held, and the rest once the hold is lifted; told twice, each counts once.
    const sums = async () =>
      (await here.series('9143', day('2023-01-01'))).reduce((sum, { units }) => sum + units, 0);
    const before = await sums();
    expect(await here.purge(today, 'person-1', await rules(here))).toBe(2);
    expect(await left(here)).toEqual(['order-1', 'order-9']);
    await here.append(command(null, lift((await holdsOf(here))[0]?.id ?? '')));
    expect(await here.purge(today, 'person-1', await rules(here))).toBe(2);
    expect(await left(here)).toEqual(['order-9']);
    expect(await sums()).toEqual(before);
    expect(await here.verify()).toMatchObject({ ok: true, purged: 4 });
  });
});
