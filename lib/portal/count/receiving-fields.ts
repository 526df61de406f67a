import { fieldsOfLabel } from '../detect/label';
import { labelsOf } from './labels-of';
import type { Field } from './write-field';

const TEXTS = new Set(['text', 'number', 'tel', 'search', 'date']);
const RECEIVED = /re?c(?:ei)?v|rc?vd|rec'?d|receipt/i;
const DAY = /date|\bdt\b|\bday\b|\bon\b/i;
/** What else a receiving form asks for; never written. */
const ELSE =
  /order(?:ed)?\b|ship|invoic|expir|\blot\b|serial|note|comment|reason|remark|ndc|damag|short|reject|return|initial|\bby\b|name|sign|pin\b|passw|attest/i;

/** `day`: a day, whatever of; `other`: certainly something else. */
type Kind = 'quantity' | 'date' | 'day' | 'other';

/** Null where the label doesn't say. */
function kindBy(label: string): Kind | null {
  const known = fieldsOfLabel(label);
  if (known.includes('received')) return 'quantity';
  if (known.includes('receivedDate')) return 'date';
  if (ELSE.test(label)) return 'other';
  if (RECEIVED.test(label)) return DAY.test(label) ? 'date' : 'quantity';
  if (known[0] === 'date') return 'day';
  return known.length > 0 && known[0] !== 'other' ? 'other' : null;
}

function kindOf(field: Field): Kind {
  for (const label of labelsOf(field)) {
    const kind = kindBy(label);
    if (kind === 'quantity' && field.type === 'date') return 'date';
    if (kind) return kind;
  }
  return field.type === 'date' ? 'day' : 'other';
}

/** Fields that are drawn, can be written, and are no ticks, buttons or secrets. */
function writable(within: ParentNode): Field[] {
  return [...within.querySelectorAll<Field>('input,select')].filter((field) => {
    if (field.disabled || (field.tagName === 'INPUT' && (field as HTMLInputElement).readOnly)) return false;
    if (field.tagName === 'INPUT' && !TEXTS.has(field.type)) return false;
    return typeof field.checkVisibility !== 'function' || field.checkVisibility({ visibilityProperty: true });
  });
}

/** Where a row, or a page, takes a received quantity and its day; more than one of a kind can't be told apart. */
export interface ReceivingFields {
  readonly quantity: readonly Field[];
  readonly date: readonly Field[];
}

/** `given`: fields that a supplier's profile names for this row. */
export function receivingFields(within: ParentNode, given: Partial<ReceivingFields> = {}): ReceivingFields {
  const fields = writable(within).map((field) => ({ field, kind: kindOf(field) }));
  const of = (kind: Kind) => fields.filter((one) => one.kind === kind).map(({ field }) => field);
  const usable = (named: readonly Field[] | undefined) =>
    named?.filter((field) => fields.some((one) => one.field === field)) ?? [];
  const [quantity, dates] = [of('quantity'), of('date')];
  const [givenQuantity, givenDate] = [usable(given.quantity), usable(given.date)];
  return {
    quantity: givenQuantity.length > 0 ? givenQuantity : quantity,
    // Beside a received quantity the one day that is asked for is when it came.
    date: givenDate.length > 0 ? givenDate : dates.length > 0 || quantity.length === 0 ? dates : of('day'),
  };
}
