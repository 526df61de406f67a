import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { openArchive, type StoredList } from '@/lib/archive';
import type { OrderNumber } from '@/lib/base';
import {
  clock,
  command,
  day,
  fresh,
  openAgain,
  projections,
  registrant,
  tamper,
} from '@/tests/support/archive';
import { event, sampleOrder, signed } from '@/tests/support/orders';

const list = (change: Partial<StoredList> = {}): StoredList => ({
  scope: 'CN=Sub|whole',
  issuer: 'CN=Sub',
  urls: ['http://crl.example/sub.crl'],
  der: Uint8Array.of(0x30, 3, 2, 1, 5),
  number: '05',
  thisUpdate: 1_000,
  nextUpdate: 9_000,
  fetchedAt: 2_000,
  source: { kind: 'fetched', url: 'http://crl.example/sub.crl' },
  ...change,
});
const always = () => true;

describe('the shelf of revocation lists', () => {
  it('keeps a list for the next window, by scope, issuer and address, its bytes apart', async () => {
    const archive = await fresh();
    await archive.lists.put(list(), always);
    archive.close();
    const { lists } = await openAgain();
    const { der, ...known } = list();
    expect(await lists.all()).toEqual([known]);
    expect(await lists.forIssuer('CN=Sub')).toEqual([known]);
    expect(await lists.forUrl('http://crl.example/sub.crl')).toEqual([known]);
    expect(await lists.forUrl('http://crl.example/other.crl')).toEqual([]);
    expect(await lists.bytes(known.scope)).toEqual(der);
    expect(await lists.bytes('CN=Other')).toBeNull();
  });

  it('replaces a list only where it is allowed to, and answers what stands', async () => {
    const { lists } = await fresh();
    await lists.put(list(), always);
    const older = list({ number: '04', der: Uint8Array.of(0x30, 0) });
    expect(await lists.put(older, () => false)).toMatchObject({ number: '05' });
    expect(await lists.bytes(older.scope)).toEqual(list().der);
    const newer = list({ number: '06', urls: ['http://mirror.example/sub.crl'] });
    expect(await lists.put(newer, always)).toMatchObject({ number: '06' });
    expect((await lists.all()).map(({ number, urls }) => [number, urls.length])).toEqual([['06', 2]]);
  });

  it('lets one of two windows win by the rule, whichever comes last', async () => {
    const { lists } = await fresh();
    const other = (await openAgain()).lists;
    const higher = (number: string) => (known: { readonly number: string | null }) =>
      number >= (known.number ?? '');
    await Promise.all(
      ['07', '09', '08'].map((number, i) => (i % 2 ? lists : other).put(list({ number }), higher(number))),
    );
    expect(await lists.all()).toMatchObject([{ number: '09' }]);
  });

  it('keeps what a signature rests on when a newer list takes its place, until no order is as old', async () => {
    const archive = await fresh();
    const { lists } = archive;
    const ends = Date.parse('2026-11-25');
    await lists.put(list({ nextUpdate: ends }), always);
    await lists.put(list({ scope: 'CN=Sub|part', der: Uint8Array.of(0x30, 1, 7), nextUpdate: ends }), always);
    for (const scope of ['CN=Sub|whole', 'CN=Sub|part', 'CN=Sub|whole', 'CN=Unknown'])
      await lists.keep(scope);
    const next = list({ number: '06', thisUpdate: 5_000, der: Uint8Array.of(0x30, 0), nextUpdate: null });
    await lists.put(next, always);
    // One for each scope of that CA; another moment of issue is another list; the shelf itself is as it was.
    const ders = (await lists.kept('CN=Sub', 1_000)).map((der) => [...der]);
    expect(ders).toEqual(
      expect.arrayContaining([
        [0x30, 3, 2, 1, 5],
        [0x30, 1, 7],
      ]),
    );
    expect(ders).toHaveLength(2);
    expect(await lists.kept('CN=Sub', 5_000)).toEqual([]);
    expect(await lists.kept('CN=Su', 1_000)).toEqual([]);
    expect((await lists.all()).map(({ scope }) => scope)).toEqual(['CN=Sub|part', 'CN=Sub|whole']);
    // While an order is there that may rest on them they stay; without nextUpdate nobody knows, and the list stays.
    await archive.append(command('order-1', event('order.signed', signed())));
    await lists.keep('CN=Sub|whole');
    expect(await lists.kept('CN=Sub', 1_000)).toHaveLength(2);
    await tamper((db) => db.orders.clear());
    const later = signed({ ...sampleOrder, number: '27X100001' as OrderNumber, date: day('2027-02-01') });
    await archive.append(command('order-2', event('order.signed', later)));
    await lists.put(list({ number: '07', thisUpdate: 6_000 }), always);
    await lists.keep('CN=Sub|whole');
    expect(await lists.kept('CN=Sub', 1_000)).toEqual([]);
    expect(await lists.kept('CN=Sub', 5_000)).toHaveLength(1);
    expect(await lists.kept('CN=Sub', 6_000)).toHaveLength(1);
  });

  it('is no part of the records: a rebuild leaves it, verification does not look at it', async () => {
    const archive = await fresh();
    await archive.append(command(null, registrant));
    await archive.append(command('order-1', event('order.signed', signed())));
    await archive.lists.put(list(), always);
    const before = await projections();
    await archive.rebuild();
    expect(await projections()).toEqual(before);
    expect(await archive.lists.all()).toHaveLength(1);
    expect(await archive.verify()).toMatchObject({ ok: true, events: 2 });
    await tamper((db) => db.listBytes.clear());
    expect(await archive.verify()).toMatchObject({ ok: true, events: 2 });
  });
});

describe('an archive of version 1', () => {
  it('gets a shelf and keeps every record', async () => {
    const name = 'archive-of-version-1';
    const now = await openArchive({ name, clock });
    await now.append(command(null, registrant));
    await now.append(command('order-1', event('order.signed', signed())));
    const records = await now.events('order-1');
    now.close();
    const tables = await downgraded(name);
    expect(tables).not.toContain('lists');

    const upgraded = await openArchive({ name, clock });
    expect(await upgraded.events('order-1')).toEqual(records);
    expect(await upgraded.verify()).toMatchObject({ ok: true, events: 2 });
    expect((await upgraded.directory()).registrant).not.toBeNull();
    expect(await upgraded.lists.all()).toEqual([]);
    await upgraded.lists.put(list(), always);
    expect(await upgraded.lists.all()).toHaveLength(1);
    upgraded.close();
    await Dexie.delete(name);
  });
});

const VERSION_1 = {
  events: '[registrant+station+seq], orderId, commandId, [time+station+seq]',
  heads: '[registrant+station]',
  meta: 'key',
  orders: 'orderId, number, openUntil, [orderedOn+wall+counter+orderId]',
  requests: 'requestId, open',
  numbers: 'number, requestId',
  series: '[substanceCode+date+supplierId+strengthMg]',
};

/** The same records in a database as version 1 made it; answers its tables. */
async function downgraded(name: string): Promise<string[]> {
  const old = new Dexie(name);
  await old.open();
  await old.table('meta').delete('projections');
  const rows = await Promise.all(
    Object.keys(VERSION_1).map(async (table) => [table, await old.table(table).toArray()] as const),
  );
  old.close();
  await Dexie.delete(name);
  const first = new Dexie(name);
  first.version(1).stores(VERSION_1);
  await first.open();
  for (const [table, items] of rows) await first.table(table).bulkAdd(items);
  const tables = first.tables.map((table) => table.name);
  first.close();
  return tables;
}
