import type { SubstancePicture } from '@/lib/som';

/** A limit that is more than this many times what there is to show would press all of it flat. */
const LIMIT_SHOWN = 2;

/** The highest value that a picture has to reach, at least 1. */
export function topOf({ months, expected, candidate, limit }: SubstancePicture): number {
  const drawn = months.map(({ suppliers }) =>
    suppliers.reduce((sum, { units }) => sum + Math.max(0, units), 0),
  );
  const last = (drawn.at(-1) ?? 0) + (candidate?.units ?? 0);
  const bands = months.map((month) => month.expected?.high ?? 0);
  const most = Math.max(1, last, ...drawn, ...bands, expected?.high ?? 0);
  return limit !== null && limit <= LIMIT_SHOWN * most ? Math.max(most, limit) : most;
}
