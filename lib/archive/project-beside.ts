import type { PlainDate } from '@/lib/base';
import { foldBeside, isBesideOpen, type BesideEvent } from '@/lib/order';
import { contributionsOfBeside } from './contributions';
import type { ProjectionStore } from './projection-store';
import { shiftSeries } from './series';

/** Nothing beside CSOS stops asking by itself: a loss stays open until DEA was told. */
const ALWAYS = '9999-12-31' as PlainDate;

/** Writes what the stream of a record beside CSOS adds up to, and shifts its series. Inside a transaction. */
export async function projectBeside(
  db: ProjectionStore,
  id: string,
  events: readonly BesideEvent[],
): Promise<void> {
  const state = foldBeside(events);
  if (!state) return;
  const before = await db.beside.get(id);
  const contributions = contributionsOfBeside(state);
  const { kind, date } = state.record;
  await db.beside.put({
    ...{ id, kind, date, state, contributions },
    ...(isBesideOpen(state) && { openUntil: ALWAYS }),
  });
  await shiftSeries(db, before?.contributions ?? [], contributions);
}
