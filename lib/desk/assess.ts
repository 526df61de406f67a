import type { PlainDate } from '@/lib/base';
import type { OrderDraft } from '@/lib/order';
import { assessOrder, type OrderAssessment } from '@/lib/som';
import type { DeskPorts } from './ports';
import { productOf } from './product-of';
import { knownProducts } from './products/known-products';
import { somLine } from './som-line';

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
  const past = await archive.pasts([...codes], today);
  return assessOrder({ lines, past, today });
}
