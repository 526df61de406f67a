import type { Differs } from './archive';
import type { ArchiveDatabase } from './database';
import { digestOf } from './digest';
import { shiftPast, type Digests } from './past-row';
import type { Contribution, DigestRow } from './rows';
import { sameValue } from './same-value';

/** Months and pasts of substances, added up from daily sums beside what is there; the first that differs. */
export async function compareMonths(
  db: ArchiveDatabase,
  sums: Iterable<Contribution>,
): Promise<Differs | null> {
  let [digests, pasts] = [0, 0];
  for (const [code, ofCode] of grouped(sums, ({ substanceCode }) => substanceCode)) {
    const made = [...grouped(ofCode, ({ date }) => date.slice(0, 7))]
      .flatMap(([month, some]) => digestOf(code, month, some) ?? [])
      .sort((a, b) => (a.month < b.month ? -1 : 1));
    const keys = made.map(({ month }): [string, string] => [code, month]);
    const stored = await db.digests.bulkGet(keys);
    const wrong = made.findIndex((digest, index) => !sameValue(digest, stored[index]));
    if (wrong >= 0) return { table: 'digests', key: keys[wrong]?.join(' ') ?? '' };
    const changes = made.map((after) => ({ month: after.month, before: null, after }));
    const past = await shiftPast(code, undefined, changes, inMemory(made));
    if (!sameValue(past ?? undefined, await db.pasts.get(code))) return { table: 'pasts', key: code };
    digests += made.length;
    if (past) pasts++;
  }
  // Every row that follows from sums was there: what is more follows from none.
  if ((await db.digests.count()) !== digests) return { table: 'digests', key: '' };
  return (await db.pasts.count()) === pasts ? null : { table: 'pasts', key: '' };
}

function grouped<T>(all: Iterable<T>, nameOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(nameOf(one));
    if (group) group.push(one);
    else groups.set(nameOf(one), [one]);
  }
  return groups;
}

/** Oldest first. */
function inMemory(digests: readonly DigestRow[]): Digests {
  const until = (list: readonly DigestRow[], isEnough: (digest: DigestRow) => boolean) => {
    list.some(isEnough);
    return Promise.resolve();
  };
  return {
    back: (isEnough) => until([...digests].reverse(), isEnough),
    forth: (isEnough) => until(digests, isEnough),
  };
}
