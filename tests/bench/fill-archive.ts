import { openArchive } from '@/lib/archive';
import { CHAIN_START, seal } from '@/lib/archive/chain';
import { heldByOrder } from '@/lib/archive/contributions';
import { ArchiveDatabase } from '@/lib/archive/database';
import type { Envelope } from '@/lib/archive/envelope';
import { orderEventsOf } from '@/lib/archive/project';
import type { Contribution } from '@/lib/archive/rows';
import { transact } from '@/lib/archive/transact';
import { wordsOfOrder } from '@/lib/archive/words-of-order';
import { addDays, systemClock, type OrderNumber, type PlainDate } from '@/lib/base';
import { draftOf, foldOrder, type Order, type OrderDraft, type OrderLine } from '@/lib/order';
import { sampleOrder, signed } from '../support/orders';

const LINES_PER_ORDER = 10;
const OPEN = 20;
const BATCH = 250;
const DAY_MS = 86_400_000;
/** As many substances as a pharmacy orders often. */
const DRUGS = [
  ...['Oxycodone HCl', 'Morphine sulfate', 'Hydrocodone/APAP', 'Methylphenidate HCl', 'Fentanyl'],
  ...['Hydromorphone HCl', 'Oxymorphone HCl', 'Methadone HCl', 'Amphetamine sulfate', 'Tapentadol HCl'],
  ...['Temazepam', 'Lisdexamfetamine', 'Alprazolam', 'Clonazepam', 'Diazepam'],
  ...['Lorazepam', 'Zolpidem tartrate', 'Phenobarbital', 'Carisoprodol', 'Tramadol HCl'],
];
const STRENGTHS = [5, 10, 15, 20, 30];
const seen = { origin: null };

function lineOf(drug: number, strength: number): OrderLine {
  const [first] = sampleOrder.lines;
  if (!first) throw new Error('the sample order has no line');
  const mg = `${String(STRENGTHS[strength % STRENGTHS.length])} mg`;
  const name = `${String(DRUGS[drug % DRUGS.length])} ${mg} tablets`;
  return { ...first, name, strength: mg, ndc11: null };
}

/** An order that isn't recorded yet: every substance, in several strengths. */
export function orderOfLines(count: number): OrderDraft {
  const lines = Array.from({ length: count }, (_, at) => ({
    ...{ ...lineOf(at, Math.floor(at / DRUGS.length)), lineNumber: at + 1, packages: 6 },
  }));
  return draftOf({ ...sampleOrder, lines });
}

function orderAt(n: number, date: PlainDate): Order {
  const lines = Array.from({ length: LINES_PER_ORDER }, (_, at): OrderLine => {
    const line = lineOf(n + at, n + 2 * at);
    return { ...line, lineNumber: at + 1, packages: 1 + ((n + at) % 12) };
  });
  const number = `${date.slice(2, 4)}XBN${n.toString(36).toUpperCase().padStart(4, '0')}` as OrderNumber;
  return { ...sampleOrder, number, date, lines };
}

/**
 * Orders up to today, so many lines a day, done with but for the newest 20; written as a merge writes them, only not
 * verified before.
 */
export async function fillArchive(name: string, lines: number, linesPerDay: number): Promise<void> {
  const archive = await openArchive({ name, clock: systemClock });
  const { deaNumber } = sampleOrder.purchaser;
  await archive.append({
    ...{ commandId: 'registrant', who: 'system', orderId: null },
    events: [
      {
        type: 'registrant.set',
        payload: { registrant: { ...sampleOrder.purchaser, zone: 'America/New_York' } },
      },
    ],
  });
  const count = lines / LINES_PER_ORDER;
  const done = count - OPEN;
  const today = new Date(systemClock.now()).toISOString().slice(0, 10) as PlainDate;
  const first = addDays(today, -Math.ceil(lines / linesPerDay));
  const db = new ArchiveDatabase(name);
  await db.open();
  const sums = new Map<string, Contribution>();
  const station = 'bench';
  let [seq, prev] = [0, CHAIN_START];
  for (let from = 0; from < done; from += BATCH) {
    const [events, orders, words, numbers]: [Envelope[], object[], object[], object[]] = [[], [], [], []];
    for (let n = from; n < Math.min(from + BATCH, done); n++) {
      const days = Math.floor((n * LINES_PER_ORDER) / linesPerDay);
      const order = orderAt(n, addDays(first, days));
      const orderId = `bench-${String(n)}`;
      const counted = order.lines.map(({ lineNumber, packages }) => ({ lineNumber, packages }));
      const life = [
        ['order.signed', { ...signed(order), requestId: orderId, cms: 'A'.repeat(2_000) }],
        ['order.submitted', { how: 'page-api', seen }],
        ['order.portal-received', { seen }],
        ['order.received', { lines: counted, date: order.date, countedBy: 'person-1', note: null }],
      ] as const;
      const stream = life.map(([type, payload], at) => {
        seq += 1;
        const time = [Date.parse(first) + days * DAY_MS + n, at] as const;
        const links = { registrant: deaNumber, station, seq, time, prev, orderId };
        const event = seal({
          ...{ ...links, who: 'person-1', commandId: `${orderId}-${String(at)}`, type, payload },
        } as Parameters<typeof seal>[0]);
        prev = event.hash;
        return event;
      });
      const state = foldOrder(orderId, orderEventsOf(stream));
      if (!state) throw new Error('no order');
      const held = heldByOrder(state, {});
      const place = { orderedOn: state.orderedOn, wall: stream[0]?.time[0] ?? 0, counter: 0, orderId };
      events.push(...stream);
      orders.push({ ...place, number: order.number, state, ...held, cuts: [] });
      words.push(...[...wordsOfOrder(state)].map((word) => ({ word, ...place })));
      numbers.push({ number: order.number, requestId: orderId });
      for (const one of held.contributions) {
        const key = JSON.stringify([one.substanceCode, one.date, one.supplierId, one.strengthMg]);
        const sum = sums.get(key);
        const [baseUg, milliUnits] = [sum?.baseUg ?? 0, sum?.milliUnits ?? 0];
        sums.set(key, { ...one, baseUg: baseUg + one.baseUg, milliUnits: milliUnits + one.milliUnits });
      }
    }
    await db.transaction('rw', db.tables, async () => {
      await Promise.all([
        db.events.bulkAdd(events),
        db.orders.bulkAdd(orders as never),
        db.words.bulkAdd(words as never),
        db.numbers.bulkAdd(numbers as never),
      ]);
    });
  }
  await transact(db, async () => {
    await db.series.bulkAdd([...sums.values()]);
    for (const sum of sums.values()) db.act.touched.add(sum);
  });
  await db.heads.put({ registrant: deaNumber, station, seq, hash: prev });
  db.close();
  for (let n = done; n < count; n++)
    await archive.append({
      ...{ commandId: `open-${String(n)}`, who: 'person-1', orderId: `bench-${String(n)}` },
      events: [
        { type: 'order.signed', payload: { ...signed(orderAt(n, today)), requestId: `bench-${String(n)}` } },
        { type: 'order.submitted', payload: { how: 'page-api', seen } },
      ],
    });
  archive.close();
}
