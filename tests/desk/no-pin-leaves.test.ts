import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { ArchiveDatabase } from '@/lib/archive/database';
import type { DeaNumber, PlainDate } from '@/lib/base';
import { deskWorld, PIN } from './desk-world';
import { sampleOrder, signed } from '../support/orders';

/** Every text in a database's table, as somebody with developer tools would read it. */
async function tableText(name: string, tables: readonly ('words' | 'orders' | 'requests' | 'series')[]) {
  const db = new ArchiveDatabase(name);
  await db.open();
  const rows = await Promise.all(tables.map((table) => db[table].toArray()));
  db.close();
  return JSON.stringify(rows);
}

describe('the hash of a PIN', () => {
  it('is in no inspection pack, however much is chosen for it, no CSV of a copy, and no index of the search', async () => {
    const world = await deskWorld();
    const { archive, copies } = world.ports;
    await world.desk.addPerson({ name: 'Tess Moe', role: 'technician', pin: '97531' });
    const personId = (await world.desk.people())[0]?.id ?? '';
    const registrant = (await world.desk.registrant())?.deaNumber as DeaNumber;
    const purchaser = { ...sampleOrder.purchaser, deaNumber: registrant };
    const order = { ...sampleOrder, purchaser };
    await archive.append({
      ...{ commandId: 'signed', who: personId, orderId: 'order-1' },
      events: [{ type: 'order.signed', payload: { ...signed(order), requestId: 'order-1' } }],
    });
    const pins = (await archive.directory()).people.flatMap(({ pin }) => [pin.hash, pin.salt]);
    expect(pins).toHaveLength(4);
    // They are where they belong: the search below could find one.
    const records: string[] = [];
    for await (const batch of archive.exportEvents()) records.push(JSON.stringify(batch));
    for (const secret of pins) expect(records.join('')).toContain(secret);

    const { stream } = await world.desk.inspectionPack(
      {
        ...{ commandId: 'pack', personId, pin: PIN, registrant, withSom: true, withStaff: true },
        ...{ from: '2026-01-01' as PlainDate, to: '2026-11-23' as PlainDate },
      },
      () => undefined,
      new AbortController().signal,
    );
    // Its files are stored, not pressed together, so its bytes are theirs.
    const pack = new Uint8Array(await new Response(stream).arrayBuffer());
    await world.desk.chooseCopyPlace('folder');
    await world.desk.copyNow(() => undefined);
    const decoder = new TextDecoder();
    const left = [['pack.zip', pack] as const, ...copies.files].map(([path, content]) => ({
      path,
      text: decoder.decode(content),
    }));
    expect(left[0]?.text).toContain('Tess Moe');
    expect(left[0]?.text).toContain('lines.csv');
    expect(left.map(({ path }) => path)).toContain('orders-2026.csv');
    for (const secret of pins)
      expect(left.filter(({ text }) => text.includes(secret)).map(({ path }) => path)).toEqual([]);

    const [name] = (await indexedDB.databases()).flatMap((db) =>
      /^world-\d+$/.test(db.name ?? '') ? [db.name] : [],
    );
    const found = await tableText(name ?? '', ['words', 'orders', 'requests', 'series']);
    expect(found).toContain('oxycodone');
    for (const secret of pins) {
      expect(found).not.toContain(secret);
      expect(found).not.toContain(secret.toLowerCase());
      expect(await archive.search(secret, 5)).toEqual([]);
    }
  });
});
