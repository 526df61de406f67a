import type { OrderState } from '@/lib/order';
import { matchLine, type SeenLine, type SeenPage } from '@/lib/portal';
import { draftFromPage } from './draft';

/** What a page says of a line of the order, where it can be told which line it means. */
export interface LineOnPage {
  readonly lineNumber: number;
  readonly seen: SeenLine;
}

/**
 * The lines of an order that a page's lines mean, by NDC, then item number, then description. Two of either that could be
 * the same are left alone, and counted as unclear.
 */
export function linesOnPage(
  order: OrderState,
  page: SeenPage,
): { readonly lines: readonly LineOnPage[]; readonly unclear: number } {
  const named = order.lines.map(({ line }) => ({ ...line, ndc: line.ndc11 }));
  const found = draftFromPage(page, null, order.draft.purchaser).lines.map((line) =>
    matchLine({ ...line, ndc: line.ndc11 }, named),
  );
  const lines = found.flatMap((at, index): LineOnPage[] => {
    const line = typeof at === 'number' ? order.lines[at]?.line : undefined;
    const seen = page.lines[index];
    const isAlone = found.filter((other) => other === at).length === 1;
    return line && seen && isAlone ? [{ lineNumber: line.lineNumber, seen }] : [];
  });
  const known = found.filter((at) => at !== 'none').length;
  return { lines, unclear: known - lines.length };
}
