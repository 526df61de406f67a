import type { DraftLine } from '@/lib/order';

/** The same products in the same number of packages, whatever their order. */
export function sameLines(a: readonly DraftLine[], b: readonly DraftLine[]): boolean {
  const key = (lines: readonly DraftLine[]) =>
    lines
      .map(({ ndc11, name, packages }) => `${ndc11 ?? name}×${packages}`)
      .sort()
      .join('\n');
  return key(a) === key(b);
}
