import { describe, expect, it } from 'vitest';
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
import type { ArchiveDatabase } from './database';
import type { Envelope } from './index';

const later = (ms: number) => fixedClock(new Date(clock.now() + ms).toISOString());
const earlier = (db: ArchiveDatabase) => db.meta.put({ key: 'projections', version: 2 });

/** An archive whose projections are an earlier version's, with a record on which today's fold throws. */
async function stuck() {
  const archive = await fresh();
  await archive.append(command(null, registrant));
  await archive.append(command('order-1', event('order.signed', signed(orderNumbered(1))), accepted));
  const whole = await recordsOf(archive);
  archive.close();
  const broken = whole.find(({ type }) => type === 'order.signed') as Envelope;
  await tamper(async (db) => {
    await db.events.put({ ...broken, payload: { order: null } } as unknown as Envelope);
    await earlier(db);
  });
  const mend = () => tamper((db) => db.events.put(broken));
  return { whole, mend };
}

describe('an archive whose overview can’t be made anew', () => {
  it('opens for reading, on what there was, says why, and writes nothing', async () => {
    const { whole } = await stuck();
    const archive = await openAgain();
    expect(await archive.standing()).toMatchObject({
      readOnly: true,
      fault: { code: 'internal/unexpected' },
    });
    expect(await archive.order('order-1')).toMatchObject({ phase: 'accepted' });
    expect(await archive.directory()).toMatchObject({ registrants: [{ name: 'Corner Pharmacy' }] });
    expect((await archive.search('oxycodone', 5)).length).toBe(1);
    expect(await recordsOf(archive)).toHaveLength(whole.length);
    expect(await archive.copyState()).toMatchObject({ newEvents: whole.length });
    // It was altered by hand here, and that is what verify says.
    expect(await archive.verify()).toMatchObject({ ok: false, broken: { seq: 1 } });
    const other = await station();
    await other.archive.append(command('order-9', event('order.signed', signed(orderNumbered(9)))));
    for (const write of [
      () => archive.append(command('order-1', accepted)),
      () => archive.allocateNumber('r', 'person-1', day('2026-11-22')),
      () => archive.purge(day('2026-11-22'), 'person-1', { years: 2, legalHold: false }),
      async () => archive.merge(asFile(await recordsOf(other.archive))),
    ])
      await expect(write()).rejects.toMatchObject({ code: 'archive/read-only' });
    expect(await recordsOf(archive)).toHaveLength(whole.length);
    await expect(archive.rebuild()).rejects.toThrow();
    expect(await archive.order('order-1')).toMatchObject({ phase: 'accepted' });
    await other.end();
  });

  it('isn’t folded again at each opening, but after a while, and whenever somebody asks', async () => {
    const { mend } = await stuck();
    (await openAgain()).close();
    await mend();
    const soon = await openAgain(later(60_000));
    expect(await soon.standing()).toMatchObject({ readOnly: true });
    const after = await openAgain(later(2 * 3_600_000));
    expect(await after.standing()).toEqual({ readOnly: false, fault: null });
    // The window that was open all the time writes again, too.
    await soon.append(command('order-1', accepted));
    expect(await soon.verify()).toMatchObject({ ok: true });

    await tamper(earlier);
    await soon.rebuild();
    expect(await soon.standing()).toEqual({ readOnly: false, fault: null });
  });

  it('leaves what a newer version wrote as it is', async () => {
    const archive = await fresh();
    await archive.append(command('order-1', event('order.signed', signed(orderNumbered(1)))));
    archive.close();
    await tamper((db) => db.meta.put({ key: 'projections', version: 99 }));
    const again = await openAgain();
    expect(await again.standing()).toEqual({ readOnly: true, fault: null });
    await expect(again.rebuild()).rejects.toMatchObject({ code: 'archive/read-only' });
    expect(await again.order('order-1')).not.toBeNull();
    expect(await tamper((db) => db.meta.get('projections'))).toMatchObject({ version: 99 });
  });
});
