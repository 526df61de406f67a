import { found } from './found';
import type { Found } from './found';
import type { Labelled } from './inline';
import type { Reader, Segment } from './reader';
import { csosNumbersIn } from './shape';

/** Said of an order that was placed before the one that the page is about. */
const EARLIER = /\b(?:last|previous|recent|prior|earlier)\b/i;

/**
 * The tracking number of the order that the page is about. Suppliers print it under many labels, the PO number among
 * them (portals.md); its own shape is what makes it one. A number under a CSOS label in another shape is doubtful; so is one
 * that is said to be of an earlier order, and one without a label of its own beside quantities that are still to be chosen.
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
  const ofAnother: Found[] = [];
  for (const value of stated) {
    const [number] = csosNumbersIn(value.text.replace(/(\d\dX) ?([A-Z0-9]{3}) ?([A-Z0-9]{3})\b/, '$1$2$3'));
    if (number && isEarlier(value, number, stream))
      ofAnother.push(found(number, value.label, 0.93, { doubt: 'guess' }));
    else if (number) return found(number, value.label, value.field === 'csosNumber' ? 0.98 : 0.93);
  }
  const anywhere = new Set(
    stream
      .filter((segment) => csosNumbersIn(segment.text).length > 0 && isShown(segment))
      .flatMap((segment) => csosNumbersIn(segment.text)),
  );
  const [only] = anywhere;
  if (only && anywhere.size === 1 && ofAnother.length === 0) {
    const isOther = stream.some(({ text }) => EARLIER.test(text) && csosNumbersIn(text).includes(only));
    const isForm = stream.some(({ editable, text }) => editable && /^\d{1,4}$/.test(text));
    return found(only, null, 0.85, { doubt: isOther || isForm ? 'guess' : null });
  }
  if (ofAnother[0]) return ofAnother[0];
  const odd = stated.find(
    (value) => value.field === 'csosNumber' && /^[\w-]{4,20}$/.test(value.text) && /\d/.test(value.text),
  );
  return odd ? found(odd.text, odd.label, 0.5) : null;
}

/** By its label, or by what stands right before it. */
function isEarlier({ label, element }: Labelled, number: string, stream: readonly Segment[]): boolean {
  const before = stream
    .filter((segment) => segment.element === element && segment.text.includes(number))
    .map(({ text }) => text.slice(0, text.indexOf(number)).slice(-40));
  return [label, ...before].some((words) => EARLIER.test(words));
}
