import { negativeBinomialTail } from '../statistics/negative-binomial-tail';
import { calibrations } from '../calibrations';
import { PAST_DAYS, type SubstancePast } from '../past';
import type { SomComponent } from './component';

/** Three days show orders that follow each other; seven show those spread over a week (docs/som.md). */
const WINDOWS_DAYS = [7, 3] as const;
const YEAR_DAYS = 364;
const WEEK_DAYS = 7;
/** Six windows' worth of a dispersion of 1.2; less than a quarter of an order a week isn't believed. */
const PRIOR_WINDOWS = 6;
const PRIOR_DISPERSION = 1.2;
const LEAST_DISPERSION = 1.05;
const LEAST_A_WEEK = 0.25;

/** Orders in the last days including this one, against such spans of the year before: a negative binomial (som.md 3). */
export const burst: SomComponent = {
  id: 'burst',
  aspect: 'frequency',
  weight: 1,
  minOrders: 6,
  calibration: calibrations.burst,
  measure(_candidate, past) {
    const [week, short] = WINDOWS_DAYS.map((days) => within(past, days)) as [Span, Span];
    const { value, days, count } = short.value > week.value ? short : week;
    return {
      value,
      sentence: 'som.burst',
      params: { count, days, usual: Math.round(week.average * 10) / 10 },
    };
  },
};

interface Span {
  readonly days: number;
  /** Orders within so many days, this one included. */
  readonly count: number;
  /** Mean of the earlier spans. */
  readonly average: number;
  readonly value: number;
}

function within(past: SubstancePast, days: number): Span {
  const earlier = earlierSpans(past, days);
  const n = earlier.length;
  let sum = 0;
  for (let span = 0; span < n; span++) sum += earlier[span] as number;
  const average = sum / n;
  const mean = (sum + Math.max(average, (LEAST_A_WEEK * days) / WEEK_DAYS)) / (n + 1);
  let spread = 0;
  for (let span = 0; span < n; span++) spread += ((earlier[span] as number) - average) ** 2;
  const dispersion = Math.max(
    LEAST_DISPERSION,
    (PRIOR_WINDOWS * PRIOR_DISPERSION + spread / mean) / (PRIOR_WINDOWS + n),
  );
  const count = ordersWithin(past, days, 0) + 1;
  return {
    days,
    count,
    average,
    value: negativeBinomialTail(count, mean, mean * dispersion * (1 + 1 / (n + 1))),
  };
}

/** Orders of each whole span before the current one, newest first; at least one. */
function earlierSpans(past: SubstancePast, days: number): Float64Array {
  const age = Math.min(YEAR_DAYS + days, past.today - past.firstDay + 1);
  const spans = new Float64Array(Math.max(1, Math.floor(age / days) - 1));
  for (let span = 0; span < spans.length; span++) spans[span] = ordersWithin(past, days, days * (span + 1));
  return spans;
}

function ordersWithin({ orders }: SubstancePast, days: number, until: number): number {
  let sum = 0;
  for (let slot = Math.max(0, PAST_DAYS - until - days); slot < PAST_DAYS - until; slot++)
    sum += orders[slot] as number;
  return sum;
}
