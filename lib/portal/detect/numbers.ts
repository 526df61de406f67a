import { found } from './found';
import type { Found } from './found';
import type { Labelled } from './inline';
import type { Reader, Segment } from './reader';
import { csosNumbersIn } from './shape';

/**
 * The tracking number of the order that the page is about. Suppliers print it under many labels, the PO number among
 * them (portals.md); its own shape is what makes it one. A number under a CSOS label in another shape is doubtful.
 */
export function orderNumberOf(
  labelled: readonly Labelled[],
  stream: readonly Segment[],
  reader: Reader,
): Found | null {
  const isShown = (value: { readonly element: Element }) => reader.inked(value.element);
  const rank = { csosNumber: 0, poNumber: 1, orderNumber: 2 } as const;
  const stated = labelled
    .filter(
      (value): value is Labelled & { field: keyof typeof rank } => value.field in rank && isShown(value),
    )
    .sort((a, b) => rank[a.field] - rank[b.field]);
  for (const value of stated) {
    const [number] = csosNumbersIn(value.text.replace(/(\d\dX) ?([A-Z0-9]{3}) ?([A-Z0-9]{3})\b/, '$1$2$3'));
    if (number) return found(number, value.label, value.field === 'csosNumber' ? 0.98 : 0.93);
  }
  const anywhere = new Set(
    stream
      .filter((segment) => csosNumbersIn(segment.text).length > 0 && isShown(segment))
      .flatMap((segment) => csosNumbersIn(segment.text)),
  );
  const [only] = anywhere;
  if (only && anywhere.size === 1) return found(only, null, 0.85);
  const odd = stated.find(
    (value) => value.field === 'csosNumber' && /^[\w-]{4,20}$/.test(value.text) && /\d/.test(value.text),
  );
  return odd ? found(odd.text, odd.label, 0.5) : null;
}
