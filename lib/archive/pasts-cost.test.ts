import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { addDays } from '@/lib/base';
import { day, fresh, tamper } from '@/tests/support/archive';
import { shiftHeld } from './shift-held';
import { transact } from './transact';

const TODAY = day('2026-11-22');
const CODES = ['9143', '9300', '9193'];
const METHODS = ['get', 'getAll', 'openCursor', 'openKeyCursor'] as const;

/** Rows asked for, and answers to that, while past orders of these substances are read. */
async function requests(days: number): Promise<readonly number[]> {
  const archive = await fresh();
  await tamper((db) =>
    transact(db, async () => {
      const contributions = Array.from({ length: days }, (_, at) => ({
        ...{ substanceCode: CODES[at % CODES.length] ?? '', supplierId: 'a', strengthMg: 5 },
        ...{ date: addDays(TODAY, -at * 3), baseUg: 1_000_000, milliUnits: 200_000 },
      }));
      await shiftHeld(db, undefined, { contributions });
    }),
  );
  const spies = METHODS.map((name) => vi.spyOn(IDBObjectStore.prototype, name));
  const pasts = await archive.pasts(CODES, TODAY);
  const counts = spies.map((spy) => spy.mock.calls.length);
  for (const spy of spies) spy.mockRestore();
  const sizes = [...pasts.values()].map(({ mg, orders, last }) => mg.length + orders.length + last.length);
  expect([...pasts.values()].map(({ count }) => count)).toEqual(CODES.map(() => days / CODES.length));
  return [...counts, ...sizes];
}

/** Counted, not timed: the same on a busy machine. `npm run bench -- age` times it in a browser. */
it('a past is read by as many requests, and is as large, after ten times the history', async () => {
  const short = await requests(150);
  expect(short[0]).toBeGreaterThan(0);
  expect(await requests(1_500)).toEqual(short);
});
