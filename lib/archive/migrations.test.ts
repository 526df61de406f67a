import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { openArchive, type Archive, type Envelope } from '@/lib/archive';
import { fixedClock } from '@/lib/base';
import {
  clock,
  command,
  day,
  fresh,
  openAgain,
  orderNumbered,
  registrant,
  tamper,
} from '@/tests/support/archive';
import { event, signed } from '@/tests/support/orders';
import { ArchiveDatabase } from './database';

/** A database as an earlier version left it, written down by that version's own code. */
interface Dump {
  readonly version: number;
  readonly tables: Readonly<Record<string, { readonly schema: string; readonly rows: readonly Row[] }>>;
}
type Row = Readonly<Record<string, unknown>>;

function dumpOf(version: number): Dump {
  const path = new URL(`./fixtures/version-${String(version)}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as Dump;
}

/** JSON has no bytes, so they were written down as numbers. */
function withBytes(row: Row): Row {
  const { der } = row as { readonly der?: { readonly bytes?: readonly number[] } };
  return der?.bytes ? { ...row, der: Uint8Array.from(der.bytes) } : row;
}

async function put(name: string, { version, tables }: Dump): Promise<void> {
  const old = new Dexie(name);
  old
    .version(version)
    .stores(Object.fromEntries(Object.entries(tables).map(([table, { schema }]) => [table, schema])));
  await old.open();
  for (const [table, { rows }] of Object.entries(tables)) await old.table(table).bulkAdd(rows.map(withBytes));
  old.close();
}

const received = event('order.received', {
  lines: [1, 2].map((lineNumber) => ({ lineNumber, packages: lineNumber === 1 ? 12 : 3 })),
  ...{ date: day('2023-03-09'), countedBy: 'person-1', note: null },
});

const NAME = 'archive-of-an-earlier-version';

async function projections(): Promise<unknown> {
  const db = new ArchiveDatabase(NAME);
  await db.open();
  const rows = await Promise.all(
    [db.orders, db.requests, db.numbers, db.series, db.beside, db.words, db.runs, db.carried].map((table) =>
      table.toArray(),
    ),
  );
  const directory = await db.meta.get('directory');
  db.close();
  return { rows, directory };
}

describe.each([1, 2])('an archive of database version %i', (version) => {
  let archive: Archive;

  afterEach(async () => {
    archive.close();
    await Dexie.delete(NAME);
  });

  it('is read by today’s code: every record, every state, and what a rebuild gives', async () => {
    const dump = dumpOf(version);
    const events = dump.tables.events?.rows as unknown as readonly Envelope[];
    await put(NAME, dump);
    archive = await openArchive({ name: NAME, clock });
    expect(await archive.verify()).toEqual({ ok: true, events: events.length, broken: null });
    const kept: Envelope[] = [];
    for await (const batch of archive.exportEvents()) kept.push(...batch);
    const byHash = (list: readonly Envelope[]) => list.toSorted((a, b) => (a.hash < b.hash ? -1 : 1));
    expect(byHash(kept)).toEqual(byHash(events));

    const folded = await projections();
    await archive.rebuild();
    expect(await projections()).toEqual(folded);

    const states = await archive.orders({ limit: 10 });
    expect(Object.fromEntries(states.map(({ orderId, phase }) => [orderId, phase]))).toEqual({
      'order-1': 'partly-received',
      'order-2': 'not-accepted',
      'order-3': 'received',
    });
    expect(await archive.order('order-1')).toMatchObject({
      receiptOpen: true,
      corrected: false,
      closedOn: null,
    });
    expect((await archive.openRequests()).map(({ request }) => request.draft.number !== undefined)).toEqual([
      true,
    ]);
    expect(await archive.request('order-4')).toMatchObject({ state: { phase: 'refused' } });
    const directory = await archive.directory();
    expect(directory).toMatchObject({
      registrant: { name: 'Corner Pharmacy' },
      registrants: [{ name: 'Corner Pharmacy' }],
      settings: { retentionYears: 2 },
      roots: [{ addedAt: 1 }],
      certificates: [{ personId: 'person-1' }],
    });
    expect(directory.people.map(({ role }) => role)).toEqual(['pic', 'technician']);
    expect((await archive.series('9143', day('2026-01-01'))).map(({ units }) => units)).toEqual([
      300, 1200, 1200,
    ]);
    expect((await archive.search('oxycodone', 5)).length).toBe(3);
    if (version === 2) expect(await archive.lists.bytes('CN=Sub|whole')).toEqual(Uint8Array.of(0x30, 0));

    const was = dump.tables.meta?.rows.find(({ key }) => key === 'station');
    const later = command('order-1', event('order.accepted', { seen: { origin: null } }));
    const [next] = await archive.append({ ...later, commandId: 'after-the-update' });
    expect(next?.station).toBe(was?.id);
    expect(await archive.verify()).toMatchObject({ ok: true, events: events.length + 1 });
    expect(await archive.allocateNumber('order-5', 'person-1', day('2026-11-22'))).toBe(
      nextNumber(dump.tables.numbers?.rows[0]?.number),
    );
  });
});

/** The station goes on counting where it stood. */
function nextNumber(first: unknown): string {
  const number = String(first);
  return `${number.slice(0, -1)}1`;
}

describe('an archive of database version 4 from which something was purged', () => {
  it('says of nothing that it is missing, also where its overview can’t be made anew', async () => {
    const made = await fresh(fixedClock('2023-03-10T15:00:00Z'));
    await made.append(command(null, registrant));
    const old = event('order.signed', signed(orderNumbered(1, { date: day('2023-03-10') })));
    await made.append(command('order-1', old, received));
    const now = await openAgain();
    expect(await now.purge(day('2026-11-22'), 'person-1', { years: 2, legalHold: false })).toBe(2);
    const kept = await tamper(async ({ events, heads, meta, runs }) => ({
      events: await events.toArray(),
      heads: await heads.toArray(),
      meta: (await meta.toArray()).filter(({ key }) => key !== 'projections'),
      gaps: await runs.toArray(),
    }));
    const schema = {
      events: '[registrant+station+seq], orderId, commandId, [time+station+seq]',
      heads: '[registrant+station]',
      meta: 'key',
      orders: 'orderId, number, openUntil, [orderedOn+wall+counter+orderId]',
      requests: 'requestId, open',
      beside: 'id, openUntil, [date+id], [kind+date+id], state.record.reference',
      gaps: '[registrant+station+from]',
    };
    const failed = {
      ...{ key: 'refresh', version: 5, at: clock.now() },
      fault: { code: 'archive/storage-full', params: {} },
    };
    const rows: Readonly<Record<string, readonly object[]>> = {
      ...kept,
      meta: [...kept.meta, { key: 'projections', version: 3 }, failed],
    };
    const tables = Object.entries(schema).map(
      ([name, indexes]) => [name, { schema: indexes, rows: (rows[name] ?? []) as readonly Row[] }] as const,
    );
    await put(NAME, { version: 4, tables: Object.fromEntries(tables) });
    const archive = await openArchive({ name: NAME, clock });
    expect(await archive.standing()).toMatchObject({ readOnly: true });
    expect(await archive.verify()).toMatchObject({ ok: true, broken: null, purged: 2 });
    await archive.rebuild();
    expect(await archive.standing()).toMatchObject({ readOnly: false });
    expect(await archive.verify()).toMatchObject({ ok: true, purged: 2 });
    archive.close();
    await Dexie.delete(NAME);
  });
});
