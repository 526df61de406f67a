import type { Archive } from '@/lib/archive';
import { addDays, type PlainDate } from '@/lib/base';
import { baseMgOf, unitsOf } from '@/lib/drugs';
import type { DraftLine, OrderDraft } from '@/lib/order';
import { assessOrder, type OrderAssessment, type SeriesPoint, type SomLine } from '@/lib/som';
import { productOf } from './product-of';

/** How far back the comparison reaches: the windows of som.md 3 (365 days and the 30-day blocks before them). */
const HISTORY_DAYS = 400;

/**
 * Compares an order that isn't recorded yet with all that is, over all suppliers; what was ordered earlier today counts,
 * or an order split over three suppliers would go unseen.
 */
export async function assessDraft(
  archive: Archive,
  draft: OrderDraft,
  today: PlainDate,
): Promise<OrderAssessment> {
  const lines = draft.lines.flatMap(somLine);
  const codes = new Set(
    lines.flatMap(({ substanceCode }) => (substanceCode === null ? [] : [substanceCode])),
  );
  const history = new Map<string, readonly SeriesPoint[]>();
  for (const code of codes) {
    const days = await archive.series(code, addDays(today, -HISTORY_DAYS));
    history.set(code, perSupplierDay(days));
  }
  return assessOrder({ lines, history, today });
}

/** Known not to be controlled by page and table alike: nothing to compare. A page's word alone takes no line out. */
function somLine(line: DraftLine): SomLine[] {
  const product = productOf(line);
  if (line.schedule === 'none' && product.substance === null) return [];
  return [
    {
      lineNumber: line.lineNumber,
      substanceCode: product.substance?.code ?? null,
      substanceName: product.substance?.name ?? null,
      baseMg: line.packages === null ? null : baseMgOf(product, line.packages),
      units: line.packages === null ? null : unitsOf(product, line.packages),
    },
  ];
}

/** An order day at one supplier is one order, whatever strengths it held. */
function perSupplierDay(days: Awaited<ReturnType<Archive['series']>>): SeriesPoint[] {
  const points = new Map<string, SeriesPoint>();
  for (const { date, supplierId, baseMg, units } of days) {
    const key = `${date} ${supplierId}`;
    const sum = points.get(key);
    points.set(key, {
      date,
      supplierId,
      baseMg: baseMg + (sum?.baseMg ?? 0),
      units: units + (sum?.units ?? 0),
    });
  }
  return [...points.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
