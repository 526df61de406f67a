import { Dexie } from 'dexie';
import { parseNdc, parseOrderNumber } from '@/lib/base';
import type { OrderState } from '@/lib/order';
import type { ArchiveDatabase } from './database';
import type { ProjectionStore } from './projection-store';
import type { OrderRow } from './rows';
import { wordsOf, wordsOfOrder } from './words-of-order';

const KEY = '[word+orderedOn+wall+counter+orderId]';
/** How many different words a beginning may stand for, and how many of the newest orders of each are looked at. */
const MOST_WORDS = 40;
const DEEPEST = 2_000;
const BATCH = 50;
/** How much further each look goes, where the newest orders alone didn't hold enough. */
const DEEPER = 4;

type WordKey = [word: string, orderedOn: string, wall: number, counter: number, orderId: string];

function newestFirst(a: WordKey, b: WordKey): number {
  for (const at of [1, 2, 3, 4] as const) if (a[at] !== b[at]) return a[at] < b[at] ? 1 : -1;
  return 0;
}

/** Places of the newest orders that hold a word beginning so: by leaps from word to word, never by a scan. */
async function placesOf(db: ArchiveDatabase, beginning: string, depth: number): Promise<WordKey[]> {
  const places: WordKey[] = [];
  const end = `${beginning}\uffff`;
  let next = await db.words.where(KEY).between([beginning], [end]).first();
  for (let words = 0; next && words < MOST_WORDS; words++) {
    const { word } = next;
    const found = db.words.where(KEY).between([word, Dexie.minKey], [word, Dexie.maxKey]);
    places.push(...((await found.reverse().limit(depth).primaryKeys()) as WordKey[]));
    next = await db.words.where(KEY).between([word, Dexie.maxKey], [end]).first();
  }
  return places.sort(newestFirst);
}

/** An order number or an NDC is one word, however it is grouped. */
function askedFor(text: string): string[] {
  const number = parseOrderNumber(text);
  if (number !== null) return [number.toLowerCase()];
  return text.split(/\s+/).flatMap((part) => parseNdc(part) ?? wordsOf(part));
}

/**
 * Orders in which every word of the text is the beginning of one of theirs, newest first. Of the rarest word, no more
 * than the newest 2,000 orders are looked at, and no more than are needed: it costs the same after ten years.
 */
export async function searchOrders(db: ArchiveDatabase, text: string, limit: number): Promise<OrderState[]> {
  const asked = askedFor(text);
  if (asked.length === 0) return [];
  for (let depth = limit; ; depth *= DEEPER) {
    const found = await searchTo(db, asked, { limit, depth: Math.min(depth, DEEPEST) });
    if (found.orders.length >= limit || found.isAll || depth >= DEEPEST) return found.orders;
  }
}

/** Of each word, the newest `depth` orders; `isAll`: there are no more than those that were looked at. */
async function searchTo(
  db: ArchiveDatabase,
  asked: readonly string[],
  { limit, depth }: { readonly limit: number; readonly depth: number },
): Promise<{ readonly orders: OrderState[]; readonly isAll: boolean }> {
  const places = await Promise.all(asked.map((word) => placesOf(db, word, depth)));
  const rarest = places.reduce((a, b) => (b.length < a.length ? b : a));
  const orderIds = [...new Set(rarest.slice(0, depth).map((key) => key[4]))];
  const fits = ({ state }: OrderRow) => {
    const words = [...wordsOfOrder(state)];
    return asked.every((beginning) => words.some((word) => word.startsWith(beginning)));
  };
  const found: OrderState[] = [];
  for (let at = 0; at < orderIds.length && found.length < limit; at += BATCH) {
    const rows = await db.orders.bulkGet(orderIds.slice(at, at + BATCH));
    found.push(...rows.flatMap((row) => (row && fits(row) ? [row.state] : [])));
  }
  return { orders: found.slice(0, limit), isAll: rarest.length < depth };
}

/** Brings the index from what an order was found by to what it is found by now. Inside a transaction. */
export async function shiftWords(
  db: Pick<ProjectionStore, 'words'>,
  before: OrderRow | undefined,
  after: OrderRow,
): Promise<void> {
  const had = before ? wordsOfOrder(before.state) : new Set<string>();
  const has = wordsOfOrder(after.state);
  const { orderId, orderedOn, wall, counter } = after;
  const moved =
    before && (before.wall !== wall || before.counter !== counter || before.orderedOn !== orderedOn);
  const gone = [...had].filter((word) => moved || !has.has(word));
  const added = [...has].filter((word) => moved || !had.has(word));
  if (before && gone.length > 0)
    await db.words.bulkDelete(
      gone.map((word): WordKey => [word, before.orderedOn, before.wall, before.counter, orderId]),
    );
  if (added.length > 0)
    await db.words.bulkPut(added.map((word) => ({ word, orderedOn, wall, counter, orderId })));
}
