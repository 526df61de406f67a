import { describe, expect, it, vi } from 'vitest';
import { fixedClock } from '@/lib/base';
import type { NewEvent } from './archive';
import {
  accepted,
  clock,
  command,
  fresh,
  openAgain,
  orderNumbered,
  registrant,
  request,
} from '@/tests/support/archive';
import { event, sampleOrder, seen, signed } from '@/tests/support/orders';

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
    const other = await openAgain();
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
    const earlier = await openAgain(fixedClock('2020-01-01T00:00:00Z'));
    await earlier.append(command('order-1', event('order.submitted', { how: 'file', seen })));
    const events = await archive.events('order-1');
    expect(events.map(({ time }) => time)).toEqual([0, 1, 2].map((counter) => [clock.now(), counter]));
    expect(events.at(-1)?.type).toBe('order.submitted');
  });

  it('takes 200 writes from two windows at once without a gap', async () => {
    const one = await fresh();
    const other = await openAgain();
    await one.append(command('order-1', event('order.signed', signed())));
    await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        (index % 2 ? one : other).append(command('order-1', accepted)),
      ),
    );
    expect(await one.verify()).toEqual({ ok: true, events: 201, broken: null });
    expect(await other.order('order-1')).toMatchObject({ version: 201 });
  }, 60_000);
});

describe('a database that fails', () => {
  it('is told as full, with nothing written, or as unavailable', async () => {
    const archive = await fresh();
    await archive.append(command('order-1', event('order.signed', signed())));
    const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const act = archive.append(command('order-1', accepted));
    await expect(act).rejects.toMatchObject({ code: 'archive/storage-full' });
    full.mockRestore();
    expect(await archive.verify()).toMatchObject({ ok: true, events: 1 });
    archive.close();
    await expect(archive.directory()).rejects.toMatchObject({ code: 'archive/unavailable' });
    const closed = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('not in this profile', 'InvalidStateError');
    });
    await expect(openAgain()).rejects.toMatchObject({ code: 'archive/unavailable' });
    closed.mockRestore();
  });
});
