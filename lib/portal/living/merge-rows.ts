import type { SeenLine } from '../evidence';
import { productOf, saidBy, type Row } from './row';

export interface MergeOptions {
  /** The person scrolled since the reading before. */
  readonly isMoved: boolean;
  /** The page says how many lines there are. */
  readonly isStated: boolean;
}

/**
 * Rows that were known with those that are mounted now, which count as they read now. Rows that went are kept only where
 * scrolling or paging explains it. Null where both can't be of one list, such as after sorting.
 */
export function mergeRows(
  known: readonly Row[],
  now: readonly Row[],
  options: MergeOptions,
): readonly Row[] | null {
  const isNumbered = [...known, ...now].every(({ place }) => place.index !== null);
  return isNumbered ? byNumber(known, now, options) : byOrder(known, now, options);
}

/** A page of a list has no row in common with the page before it, and the count of all stays. */
function isKept({ isMoved, isStated }: MergeOptions, inCommon: number): boolean {
  return isMoved || (isStated && inCommon === 0);
}

const leave = (row: Row): Row => ({ ...row, isMounted: false });

function byNumber(known: readonly Row[], now: readonly Row[], options: MergeOptions): readonly Row[] | null {
  const key = ({ place }: Row) => `${place.list} ${place.index ?? ''}`;
  const before = new Map(known.map((row) => [key(row), row]));
  const merged = new Map(now.map((row) => [key(row), row]));
  if (merged.size !== now.length) return null;
  let inCommon = 0;
  for (const [at, { line }] of merged) {
    const other = before.get(at);
    if (other && productOf(other.line) !== productOf(line)) return null;
    if (other) inCommon++;
  }
  for (const [at, row] of before)
    if (!merged.has(at) && (!row.isMounted || isKept(options, inCommon))) merged.set(at, leave(row));
  return [...merged.values()].sort(
    (a, b) => a.place.list - b.place.list || (a.place.index ?? 0) - (b.place.index ?? 0),
  );
}

/**
 * Without numbers the mounted rows are one stretch of the list. A row that comes back unlike it went is taken for another
 * one of the same product, since nobody can have changed it meanwhile.
 */
function byOrder(known: readonly Row[], now: readonly Row[], options: MergeOptions): readonly Row[] | null {
  const places = now.map(() => -1);
  const taken = new Set<number>();
  /** Pairs each row with the first known one of the same name that is still free. */
  const match = (nameOf: (line: SeenLine) => string, isOffered: (before: Row) => boolean) => {
    const offered = new Map<string, number[]>();
    known.forEach((before, place) => {
      if (taken.has(place) || !isOffered(before)) return;
      const name = nameOf(before.line);
      const others = offered.get(name);
      if (others) others.push(place);
      else offered.set(name, [place]);
    });
    now.forEach(({ line }, i) => {
      const place = places[i] === -1 ? offered.get(nameOf(line))?.shift() : undefined;
      if (place === undefined) return;
      places[i] = place;
      taken.add(place);
    });
  };
  match(saidBy, () => true);
  match(productOf, ({ isMounted }) => isMounted);

  const found = places.filter((place) => place >= 0);
  if (found.some((place, i) => i > 0 && place < (found[i - 1] ?? 0))) return null;
  const stays = (row: Row) => !row.isMounted || isKept(options, found.length);
  const [first = known.length] = found;
  const last = found.at(-1) ?? known.length - 1;
  return [
    ...known.slice(0, first).filter(stays).map(leave),
    ...now,
    // What lay between two rows that are still there was taken out of the list.
    ...known
      .slice(last + 1)
      .filter(stays)
      .map(leave),
  ];
}
