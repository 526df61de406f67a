import { controlName } from './control';
import { found } from './found';
import type { Values } from './found';
import { fold } from './fold';
import { fieldsOfLabel } from './label';
import type { Field } from './label';
import { partsOf } from './parts-of';
import type { Reader, Segment } from './reader';
import { fit, ndcIn, plainNdcIn, scheduleIn } from './shape';

/** "NDC: 00406-8552-01", "CSOS ID - 26X100208", "NDC 00406-8552-01", "Item # 123". */
const LABELLED = /^([A-Za-z][\w /#.&-]{0,40}?(?::|\s#|\s[-–—](?=\s)|#(?=\s|\d)))\s*(.+)$/;
const PREFIXED =
  /^(NDC(?: (?:Number|No\.?|Code))?(?: ?#)?|CSOS(?: ID| #)?|(?:Invoice|Ship|Order) (?:No\.?|Date)|PO ?#?|DEA(?: #)?|(?:Item|Catalog)(?: ?#| No\.?| Number)?|CIN|SKU|(?:Order(?:ed)? )?(?:Qty|Quantity)(?: Ordered)?|No\. of Packages|(?:Pkg|Pack(?:age)?|Unit|Bottle)\.? Size|Size(?: of Package)?|Pkg|Pack|(?:DEA )?Sch(?:edule)?|Strength|Status)\s+#?:?\s*(\S.*)$/i;

/** Texts without any of these hold no labelled value. */
const MARKED =
  /[:#]|\s[-–—]\s|\b(?:NDC|CSOS|No\.?|Number|Code|Date|PO|DEA|Item|Catalog|CIN|SKU|Qty|Quantity|Ordered|Size|Packages?|Pkg|Pack|Sch|Schedule|Strength|Status)\s/i;

const MAX_RUN = 12;

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
  return partsOf(segment.text).flatMap((part) => {
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
    if (segment.editable) {
      all.push(...namedControl(segment));
      continue;
    }
    const run = pairedRun(segments, i);
    if (run) {
      all.push(...run.pairs);
      i += run.length - 1;
      continue;
    }
    const candidates = scheduleIn(segment.text) === segment.text ? [] : fieldsOfLabel(segment.text);
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
    if (!field) continue;
    all.push({
      label: segment.text,
      field,
      text: next.text,
      element: next.element,
      editable: next.editable,
    });
    if (next.editable) i++;
  }
  return all;
}

/** A control that no text before it names goes by its own name. */
function namedControl(segment: Segment): readonly Labelled[] {
  const label = controlName(segment.element);
  const field = choose(fieldsOfLabel(label), segment.text);
  return field ? [{ label, field, text: segment.text, element: segment.element, editable: true }] : [];
}

/** A value without the label that its own text repeats: "Qty: 3" is 3. */
export function unlabelled(text: string, field: Field, heading: string | null = null): string {
  const match = LABELLED.exec(text) ?? PREFIXED.exec(text);
  if (!match) return text;
  const label = match[1] ?? '';
  const isSame =
    heading !== null && fold(heading).toLowerCase() === label.replace(/[:#\s]+$/, '').toLowerCase();
  return isSame || fieldsOfLabel(label).includes(field) ? (match[2] ?? '').replace(/^[:#\s]+/, '') : text;
}

/** Several labels, then as many values: a row of headings over a row of values without a grid around them. */
function pairedRun(
  segments: readonly Segment[],
  from: number,
): { readonly pairs: readonly Labelled[]; readonly length: number } | null {
  let count = 0;
  while (count < MAX_RUN && isLabel(segments[from + count])) count++;
  if (count < 3) return null;
  const values = segments.slice(from + count, from + 2 * count);
  if (values.length < count || values.some(isLabel)) return null;
  const pairs = values.flatMap((value, i): Labelled[] => {
    const label = segments[from + i]?.text ?? '';
    const field = fieldsOfLabel(label).find((one) => fit(one, value.text) >= 0.5);
    return field ? [{ ...value, label, field }] : [];
  });
  return pairs.length >= count - 1 ? { pairs, length: 2 * count } : null;
}

function isLabel(segment: Segment | undefined): boolean {
  return (
    segment !== undefined &&
    !segment.editable &&
    fieldsOfLabel(segment.text).length > 0 &&
    scheduleIn(segment.text) !== segment.text
  );
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
export function addInline(values: Values, segments: readonly Segment[], reader: Reader): void {
  for (const { field, label, text, element, editable } of labelledValues(segments)) {
    if (values.has(field) || field === 'other' || !reader.inked(element)) continue;
    const isOdd = text !== '' && fit(field, text) < 0.5;
    const doubt = isOdd ? 'shape' : reader.redrawn(element) ? 'drawn' : null;
    const exact = field === 'ndc' ? (ndcIn(text) ?? text) : text;
    values.set(field, found(exact, label, 0.92, { element, editable, doubt }));
  }
  for (const { text, element } of segments) {
    const ndc = values.has('ndc') ? null : plainNdcIn(text);
    if (ndc && reader.inked(element)) values.set('ndc', found(ndc, null, 0.9, { element }));
    const schedule = values.has('schedule') ? null : scheduleIn(text);
    if (schedule) values.set('schedule', found(schedule, null, text === schedule ? 0.9 : 0.85, { element }));
  }
}

/** The stretch that names the product: the first with words that is neither a labelled value nor a badge. */
export function descriptionIn(segments: readonly Segment[]): string | null {
  const plain = segments
    .filter((segment) => !segment.editable)
    .flatMap((segment) => said(segment.text).map((text) => ({ ...segment, text })))
    .filter(
      (part) =>
        /[a-z]{3}/i.test(part.text) &&
        labelledIn(part).length === 0 &&
        fieldsOfLabel(part.text).length === 0 &&
        scheduleIn(part.text) !== part.text,
    )
    .map(({ text }) => text.replace(/\s*[([,;:–-]+$/, ''));
  return plain.find((text) => text.length >= 5) ?? plain[0] ?? null;
}

/** A text in its parts, where one of them is more than words: "Oxycodone; Acetaminophen" stays whole. */
function said(text: string): readonly string[] {
  const parts = partsOf(text);
  const isDivided = parts.some(
    (part) =>
      LABELLED.test(part) || PREFIXED.test(part) || scheduleIn(part) === part || plainNdcIn(part) === part,
  );
  return parts.length > 1 && (isDivided || /[|·•]/.test(text)) ? parts : [text];
}
