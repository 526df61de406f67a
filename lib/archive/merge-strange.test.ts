import { describe, expect, it } from 'vitest';
import { accepted, command, fresh, orderNumbered, registrant, tamper } from '@/tests/support/archive';
import { asFile, recordsOf, station } from '@/tests/support/archives';
import { event, signed } from '@/tests/support/orders';
import { seal } from './chain';
import type { Envelope } from './index';

describe('merge of what a newer version wrote', () => {
  it('is refused by name, before anything is taken in', async () => {
    const there = await station();
    await there.archive.append(command(null, registrant));
    await there.archive.append(command('order-1', event('order.signed', signed(orderNumbered(1))), accepted));
    const records = await recordsOf(there.archive);
    const last = records.find(({ type }) => type === 'order.accepted') as Envelope;
    const unsealed = Object.fromEntries(Object.entries(last).filter(([member]) => member !== 'hash'));
    const newer = seal({ ...unsealed, type: 'order.teleported' } as unknown as Parameters<typeof seal>[0]);
    const here = await fresh();
    const known = await here.merge(asFile(records.filter(({ orderId }) => orderId === null)));
    expect(known.added).toBe(1);
    const merged = here.merge(asFile(records.map((record) => (record === last ? newer : record))));
    await expect(merged).rejects.toMatchObject({
      code: 'archive/record-newer',
      params: { station: last.station, seq: last.seq, type: 'order.teleported' },
    });
    expect(await here.verify()).toMatchObject({ ok: true, events: 1 });
    expect(await tamper((db) => db.staged.count())).toBe(0);
    await there.end();
  });
});

describe('the same number on two orders', () => {
  it('is told by the merge, and found afterwards, whichever came first', async () => {
    const there = await station();
    await there.archive.append(command('order-b', event('order.signed', signed(orderNumbered(1)))));
    await there.archive.append(command('order-c', event('order.signed', signed(orderNumbered(2)))));
    const here = await fresh();
    await here.append(command('order-a', event('order.signed', signed(orderNumbered(1)))));
    expect(await here.sameNumbers()).toEqual([]);
    expect(await here.merge(asFile(await recordsOf(there.archive)))).toEqual({
      ...{ added: 2, known: 0 },
      sameNumbers: ['26XAA0001'],
    });
    expect(await here.sameNumbers()).toEqual(['26XAA0001']);
    const both = await here.ordersOfNumber(orderNumbered(1).number);
    expect(both.map(({ orderId }) => orderId).sort()).toEqual(['order-a', 'order-b']);
    // Facts about either are taken as before.
    await here.append(command('order-a', accepted));
    expect(await here.verify()).toMatchObject({ ok: true });
    await there.end();
  });
});
