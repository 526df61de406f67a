import type { OrderState } from '@/lib/order';
import { matchLine, type SeenLine, type SeenPage } from '@/lib/portal';
import { draftFromPage } from './draft';

/** What a page says of a line of the order, where it can be told which line it means. */
export interface LineOnPage {
  readonly lineNumber: number;
  readonly seen: SeenLine;
}

function saysOfGoods({ shipped, cut }: SeenLine): boolean {
  return shipped !== null || cut !== null;
}

/**
 * What a page says of the goods of an order's lines, told by NDC, then item number, then description. Two of either that
 * could be the same are left alone, and counted as unclear.
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
  const told = new Set(lines.map(({ seen }) => seen));
  // Of what says nothing of goods, nothing could have been recorded.
  const unclear = page.lines.filter(
    (seen, index) => found[index] !== 'none' && !told.has(seen) && saysOfGoods(seen),
  ).length;
  return { lines: lines.filter(({ seen }) => saysOfGoods(seen)), unclear };
}
