import type { DraftLine, LineState } from '@/lib/order';

/** What was ordered and neither shipped nor came, by line; what the supplier voided wasn't to come. */
export function neverShipped(
  lines: readonly LineState[],
): readonly { readonly line: DraftLine; readonly count: number }[] {
  return lines.flatMap(({ line, ordered, shipped, received, voided }) => {
    const count = voided ? 0 : ordered - Math.max(shipped ?? 0, received);
    return count > 0 ? [{ line, count }] : [];
  });
}
