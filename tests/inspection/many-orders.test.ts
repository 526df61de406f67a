import 'fake-indexeddb/auto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { makeZip } from 'client-zip';
import { expect, it } from 'vitest';
import type { Archive, Envelope } from '@/lib/archive';
import { addDays, type OrderNumber, type PlainDate } from '@/lib/base';
import { packFiles } from '@/lib/desk/inspection/pack-files';
import type { OrderState } from '@/lib/order';
import { ketamine, packWorld, pharmacyDea } from './pack-world';
import { oxycodone } from '../desk/seen-page';
import { cpuMs } from '../support/cpu-ms';

/** `npm run test:long` packs 5,000; here are enough to see whether the last of them take longer than the first. */
const ORDERS = Number(process.env.COUNTERSIGN_PACK_ORDERS ?? 320);
/** Of the last quarter's orders to the second quarter's: the first one warms up. What grows with the pack grows beyond it. */
const SLOWER_AT_MOST = 2;
const LAST = '2026-11-23' as PlainDate;
const PER_DAY = 7;
const MB = 1_000_000;

/** An archive of one signed order, handed out again and again under other numbers and days; counts how many were asked for. */
async function manyOrders(world: Awaited<ReturnType<typeof packWorld>>) {
  const id = await world.sign([oxycodone, ketamine]);
  const events = await world.ports.archive.events(id);
  const state = await world.ports.archive.order(id);
  if (!state) throw new Error('no order');
  const given = { states: 0, histories: 0 };
  const eventsOf = (orderId: string): Envelope[] =>
    structuredClone(events).map((event) => ({ ...event, orderId }));
  const stateOf = (at: number): OrderState => {
    given.states += 1;
    const number = `26X${String(at).padStart(6, '0')}` as OrderNumber;
    return {
      ...structuredClone(state),
      orderId: `o-${at}`,
      number,
      orderedOn: addDays(LAST, -Math.floor(at / PER_DAY)),
    };
  };
  const archive: Archive = {
    ...world.ports.archive,
    orders: ({ limit, before }) => {
      const from = before === undefined ? 0 : Number(before.slice(2)) + 1;
      return Promise.resolve(
        Array.from({ length: Math.min(limit, ORDERS - from) }, (_, at) => stateOf(from + at)),
      );
    },
    events: (orderId) => {
      given.histories += 1;
      return Promise.resolve(eventsOf(orderId));
    },
  };
  return { archive, given };
}

const median = (figures: readonly number[]) =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heapMb = () => {
  collect();
  return process.memoryUsage().heapUsed / MB;
};

it(`packs ${ORDERS} orders without ever holding more than a page of them`, async () => {
  const world = await packWorld();
  const { archive, given } = await manyOrders(world);
  const directory = await archive.directory();
  const registrant = directory.registrants.find(({ deaNumber }) => deaNumber === pharmacyDea);
  if (!registrant) throw new Error('no registrant');
  let whole = 0;
  const files = packFiles(archive, {
    ...{
      directory,
      registrant,
      from: addDays(LAST, -2_000),
      to: LAST,
      madeAt: world.ports.now,
      madeBy: 'Dana Okafor',
    },
    ...{ withSom: false, withStaff: false, onProgress: () => {} },
    onWhole: ({ orders }) => {
      whole = orders;
      return Promise.resolve();
    },
  });
  let ahead = 0;
  let pages = 0;
  const took: number[] = [];
  async function* watched() {
    let since = cpuMs();
    for await (const file of files) {
      if (/schedule-ii\/orders\/.*html$/.test(file.name)) {
        pages += 1;
        const now = cpuMs();
        took.push(now - since);
        since = now;
      }
      ahead = Math.max(ahead, given.states - pages);
      yield file;
    }
  }
  const start = heapMb();
  const began = performance.now();
  let peak = start;
  let bytes = 0;
  let at = 0;
  for await (const piece of makeZip(watched()) as unknown as AsyncIterable<Uint8Array>) {
    bytes += piece.length;
    if ((at += 1) % 2_000 === 0) peak = Math.max(peak, heapMb());
  }
  peak = Math.max(peak, heapMb());
  const quarter = Math.floor(ORDERS / 4);
  const [early, late] = [median(took.slice(quarter, 2 * quarter)), median(took.slice(-quarter))];
  process.stdout.write(
    `${whole} orders, ${Math.round(bytes / MB)} MB, ${Math.round((performance.now() - began) / 1000)} s, ${early.toFixed(1)} ms an order, at the end ${late.toFixed(1)}, heap + ${(peak - start).toFixed(1)} MB\n`,
  );
  expect(whole).toBe(ORDERS);
  // A page of states, and those of it whose turn is next; of histories one.
  expect(ahead).toBeLessThanOrEqual(51);
  expect(given.histories).toBe(ORDERS);
  expect(late).toBeLessThan(early * SLOWER_AT_MOST);
  // Rows of index, tables and manifest stay: some kilobytes an order, no order itself.
  expect(peak - start).toBeLessThan(10 + ORDERS * 0.012);
}, 600_000);
