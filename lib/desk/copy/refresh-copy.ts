import { situation } from '../context';
import type { DeskPorts } from '../ports';
import { copyNow } from './copy-now';

const HOUR_MS = 3_600_000;

/** The automatic copy: when there is something new, and the last one is as old as the settings say. Answers whether it was made. */
export async function refreshCopy(ports: DeskPorts): Promise<boolean> {
  const [state, place, { directory }] = await Promise.all([
    ports.archive.copyState(),
    ports.copies.current(),
    situation(ports),
  ]);
  if (!place?.writable || state.newEvents === 0) return false;
  const age = state.lastAt === null ? Number.POSITIVE_INFINITY : ports.clock.now() - state.lastAt;
  // A copy dated ahead was made by a clock that was wrong: it says nothing about when the next one is due.
  if (age >= 0 && age < directory.settings.copyEveryHours * HOUR_MS) return false;
  await copyNow(ports);
  return true;
}
