import type { ProjectionStore } from './projection-store';
import type { Held } from './rows';
import { shiftSeries } from './series';
import { shiftUnrecognised } from './unrecognised';

type Part = Pick<Held, 'contributions' | 'unrecognised'>;
const NOTHING: Part = { contributions: [] };

/** Brings the daily sums, and what isn't recognised, from what something held before to what it holds now. Inside a transaction. */
export async function shiftHeld(
  db: Pick<ProjectionStore, 'series' | 'act' | 'unrecognised'>,
  before: Part = NOTHING,
  after: Part = NOTHING,
): Promise<void> {
  await shiftSeries(db, before.contributions, after.contributions);
  await shiftUnrecognised(db, before.unrecognised, after.unrecognised);
}
