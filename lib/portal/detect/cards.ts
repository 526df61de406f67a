import { controlName } from './control';
import { found } from './found';
import type { Values } from './found';
import { addInline, descriptionIn, labelledIn } from './inline';
import { fieldsOfLabel } from './label';
import type { LineValues } from './lines';
import type { Reader, Segment } from './reader';
import { addSize } from './said-size';
import { fit, isDrugText, plainNdcIn } from './shape';

const HEADING = 'h1,h2,h3,h4,h5,h6,strong,b,a,[class*="name"],[class*="title"]';
/** Headings of pages, over the one product that they are about. */
const ABOUT_ORDER = /\b(?:order|cart|basket|check ?out|requisition|purchase|shipment)\b/i;
/** "2 x Oxycodone 5 mg": how mails and receipts say how many. */
const TIMES = /^(\d{1,4}) ?[x×] (?=[a-z]{3})/i;
/** "3 bottles of 100". */
const OF = /\b(\d{1,4}) (?:bottles?|packages?|pkgs?|packs?|boxes|box|btls?|cartons?) of (\d[\d,]*)\b/i;

/** Reads a card: labelled values, its controls, its badges, and its first words for a name. */
export function cardLine(record: Element, reader: Reader, name: string): LineValues {
  const headings = [...record.querySelectorAll(HEADING)]
    .slice(0, 20)
    .filter(
      (element) =>
        reader.legible(element) &&
        descriptionIn(reader.segments(element)) !== null &&
        !ABOUT_ORDER.test(element.textContent ?? '') &&
        !plainNdcIn(element.textContent ?? ''),
    );
  const heading = headings.find((element) => isDrugText(element.textContent ?? '')) ?? headings[0];
  return cardOf(record, reader.segments(record), reader, name, heading);
}

/** Reads a run of segments as one card. */
export function cardOf(
  element: Element,
  whole: readonly Segment[],
  reader: Reader,
  name: string,
  heading?: Element,
): LineValues {
  const segments = whole.flatMap(divide);
  const values: Values = new Map();
  addInline(values, segments, reader);
  if (!values.has('description')) {
    const drug = segments.find(({ text, editable }) => !editable && isDrugText(text));
    const text =
      (heading && descriptionIn(reader.segments(heading))) ??
      (drug && descriptionIn([drug])) ??
      descriptionIn(segments);
    if (text)
      values.set(
        'description',
        found(text, null, heading ? 0.9 : 0.85, { element: heading ?? drug?.element ?? null }),
      );
  }
  if (!values.has('packages')) addQuantity(values, segments, reader);
  addSize(values, segments, reader);
  for (const [field, value] of values)
    values.set(field, { ...value, where: `${name}${value.label ? `, beside “${value.label}”` : ''}` });
  return { values, element };
}

function addQuantity(values: Values, segments: readonly Segment[], reader: Reader): void {
  const controls = segments.filter(
    (segment) => segment.editable && (segment.text === '' || fit('packages', segment.text) === 1),
  );
  const named = segments.find(
    (segment) =>
      fit('packages', segment.text) === 1 &&
      reader.inked(segment.element) &&
      /qty|quantity|stepper/i.test(surroundings(segment.element)),
  );
  const [only] = controls;
  if (only && controls.length === 1) {
    values.set('packages', found(only.text, null, 0.85, { element: only.element, editable: true }));
    return;
  }
  if (named) {
    values.set(
      'packages',
      found(named.text, null, 0.85, { element: named.element, editable: named.editable }),
    );
    return;
  }
  for (const { text, element, editable } of segments) {
    if (editable) continue;
    const of = OF.exec(text);
    if (of) {
      values.set('packages', found(of[1] as string, null, 0.85, { element }));
      if (!values.has('packageSize'))
        values.set('packageSize', found(of[2] as string, null, 0.85, { element }));
      return;
    }
    const times = TIMES.exec(text);
    if (!times) continue;
    values.set('packages', found(times[1] as string, null, 0.7, { element, doubt: 'guess' }));
    const named = values.get('description');
    if (named?.text.startsWith(times[0]))
      values.set('description', { ...named, text: named.text.slice(times[0].length) });
    return;
  }
}

/** What an element and the boxes right around it are called: a stepper's number has no label of its own. */
function surroundings(element: Element): string {
  let said = '';
  for (let up: Element | null = element, level = 0; up && level < 3; up = up.parentElement, level++)
    said += ` ${up.getAttribute('aria-label') ?? ''} ${up.getAttribute('class') ?? ''} ${up.id}`;
  return said;
}

/** "NDC 00406-8552-01 · Qty: 3" says two things. */
function divide(segment: Segment): readonly Segment[] {
  if (segment.editable) return [segment];
  return segment.text
    .split(/\s*[|·•]\s*/)
    .filter(Boolean)
    .map((text) => ({ ...segment, text }));
}

/**
 * The one product of a page that has no list: the box around it that also holds the one field for an amount. Null where
 * there are several, or none, so that nothing says which is meant.
 */
export function onlyCard(anchor: Element, reader: Reader): Element | null {
  for (let up: Element | null = anchor; up && up.tagName !== 'HTML'; up = up.parentElement) {
    const fields = reader
      .segments(up)
      .filter(
        ({ editable, text, element }) =>
          editable && isAmountField(element) && (text === '' || fit('packages', text) === 1),
      );
    if (fields.length === 1) return up;
    if (fields.length > 1) return null;
  }
  return null;
}

function isAmountField(element: Element): boolean {
  const name = `${controlName(element)} ${surroundings(element)}`;
  return (
    !/search|find|e-?mail|zip|phone/i.test(name) &&
    (element.tagName === 'SELECT' || /number|text|tel|^$/.test((element as HTMLInputElement).type ?? ''))
  );
}

/** Lines that stand one after the other in one box, without boxes of their own; null where they can't be told apart. */
export function runsIn(container: Element, reader: Reader): readonly (readonly Segment[])[] | null {
  const segments = reader.segments(container);
  const anchors = segments.flatMap(({ text }, i) => (plainNdcIn(text) ? [i] : []));
  if (anchors.length < 2) return null;
  let ahead = 0;
  while (
    ahead < 6 &&
    anchors.every((at, i) => at - ahead - 1 > (i === 0 ? -1 : (anchors[i - 1] as number)))
  ) {
    const kinds = new Set(anchors.map((at) => signature(segments[at - ahead - 1] as Segment)));
    if (kinds.size > 1) break;
    ahead++;
  }
  const longest = Math.max(...anchors.slice(1).map((at, i) => at - (anchors[i] as number)));
  return anchors.map((at, i) => {
    const end = anchors[i + 1];
    return segments.slice(at - ahead, end === undefined ? at - ahead + longest : end - ahead);
  });
}

/** What kind of thing a segment is, to see a repeating pattern. */
function signature(segment: Segment): string {
  const { text, element, editable } = segment;
  if (editable) return 'control';
  const what =
    fieldsOfLabel(text).join() ||
    labelledIn(segment)
      .map(({ field }) => field)
      .join() ||
    (isDrugText(text) ? 'drug' : /^\d+$/.test(text) ? 'number' : 'words');
  return `${element.tagName} ${what}`;
}
