import { describe, expect, it } from 'vitest';
import type { DeaNumber } from '@/lib/base';
import { sampleOrder, event, signed } from '@/tests/support/orders';
import {
  accepted,
  command,
  fresh,
  openAgain,
  orderNumbered,
  projections,
  registrant,
  tamper,
} from '@/tests/support/archive';
import type { NewEvent } from './archive';
import type { Registrant } from './directory';

const A = sampleOrder.purchaser.deaNumber;
const B = 'BC1234563' as DeaNumber;
const WRONG = 'BC7654321' as DeaNumber;
const location = (deaNumber: DeaNumber, name = 'Second Pharmacy'): Registrant => ({
  ...sampleOrder.purchaser,
  deaNumber,
  name,
  zone: 'America/Denver',
});
const set = (deaNumber: DeaNumber, replaces?: DeaNumber | null): NewEvent => ({
  type: 'registrant.set',
  payload: { registrant: location(deaNumber), ...(replaces === undefined ? {} : { replaces }) },
});
const chosen = (deaNumber: DeaNumber): NewEvent => ({ type: 'registrant.chosen', payload: { deaNumber } });
const orderOf = (n: number, deaNumber: DeaNumber) =>
  event('order.signed', signed(orderNumbered(n, { purchaser: { ...sampleOrder.purchaser, deaNumber } })));

describe('two locations in one archive', () => {
  it('keeps each order in the chain of its own location, whichever the station works for', async () => {
    const archive = await fresh();
    await archive.append(command(null, registrant));
    await archive.append(command(null, set(B, null)));
    const [ofB] = await archive.append(command('order-b', orderOf(1, B)));
    const [ofA] = await archive.append(command('order-a', orderOf(2, A)));
    await archive.append(command(null, chosen(B)));
    const [laterA] = await archive.append(command('order-a', accepted));
    const [laterB] = await archive.append(command('order-b', accepted));
    const [allocated] = await archive.append(command(null, set(B)));
    expect([ofB, ofA, laterA, laterB, allocated].map((one) => one?.registrant)).toEqual([B, A, A, B, B]);
    expect(laterB).toMatchObject({ seq: 2, prev: ofB?.hash });
    expect(await archive.verify()).toMatchObject({ ok: true, broken: null });
    expect((await archive.openOrders()).map(({ orderId }) => orderId).sort()).toEqual(['order-a', 'order-b']);
    const { registrants, registrant: now } = await archive.directory();
    expect(registrants.map(({ deaNumber }) => deaNumber)).toEqual([A, B]);
    expect(now?.deaNumber).toBe(B);
    const before = await projections();
    await archive.rebuild();
    expect(await projections()).toEqual(before);
  });

  it('takes in another computer’s location beside its own, also where records don’t say that it is another', async () => {
    const other = await fresh();
    await other.append(command(null, set(B)));
    await other.append(command(null, set(B)));
    const records: unknown[] = [];
    for await (const batch of other.exportEvents()) records.push(...batch);
    const archive = await fresh();
    await archive.append(command(null, registrant));
    async function* file() {
      yield await Promise.resolve(records);
    }
    await archive.merge(file());
    const { registrants } = await archive.directory();
    expect(registrants.map(({ deaNumber }) => deaNumber).sort()).toEqual([A, B].sort());
  });

  it('keeps what names a location that is unknown here in the chain in force', async () => {
    const archive = await fresh();
    await archive.append(command(null, registrant));
    const [stray] = await archive.append(command('order-x', orderOf(1, B)));
    expect(stray?.registrant).toBe(A);
  });

  it('puts a corrected number in the place of the one typed wrong, also where it was chosen', async () => {
    const archive = await fresh();
    await archive.append(command(null, registrant, set(WRONG, null), chosen(WRONG)));
    await archive.append(command(null, set(B, WRONG)));
    const { registrants, registrant: now } = await archive.directory();
    expect(registrants.map(({ deaNumber }) => deaNumber)).toEqual([A, B]);
    expect(now?.deaNumber).toBe(B);
  });

  it('reads a record without `replaces`, from before there were several, as the one in the place of the other', async () => {
    const archive = await fresh();
    await archive.append(command(null, registrant));
    await archive.append(command(null, set(B)));
    const { registrants, registrant: now } = await archive.directory();
    expect(registrants).toEqual([location(B)]);
    expect(now).toEqual(location(B));
  });

  it('leaves the choice of another station alone', async () => {
    const archive = await fresh();
    await archive.append(command(null, registrant, set(B, null), chosen(B)));
    await tamper(async (db) => {
      const row = await db.meta.get('station');
      if (row?.key === 'station') await db.meta.put({ ...row, id: 'another' });
    });
    const other = await openAgain();
    await other.rebuild();
    expect((await other.directory()).registrant?.deaNumber).toBe(A);
    expect((await archive.directory()).registrants).toHaveLength(2);
  });
});

describe('a directory that an earlier version stored', () => {
  it('reads with everything it did not know', async () => {
    const archive = await fresh();
    await archive.append(command(null, registrant));
    await tamper(async (db) => {
      const {
        registrant: known,
        people,
        suppliers,
        roots,
        certificates,
        honesty,
      } = await archive.directory();
      const directory = { registrant: known, people, suppliers, roots, certificates, honesty };
      await db.meta.put({ key: 'directory', directory });
    });
    const { registrants, settings, poa, duties } = await archive.directory();
    expect(registrants.map(({ deaNumber }) => deaNumber)).toEqual([A]);
    expect(settings.retentionYears).toBe(2);
    expect([poa, duties]).toEqual([[], []]);
    await archive.append(command(null, { type: 'settings.set', payload: { settings: { legalHold: true } } }));
    expect((await archive.directory()).settings).toMatchObject({ legalHold: true, retentionYears: 2 });
  });
});
