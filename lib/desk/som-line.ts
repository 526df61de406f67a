import { baseMgOf, unitsOf, type Contradiction, type Product } from '@/lib/drugs';
import { isPackages, type DraftLine } from '@/lib/order';
import type { SomGap, SomLine } from '@/lib/som';

/** Two sources differ about how much it is, or of what. */
const OF_AMOUNT: readonly Contradiction[] = ['substance', 'strength', 'packageSize'];

/**
 * A line as it is compared; none where page and table alike know it as not controlled, or a person or the NDC directory
 * says so. A page's word alone takes no line out. What can't be right is a gap even where a number could be worked out: it
 * may warn, and never reassures.
 */
export function somLine(line: DraftLine, product: Product): SomLine[] {
  if (product.substance === null && (line.schedule === 'none' || product.schedule === 'none')) return [];
  const { packages } = line;
  const baseMg = packages === null ? null : baseMgOf(product, packages);
  return [
    {
      lineNumber: line.lineNumber,
      substanceCode: product.substance?.code ?? null,
      substanceName: product.substance?.name ?? null,
      baseMg,
      units: packages === null ? null : unitsOf(product, packages),
      strengthMg: product.strengthMg,
      packageSize: product.packageSize,
      gap: gapOf(line, product, baseMg),
    },
  ];
}

function gapOf({ packages }: DraftLine, product: Product, baseMg: number | null): SomGap | null {
  if (product.contradictions.some((field) => OF_AMOUNT.includes(field))) return 'contradiction';
  if (product.substance === null) return 'product';
  if (product.strengthMg === null) return 'strength';
  if (product.packageSize === null) return 'packageSize';
  if (packages === null || !isPackages(packages)) return 'packages';
  return baseMg === null ? 'product' : null;
}
