import { describe, expect, it } from 'vitest';
import type { Archive, Registrant } from '@/lib/archive';
import type { DeaNumber, OrderNumber, PlainDate } from '@/lib/base';
import { draftOf, type BesideRecord, type OrderEvent } from '@/lib/order';
import { command, fresh } from '@/tests/support/archive';
import { event, sampleOrder, seen, signed } from '@/tests/support/orders';
import { ownNumbers } from '../registrants';
import { ordersIn, recordsIn } from './read-pack';

const day = (text: string) => text as PlainDate;
const chicago: Registrant = { ...sampleOrder.purchaser, zone: 'America/Chicago' };
const other = 'BC1234563' as DeaNumber;

const tracked = (purchaser: string | null): OrderEvent =>
  event('order.tracked', {
    number: null,
    draft: {
      ...draftOf(sampleOrder),
      date: null,
      purchaser: { ...sampleOrder.purchaser, deaNumber: purchaser },
    },
    supplierId: 'meridian',
    seen,
  });

async function inPack(archive: Archive, date: string, registrant = chicago): Promise<string[]> {
  const found: string[] = [];
  const directory = await archive.directory();
  const numbers = ownNumbers(directory, registrant);
  const scope = { registrant, numbers, directory, from: day(date), to: day(date) };
  for await (const { orderId } of ordersIn(archive, scope, () => {})) found.push(orderId);
  return found.toSorted();
}

describe('the orders of a pack', () => {
  it('fall on the days of the location’s own zone, where the page of a tracked order gave no day', async () => {
    // Half past nine in the evening of November 30 there; in UTC it is December already.
    const archive = await fresh({ now: () => Date.parse('2026-12-01T03:30:00Z') });
    await archive.append(command('evening', tracked(chicago.deaNumber)));
    expect(await inPack(archive, '2026-11-30')).toEqual(['evening']);
    expect(await inPack(archive, '2026-12-01')).toEqual([]);
    expect(await inPack(archive, '2026-12-01', { ...chicago, zone: 'UTC' })).toEqual(['evening']);
  });

  it('are of one location alone: by the number in the order, else by the chain that holds it', async () => {
    const archive = await fresh({ now: () => Date.parse('2026-11-20T18:00:00Z') });
    await archive.append(command(null, { type: 'registrant.set', payload: { registrant: chicago } }));
    const second: Registrant = { ...chicago, deaNumber: other };
    await archive.append(
      command(null, { type: 'registrant.set', payload: { registrant: second, replaces: null } }),
    );
    await archive.append(command('own', event('order.signed', signed())));
    const number = '26X100209' as OrderNumber;
    const theirs = { ...sampleOrder, number, purchaser: { ...sampleOrder.purchaser, deaNumber: other } };
    await archive.append(command('theirs', event('order.signed', signed(theirs))));
    await archive.append(command('unnamed', tracked(null)));
    expect(await inPack(archive, '2026-11-20')).toEqual(['own', 'unnamed']);
    expect(await inPack(archive, '2026-11-20', second)).toEqual(['theirs']);
  });

  it('are all in some pack: before any location was set up, and where a page names a number of none', async () => {
    const archive = await fresh({ now: () => Date.parse('2026-11-20T18:00:00Z') });
    await archive.append(command('early', tracked(null)));
    await archive.append(command(null, { type: 'registrant.set', payload: { registrant: chicago } }));
    await archive.append(command('foreign', tracked('MG1234563')));
    expect(await inPack(archive, '2026-11-20')).toEqual(['early', 'foreign']);
  });

  it('stay with a location whose number was corrected, and with no other', async () => {
    const archive = await fresh({ now: () => Date.parse('2026-11-20T18:00:00Z') });
    const right: Registrant = { ...chicago, deaNumber: 'MG1234563' as DeaNumber };
    const second: Registrant = { ...chicago, deaNumber: other };
    const set = (registrant: Registrant, replaces: DeaNumber | null) =>
      command(null, { type: 'registrant.set', payload: { registrant, replaces } });
    await archive.append(set(chicago, null));
    await archive.append(set(second, null));
    await archive.append(command('tracked', tracked(chicago.deaNumber)));
    await archive.append(command('unnamed', tracked(null)));
    await archive.append(set(right, chicago.deaNumber));
    await archive.append(command('later', tracked(right.deaNumber)));
    expect(await inPack(archive, '2026-11-20', right)).toEqual(['later', 'tracked', 'unnamed']);
    expect(await inPack(archive, '2026-11-20', second)).toEqual([]);
  });
});

describe('the records of a pack', () => {
  it('hold an older loss of which DEA was told in the period', async () => {
    const archive = await fresh({ now: () => Date.parse('2026-11-20T18:00:00Z') });
    await archive.append(command(null, { type: 'registrant.set', payload: { registrant: chicago } }));
    const line = { lineNumber: 1, name: 'OXYCODONE', ndc11: null, strength: null, schedule: '2' as const };
    const record: BesideRecord = {
      ...{ id: 'loss', registrant: chicago.deaNumber, kind: 'loss', date: day('2026-10-20'), other: null },
      ...{ reference: null, note: null, files: [] },
      lines: [{ ...line, packageSize: 100, packages: 1, looseUnits: 0 }],
    };
    await archive.append(command('loss', { type: 'record.entered', payload: { record } }));
    const reported = { date: day('2026-11-19'), reference: null };
    await archive.append(command('loss', { type: 'loss.form-106', payload: reported }));
    const found = async (date: string) => {
      const numbers = new Set<string>([chicago.deaNumber]);
      const directory = { registrants: [chicago] };
      const scope = { registrant: chicago, numbers, directory, from: day(date), to: day('2026-11-20') };
      const ids: string[] = [];
      for await (const { id } of recordsIn(archive, scope)) ids.push(id);
      return ids;
    };
    expect(await found('2026-11-19')).toEqual(['loss']);
    expect(await found('2026-11-20')).toEqual([]);
  });
});
