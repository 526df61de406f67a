import { assessSubstance } from '../../lib/som/assess-substance';
import { pastOf } from '../../lib/som/past';
import type { SeriesPoint, SomLine, SubstanceAssessment } from '../../lib/som/assessment';
import type { PlainDate } from '@/lib/base';
import type { Case } from './anomalies';
import type { RealOrder } from './orders';

const dates = new Map<number, PlainDate>();
export function dateOf(day: number): PlainDate {
  const date = dates.get(day) ?? (new Date(day * 86_400_000).toISOString().slice(0, 10) as PlainDate);
  dates.set(day, date);
  return date;
}

const points = new WeakMap<RealOrder, readonly SeriesPoint[]>();
/** As the archive keeps it: by strength; what has no known strength, as such. */
export function pointsOf(order: RealOrder): readonly SeriesPoint[] {
  const known = points.get(order);
  if (known) return known;
  const { day, supplierId, baseMg, byStrength } = order;
  const found: { strengthMg: number | null; baseMg: number }[] = [...byStrength].map(([strengthMg, mg]) => ({
    strengthMg,
    baseMg: mg,
  }));
  const rest = baseMg - found.reduce((sum, one) => sum + one.baseMg, 0);
  if (rest > baseMg * 1e-9) found.push({ strengthMg: null, baseMg: rest });
  const made = found.map((one) => ({ date: dateOf(day), supplierId, ...one }));
  points.set(order, made);
  return made;
}

/** What the engine that ships says of a case. */
export function engineSays({ past, order }: Case): SubstanceAssessment {
  const lines = pointsOf(order).map(({ baseMg, strengthMg }, index): SomLine => ({
    lineNumber: index + 1,
    substanceCode: '9250',
    substanceName: 'methadone',
    baseMg,
    units: null,
    strengthMg,
  }));
  return assessSubstance(lines, pastOf(past.flatMap(pointsOf), dateOf(order.day)));
}
