import { addDays } from '@/lib/base';
import { families, substanceByCode } from '@/lib/drugs';
import { monthsUpTo } from '../months';
import { BLOCKS, blocksUntil, highAbuseStrengths, type RatioTally } from './ratio-tally';
import type { RatioBlock, RatioGap, RatioRow, RatioSource, RatioView } from './ratio-view';

const MME_MONTHS = 13;

/** A block whose first product that isn't controlled comes later holds part of what was bought of them. */
const NON_CONTROLLED_WITHIN_DAYS = 14;

/**
 * Highly diverted families beside what isn't controlled, and against the four blocks of 90 days before (som.md 5). A block
 * that began before the first figure, or isn't within one of the `spans` that the figures cover without a hole, isn't compared
 * with: what isn't there isn't nothing.
 */
export function ratiosOf(
  tally: RatioTally,
  source: RatioSource,
  spans: readonly RatioBlock[] | null = null,
): RatioView {
  const blocks = blocksUntil(tally.end);
  const { first, older, firstNonControlled } = tally;
  const isCovered = blocks.map(({ from, to }) =>
    spans === null
      ? older || (first !== null && first <= from)
      : spans.some((span) => span.from <= from && span.to >= to),
  );
  const nonControlled = blocks.map(({ from }, index) => {
    const units = tally.nonControlled[index] ?? 0;
    const began = firstNonControlled[index] ?? null;
    return began !== null && began <= addDays(from, NON_CONTROLLED_WITHIN_DAYS) && units > 0 ? units : null;
  });
  const rowOf = (family: string, units: readonly number[]): RatioRow => ({
    family,
    units,
    ratios: units.map((sum, index) => {
      const others = nonControlled[index] ?? null;
      return others === null ? null : sum / others;
    }),
    growth: growthOf(units, isCovered),
  });
  const rows = families.map(({ id }) => rowOf(id, netted(tally.families.get(id))));
  const all = Array.from({ length: BLOCKS }, (_, index) =>
    rows.reduce((sum, { units }) => sum + (units[index] ?? 0), 0),
  );
  return {
    source,
    blocks,
    nonControlled,
    gaps: gapsOf(tally, nonControlled, isCovered),
    all: rowOf('all', all),
    families: rows.toSorted((a, b) => (b.units.at(-1) ?? 0) - (a.units.at(-1) ?? 0)),
    strengths: highAbuseStrengths.map(({ family, strengthsMg }) => {
      const units = netted(tally.strong.get(family));
      const whole = netted(tally.families.get(family));
      const shares = units.map((sum, index) => {
        const of = whole[index] ?? 0;
        // Returns are of a strength as they may be: a share stays a share.
        return of > 0 ? Math.min(1, sum / of) : null;
      });
      return { family, strengthsMg, units, shares };
    }),
    combination: {
      opioid: netted(tally.opioid),
      benzodiazepine: netted(tally.benzodiazepine),
      carisoprodol: netted(tally.carisoprodol),
      days: tally.combinedDays(),
    },
    mme: {
      months: monthsUpTo(tally.end, MME_MONTHS).map((month) => ({
        month,
        mme: Math.max(0, tally.mme.get(month) ?? 0),
      })),
      left: [...tally.withoutFactor].map((code) => substanceByCode(code)?.name ?? code).sort(),
    },
  };
}

/** What went back can't make less than nothing. */
function netted(sums: Float64Array | undefined): number[] {
  return Array.from({ length: BLOCKS }, (_, index) => Math.max(0, sums?.[index] ?? 0));
}

/** The last block to the mean of those before it; of those that the figures cover whole. */
function growthOf(units: readonly number[], isCovered: readonly boolean[]): number | null {
  if (isCovered.at(-1) !== true) return null;
  const earlier = units.slice(0, -1).filter((_, index) => isCovered[index]);
  const mean = earlier.reduce((sum, one) => sum + one, 0) / earlier.length;
  return mean > 0 ? (units.at(-1) ?? 0) / mean : null;
}

function gapsOf(
  { first }: RatioTally,
  nonControlled: readonly (number | null)[],
  isCovered: readonly boolean[],
): readonly RatioGap[] {
  if (first === null) return ['no-figures'];
  const gaps: RatioGap[] = [];
  if ((nonControlled.at(-1) ?? null) === null) gaps.push('no-non-controlled');
  if (!isCovered.slice(0, -1).every(Boolean)) gaps.push('short-history');
  return gaps;
}
