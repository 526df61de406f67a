import type { PlainDate } from '@/lib/base';
import type { SubstanceMonth } from '../month';
import { daysInMonth, monthsUpTo } from '../months';
import { soundUnits } from '../units';
import type { MonthProjection } from './limit-view';

/** Full months that the pattern is taken from, and how many of them must hold something. */
const PATTERN_MONTHS = 6;
const ENOUGH_MONTHS = 3;
/** Before this day of the month a straight line says nothing. */
const LINEAR_FROM_DAY = 7;

export interface MonthSoFar {
  /** Dosage units of the calendar month up to today, all suppliers, the order at hand included. */
  readonly units: number;
  readonly today: PlainDate;
  /** Months before and the running one; others are left aside, and the order is free. */
  readonly months: readonly SubstanceMonth[];
}

/**
 * What the month may come to. What the last six full months brought after this day of the month is added to what this one has
 * so far, stretched or shrunk by how this month compares: (so far + usual month) / (usual by this day + usual month), so that
 * the second day of a month already says something sensible, and one large order doesn't become thirty. With fewer than three
 * full months: a straight line, from the seventh day on. Never below what is there; null where nothing can be said.
 */
export function projectMonth({ units, today, months }: MonthSoFar): MonthProjection | null {
  const soFar = Math.max(0, soundUnits(units));
  const day = Number(today.slice(8, 10));
  const length = daysInMonth(today.slice(0, 7));
  if (day >= length) return { units: soFar, from: 'linear' };
  const names = new Set(monthsUpTo(today, PATTERN_MONTHS + 1).slice(0, -1));
  const shapes = months.map((of) => ({ month: of.month, ...shapeOf(of, day) }));
  const first = shapes.reduce((least, { month, total }) => (total > 0 && month < least ? month : least), '~');
  const full = shapes.filter(({ month }) => names.has(month) && month >= first);
  if (full.filter(({ total }) => total > 0).length >= ENOUGH_MONTHS) {
    // Months without an order are part of the pattern, those before the first order aren't months of it.
    const usual = mean(full.map(({ total }) => total));
    const rest = mean(full.map(({ after }) => after));
    const pace = (soFar + usual) / (usual - rest + usual);
    return { units: soFar + rest * pace, from: 'pattern' };
  }
  return day < LINEAR_FROM_DAY ? null : { units: (soFar * length) / day, from: 'linear' };
}

/** Units of a month, and those of them after a day of the month. */
function shapeOf({ days }: SubstanceMonth, day: number): { readonly total: number; readonly after: number } {
  let [total, after] = [0, 0];
  for (const { date, units } of days) {
    total += soundUnits(units);
    if (Number(date.slice(8, 10)) > day) after += soundUnits(units);
  }
  total = Math.max(0, total);
  return { total, after: Math.min(total, Math.max(0, after)) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
