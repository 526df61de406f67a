import { addDays, type PlainDate } from '@/lib/base';
import type { OrderDraft } from '@/lib/order';
import { assessOrder, pastOf, type OrderAssessment, type SubstancePast } from '@/lib/som';
import type { DeskPorts } from './ports';
import { productOf } from './product-of';
import { knownProducts } from './products/known-products';
import { somLine } from './som-line';

/** How far back the comparison reaches: the windows of som.md 3 (365 days and last year's same quarter). */
const HISTORY_DAYS = 460;

/**
 * Compares an order that isn't recorded yet with all that is, over all suppliers; what was ordered earlier today counts,
 * or an order split over three suppliers would go unseen.
 */
export async function assessDraft(
  { archive, catalogue }: Pick<DeskPorts, 'archive' | 'catalogue'>,
  draft: OrderDraft,
  today: PlainDate,
): Promise<OrderAssessment> {
  const known = await knownProducts({ archive, catalogue }, draft.lines);
  const lines = draft.lines.flatMap((line) => somLine(line, productOf(line, known)));
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
