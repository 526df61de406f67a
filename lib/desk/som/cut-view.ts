import type { CutLine } from '@/lib/archive';
import { say } from '@/lib/words';
import type { CutView } from './views';

/** A cut as it is told: what happened, and where the month stood. Nothing is worked out from it (som.md 6). */
export function cutView(cut: CutLine, nameOf: (supplierId: string) => string): CutView {
  const { date, orderId, number, supplierId, why, orderedUnits, shippedUnits, monthUnits } = cut;
  const supplierName = nameOf(supplierId);
  const params = { supplier: supplierName, date, ordered: orderedUnits, month: monthUnits };
  const sentence =
    why === 'not-accepted'
      ? say('cut.not-accepted', params)
      : say(`cut.${why}`, { ...params, shipped: shippedUnits });
  return { date, orderId, number, supplierName, why, orderedUnits, shippedUnits, sentence };
}
