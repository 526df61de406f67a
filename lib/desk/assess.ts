import type { Archive } from '@/lib/archive';
import { addDays, type PlainDate } from '@/lib/base';
import { baseMgOf, unitsOf } from '@/lib/drugs';
import type { DraftLine, OrderDraft } from '@/lib/order';
import { assessOrder, pastOf, type OrderAssessment, type SomLine, type SubstancePast } from '@/lib/som';
import { productOf } from './product-of';

/** How far back the comparison reaches: the windows of som.md 3 (365 days and last year's same quarter). */
const HISTORY_DAYS = 460;

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
  const past = new Map<string, SubstancePast>();
  for (const code of codes) {
    const days = await archive.series(code, addDays(today, -HISTORY_DAYS));
    past.set(code, pastOf(days, today));
  }
  return assessOrder({ lines, past, today });
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
      strengthMg: product.strengthMg,
    },
  ];
}
