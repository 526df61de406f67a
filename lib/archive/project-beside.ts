import type { PlainDate } from '@/lib/base';
import { foldBeside, isBesideOpen, type BesideEvent } from '@/lib/order';
import { heldByBeside, holdsNothing } from './contributions';
import { productsOf } from './products-of';
import type { ProjectionStore } from './projection-store';
import { shiftHeld } from './shift-held';

/** Nothing beside CSOS stops asking by itself: a loss stays open until DEA was told. */
const ALWAYS = '9999-12-31' as PlainDate;

/** Writes what the stream of a record beside CSOS adds up to, and shifts its series; `isPart`: it was purged, and not all of it came back. Inside a transaction. */
export async function projectBeside(
  db: ProjectionStore,
  id: string,
  { events, isPart }: { readonly events: readonly BesideEvent[]; readonly isPart: boolean },
): Promise<void> {
  const state = foldBeside(events);
  if (!state) return;
  const before = await db.beside.get(id);
  const held = isPart ? holdsNothing : heldByBeside(state, await productsOf(db));
  const { kind, date } = state.record;
  await db.beside.put({
    ...{ id, kind, date, state, enteredAt: events[0]?.time ?? 0 },
    ...held,
    ...(!isPart && isBesideOpen(state) && { openUntil: ALWAYS }),
  });
  await shiftHeld(db, before, held);
}
