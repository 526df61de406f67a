import type { ArchiveDatabase } from './database';
import { heldByBeside, heldByHistory, heldByOrder } from './contributions';
import { cutsOf, shiftCuts } from './cuts';
import { productsOf } from './products-of';
import type { BesideRow, Held, OrderRow, PartRow } from './rows';
import { shiftHeld } from './shift-held';

const BATCH = 200;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The row with what it holds now in the place of what it held. */
function holding<T extends OrderRow | BesideRow | PartRow>(row: T, held: Held): Mutable<T> {
  const now: Mutable<T> = { ...row, ...held };
  if (!held.unrecognised) delete now.unrecognised;
  return now;
}

/**
 * Counts anew what holds products of which somebody said what they are: orders, records beside them, imports; found by index,
 * and each once, however many of its products they are. Inside the transaction in which it was said.
 */
export async function reprojectProducts(db: ArchiveDatabase, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const products = await productsOf(db);
  const some = [...keys];
  for (const ids of slices(await db.orders.where('products').anyOf(some).distinct().primaryKeys()))
    for (const row of await db.orders.bulkGet(ids)) {
      if (!row) continue;
      const held = heldByOrder(row.state, products);
      const cuts = cutsOf(row.state, products);
      await db.orders.put({ ...holding(row, held), cuts });
      await shiftHeld(db, row, held);
      await shiftCuts(db, row.cuts ?? [], cuts);
    }
  for (const ids of slices(await db.beside.where('products').anyOf(some).distinct().primaryKeys()))
    for (const row of await db.beside.bulkGet(ids)) {
      if (!row) continue;
      const held = heldByBeside(row.state, products);
      await db.beside.put(holding(row, held));
      await shiftHeld(db, row, held);
    }
  // One at a time: a part is thousands of lines.
  for (const id of await db.parts.where('products').anyOf(some).distinct().primaryKeys()) {
    const row = await db.parts.get(id);
    if (!row) continue;
    const event = await db.events.get([...row.of]);
    if (event?.type !== 'history.imported') continue;
    const held = heldByHistory(event.payload.lines, products);
    await db.parts.put(holding(row, held));
    await shiftHeld(db, row, held);
  }
}

function* slices<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += BATCH) yield all.slice(at, at + BATCH);
}
