import type { DraftLine, OrderState, PageDifference } from '@/lib/order';
import type { SeenPage } from '@/lib/portal';

export interface PageLines {
  readonly page: Pick<SeenPage, 'kind' | 'missing'>;
  /** The page's lines as products. */
  readonly lines: readonly DraftLine[];
}

/** All of one product, in the order or on the page. */
interface Product {
  readonly line: DraftLine;
  /** Packages of it; null where one of its quantities can't be read. */
  readonly packages: number | null;
}

/**
 * In what a page that is about an order is unlike what was signed. What a page doesn't say, or says so that it can't be told
 * what product it means, is no difference; nor is less on a page of a shipment, where a line may have been cut.
 */
export function signedDifferences(
  { draft }: Pick<OrderState, 'draft'>,
  { page, lines }: PageLines,
): readonly PageDifference[] {
  const signed = products(draft.lines);
  const shown = products(lines);
  const isForm = page.kind === 'order-form';
  const isPlain = shown.every(({ line }) => signed.some((other) => isComparable(other.line, line)));
  const changed = signed.flatMap(({ line, packages }): PageDifference[] => {
    const here = shown.find((other) => isSame(line, other.line));
    if (!here)
      return isForm && isPlain && page.missing === null
        ? [{ what: 'missing', name: line.name, signed: packages, shown: null }]
        : [];
    if (here.packages === null || packages === null || here.packages === packages) return [];
    if (!isForm && here.packages < packages) return [];
    return [{ what: 'packages', name: line.name, signed: packages, shown: here.packages }];
  });
  const added = shown
    .filter(
      ({ line, packages }) =>
        isPlain &&
        packages !== 0 &&
        line.schedule !== 'none' &&
        !signed.some((other) => isSame(other.line, line)),
    )
    .map(({ line, packages }) => ({
      what: 'added' as const,
      name: line.name,
      signed: null,
      shown: packages,
    }));
  return [...changed, ...added];
}

/** How many of the order's products a page shows at all, and whether one of both holds nothing else. */
export function shareOfSigned({ draft }: Pick<OrderState, 'draft'>, lines: readonly DraftLine[]) {
  const signed = products(draft.lines);
  const shown = products(lines);
  const common = signed.filter(({ line }) => shown.some((other) => isSame(line, other.line))).length;
  return { common, signed: signed.length, shown: shown.length };
}

function products(lines: readonly DraftLine[]): readonly Product[] {
  const known: Product[] = [];
  for (const line of lines) {
    const at = known.findIndex((other) => isSame(other.line, line));
    const other = known[at];
    if (!other) known.push({ line, packages: line.packages });
    else
      known[at] = {
        line: other.line,
        packages: other.packages === null || line.packages === null ? null : other.packages + line.packages,
      };
  }
  return known;
}

function isSame(a: DraftLine, b: DraftLine): boolean {
  if (a.ndc11 !== null && b.ndc11 !== null) return a.ndc11 === b.ndc11;
  if (a.itemNumber !== null && b.itemNumber !== null) return a.itemNumber === b.itemNumber;
  return plain(a.name) === plain(b.name);
}

/** Whether it can be told if both are one product. */
function isComparable(a: DraftLine, b: DraftLine): boolean {
  return (
    (a.ndc11 !== null && b.ndc11 !== null) ||
    (a.itemNumber !== null && b.itemNumber !== null) ||
    plain(a.name) === plain(b.name)
  );
}

const plain = (name: string) => name.toLowerCase().replace(/\W+/g, ' ').trim();
