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

/** How many rows were mounted before and went, and how many came, at each end of what stays. */
interface Ends {
  readonly wentAbove: number;
  readonly wentBelow: number;
  readonly cameAbove: number;
  readonly cameBelow: number;
  readonly inCommon: number;
}

/**
 * Rows that went while the person scrolled were scrolled away only where the list is longer than what it mounts: by what the
 * page says, by rows that left it before, or since others came in at its other end. In an ordinary list they were deleted.
 * And a page of a list has no row in common with the page before it, while the count of all stays.
 */
function isKept({ isMoved, isStated }: MergeOptions, known: readonly Row[], ends: Ends): boolean {
  if (isStated && ends.inCommon === 0) return true;
  const isSlid =
    (ends.wentAbove > 0 && ends.cameBelow > 0) ||
    (ends.wentBelow > 0 && ends.cameAbove > 0) ||
    ends.inCommon === 0;
  return isMoved && (isStated || isSlid || known.some(({ isMounted }) => !isMounted));
}

const leave = (row: Row): Row => ({ ...row, isMounted: false });

function byNumber(known: readonly Row[], now: readonly Row[], options: MergeOptions): readonly Row[] | null {
  const key = ({ place }: Row) => `${place.list} ${place.index ?? ''}`;
  const before = new Map(known.map((row) => [key(row), row]));
  const merged = new Map(now.map((row) => [key(row), row]));
  if (merged.size !== now.length) return null;
  for (const [at, { line }] of merged) {
    const other = before.get(at);
    if (other && productOf(other.line) !== productOf(line)) return null;
  }
  const isOfGone = isKept(options, known, endsByNumber(known, now));
  for (const [at, row] of before)
    if (!merged.has(at) && (!row.isMounted || isOfGone)) merged.set(at, leave(row));
  return [...merged.values()].sort(
    (a, b) => a.place.list - b.place.list || (a.place.index ?? 0) - (b.place.index ?? 0),
  );
}

function endsByNumber(known: readonly Row[], now: readonly Row[]): Ends {
  const mounted = known.filter(({ isMounted }) => isMounted);
  const [before, after] = [mounted, now].map(
    (rows) => new Map(rows.map(({ place }) => [`${place.list} ${place.index ?? ''}`, place.index ?? 0])),
  ) as [Map<string, number>, Map<string, number>];
  const common = [...after].filter(([key]) => before.has(key)).map(([, index]) => index);
  const least = Math.min(...common);
  const most = Math.max(...common);
  const count = (from: Map<string, number>, other: Map<string, number>, is: (index: number) => boolean) =>
    [...from].filter(([key, index]) => !other.has(key) && is(index)).length;
  return {
    wentAbove: count(before, after, (index) => index < least),
    wentBelow: count(before, after, (index) => index > most),
    cameAbove: count(after, before, (index) => index < least),
    cameBelow: count(after, before, (index) => index > most),
    inCommon: common.length,
  };
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
  const [first = known.length] = found;
  const last = found.at(-1) ?? known.length - 1;
  const mounted = (rows: readonly Row[]) => rows.filter(({ isMounted }) => isMounted).length;
  const isOfGone = isKept(options, known, {
    wentAbove: mounted(known.slice(0, first)),
    wentBelow: mounted(known.slice(last + 1)),
    cameAbove: Math.max(
      0,
      places.findIndex((place) => place >= 0),
    ),
    cameBelow: places.length - 1 - places.findLastIndex((place) => place >= 0),
    inCommon: found.length,
  });
  const stays = (row: Row) => !row.isMounted || isOfGone;
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
