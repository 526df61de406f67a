import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach } from 'vitest';
import { openArchive, type Archive, type Command, type NewEvent } from '@/lib/archive';
import { ArchiveDatabase } from '@/lib/archive/database';
import { fixedClock, type Clock, type OrderNumber, type PlainDate } from '@/lib/base';
import { draftOf, type Order, type OrderEvent } from '@/lib/order';
import { event, sampleOrder, seen } from './orders';

export const clock = fixedClock('2026-11-22T15:00:00Z');
export const day = (text: string) => text as PlainDate;
let names = 0;
let name = '';
const opened: Archive[] = [];

/** One more window on the same archive. */
export async function openAgain(at: Clock = clock): Promise<Archive> {
  const archive = await openArchive({ name, clock: at });
  opened.push(archive);
  return archive;
}

export function fresh(at: Clock = clock): Promise<Archive> {
  name = `archive-${++names}`;
  return openAgain(at);
}

afterEach(async () => {
  for (const archive of opened.splice(0)) archive.close();
  await Dexie.delete(name);
});

/** The tables themselves, as someone with developer tools would see and change them. */
export async function tamper<T>(work: (db: ArchiveDatabase) => Promise<T>): Promise<T> {
  const db = new ArchiveDatabase(name);
  await db.open();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

const NOT_FOLDED = ['events', 'heads', 'meta'];

/** All that is folded from the events. */
export function projections(): Promise<unknown> {
  return tamper(async (db) => {
    const tables = db.recordTables.filter(({ name }) => !NOT_FOLDED.includes(name));
    const rows = await Promise.all(tables.map(async (table) => [table.name, await table.toArray()] as const));
    return { ...Object.fromEntries(rows), directory: await db.meta.get('directory') };
  });
}

let commands = 0;
export function command(orderId: string | null, ...events: (NewEvent | OrderEvent)[]): Command {
  return {
    commandId: `command-${++commands}`,
    who: 'person-1',
    orderId,
    events: events.map(({ type, payload }) => ({ type, payload }) as NewEvent),
  };
}

export const registrant: NewEvent = {
  type: 'registrant.set',
  payload: { registrant: { ...sampleOrder.purchaser, zone: 'America/New_York' } },
};

export function orderNumbered(n: number, change: Partial<Order> = {}): Order {
  return { ...sampleOrder, number: `26XAA${String(n).padStart(4, '0')}` as OrderNumber, ...change };
}

export function request(id: string): NewEvent {
  return {
    type: 'request.opened',
    payload: {
      request: {
        id,
        mode: 'now',
        draft: draftOf(sampleOrder),
        pageHash: null,
        page: null,
        delivery: 'page-api',
        supplierId: 'supplier-1',
        openedAt: 1,
        openedBy: 'person-1',
      },
    },
  };
}

export const accepted = event('order.accepted', { seen });
