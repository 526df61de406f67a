import { found } from './found';
import type { Values } from './found';
import { fieldsOfLabel } from './label';
import type { Field } from './label';
import type { Segment } from './reader';
import { fit, plainNdcIn, scheduleIn } from './shape';

/** "NDC: 00406-8552-01", "CSOS ID - 26X100208", "NDC 00406-8552-01", "Item # 123". */
const LABELLED = /^([A-Za-z][\w /#.&-]{0,40}?(?::|\s#|\s[-–—](?=\s)|#(?=\s|\d)))\s*(.+)$/;
const PREFIXED =
  /^(NDC|CSOS(?: ID| #)?|PO ?#?|DEA(?: #)?|Item(?: #)?|CIN|SKU|Qty|Quantity|Size|Pkg|Pack(?: size)?|Strength)\s+#?:?\s*(\S.*)$/i;

/** Texts without any of these hold no labelled value. */
const MARKED = /[:#]|\s[-–—]\s|\b(?:NDC|CSOS|PO|DEA|Item|CIN|SKU|Qty|Quantity|Size|Pkg|Pack|Strength)\s/i;

export interface Labelled {
  readonly label: string;
  readonly field: Field;
  readonly text: string;
  readonly element: Element;
  readonly editable: boolean;
}

/** Reads "label: value" out of one stretch of text; several may stand on one line, divided by bars or dots. */
export function labelledIn(segment: Segment): readonly Labelled[] {
  if (!MARKED.test(segment.text)) return [];
  return segment.text.split(/\s*[|·•;]\s*|\s{0,1},\s(?=(?:NDC|Item|DEA|CIN|Qty|PO)\b)/).flatMap((part) => {
    const match = LABELLED.exec(part) ?? PREFIXED.exec(part);
    if (!match) return [];
    const label = match[1] ?? '';
    const text = (match[2] ?? '').replace(/^[:#\s]+/, '');
    const field = choose(fieldsOfLabel(label), text);
    return field ? [{ label, field, text, element: segment.element, editable: segment.editable }] : [];
  });
}

/**
 * Labelled values of a run of segments: a segment that is only a label takes the next one for its value (`dt`/`dd`,
 * `label` and field, two table cells), unless that is a label itself.
 */
export function labelledValues(segments: readonly Segment[]): readonly Labelled[] {
  const all: Labelled[] = [];
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i] as Segment;
    const candidates = segment.editable ? [] : fieldsOfLabel(segment.text);
    if (candidates.length === 0) {
      all.push(...labelledIn(segment));
      continue;
    }
    const next = segments[i + 1];
    if (
      !next ||
      (!next.editable && fieldsOfLabel(next.text).length > 0 && !isStateWord(candidates, next.text))
    )
      continue;
    const field = choose(candidates, next.text);
    if (field)
      all.push({
        label: segment.text,
        field,
        text: next.text,
        element: next.element,
        editable: next.editable,
      });
  }
  return all;
}

/** "Shipped" heads a column elsewhere; after "Status" it is the answer. */
function isStateWord(candidates: readonly Field[], text: string): boolean {
  return candidates.includes('state') && /^[a-z]+(?:ed|ing)$/i.test(text);
}

function choose(candidates: readonly Field[], text: string): Field | null {
  return (
    candidates.find((field) => fit(field, text) >= 0.5) ?? (text === '' ? (candidates[0] ?? null) : null)
  );
}

/** Adds what the segments of one line say beside its columns: labelled values, then badges and bare NDCs. */
export function addInline(values: Values, segments: readonly Segment[]): void {
  for (const { field, label, text, editable } of labelledValues(segments)) {
    if (!values.has(field) && field !== 'other') values.set(field, found(text, label, 0.92, editable));
  }
  for (const { text } of segments) {
    const ndc = values.has('ndc') ? null : plainNdcIn(text);
    if (ndc) values.set('ndc', found(ndc, null, 0.9));
    const schedule = values.has('schedule') ? null : scheduleIn(text);
    if (schedule) values.set('schedule', found(schedule, null, text === schedule ? 0.9 : 0.85));
  }
}

/** The stretch that names the product: the first with words that is neither a labelled value nor a badge. */
export function descriptionIn(segments: readonly Segment[]): string | null {
  const plain = segments.filter(
    (segment) =>
      !segment.editable &&
      /[a-z]{3}/i.test(segment.text) &&
      labelledIn(segment).length === 0 &&
      fieldsOfLabel(segment.text).length === 0 &&
      scheduleIn(segment.text) !== segment.text,
  );
  return plain.find(({ text }) => text.length >= 5)?.text ?? plain[0]?.text ?? null;
}
