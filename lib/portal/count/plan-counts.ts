import type { SeenLine } from '../evidence';
import { matchLine, type NamedLine } from '../match-line';
import type { ColumnRule } from '../profiles/rules';
import type { CountToWrite, Missed, MissReason } from './counts';
import { inPageForm } from './date-form';
import { saysDate, saysPackages, valueForPackages } from './field-value';
import { fieldsByRule } from './fields-by-rule';
import { labelsOf } from './labels-of';
import { receivingFields, type ReceivingFields } from './receiving-fields';
import type { Field } from './write-field';

/** One line of the page, with the element that it was read from, and where its received quantity stands, if that is known. */
export interface SeenRow {
  readonly element: Element;
  readonly line: SeenLine;
  readonly received?: Element | undefined;
}

export interface ReceivingRules {
  readonly quantity?: ColumnRule;
  readonly date?: ColumnRule;
}

export interface ReceivingPage {
  readonly document: Document;
  /** What the page shows at this moment. */
  readonly rows: () => readonly SeenRow[];
  /** Where the supplier's profile says that counts go. */
  readonly rules: () => ReceivingRules | undefined;
}

/** One field to be written, and how it is known that the page took it. */
export interface Step extends Omit<Missed, 'why'> {
  readonly field: Field;
  readonly value: string;
  readonly isTaken: () => boolean;
}

export interface Plan {
  readonly steps: readonly Step[];
  readonly missed: readonly Missed[];
}

function nameOf({ line }: SeenRow): NamedLine {
  return {
    ndc: line.ndc?.text ?? null,
    itemNumber: line.itemNumber?.text ?? null,
    name: line.description?.text ?? null,
  };
}

/** The row that means this count, and no other count. */
function rowOf(count: CountToWrite, counts: readonly CountToWrite[], rows: readonly SeenRow[]) {
  const at = matchLine(count, rows.map(nameOf));
  const row = typeof at === 'number' ? rows[at] : undefined;
  if (!row) return at === 'several' ? 'several' : 'no-line';
  return matchLine(nameOf(row), counts) === counts.indexOf(count) ? row : 'several';
}

function theOne(fields: readonly Field[]): Field | MissReason {
  const [field, ...more] = fields;
  if (!field) return 'no-field';
  return more.length > 0 ? 'several' : field;
}

function fieldsOf({ element, received }: SeenRow, rules: ReceivingRules | undefined): ReceivingFields {
  const date = fieldsByRule(element, rules?.date);
  const fields = receivingFields(element, { quantity: fieldsByRule(element, rules?.quantity), date });
  return fields.quantity.length > 0 || !received
    ? fields
    : receivingFields(element, { quantity: within(received), date });
}

function within(place: Element): Field[] {
  return [place, ...place.querySelectorAll('*')].filter((one): one is Field =>
    /^(?:INPUT|SELECT)$/.test(one.tagName),
  );
}

function quantityStep({ lineNumber, packages }: CountToWrite, field: Field): Step | MissReason {
  const value = valueForPackages(field, packages);
  if (value === null) return 'no-field';
  return { lineNumber, what: 'line', field, value, isTaken: () => saysPackages(field, packages) };
}

function dateStep({ lineNumber, date }: CountToWrite & { readonly date: string }, field: Field): Step {
  const near = field.closest('tr,[role="row"],li,fieldset,form')?.textContent ?? '';
  const around = [near, field.ownerDocument.body.textContent ?? ''];
  const value = field.type === 'date' ? date : inPageForm(date, [...labelsOf(field), field.value], around);
  return { lineNumber, what: 'date', field, value, isTaken: () => saysDate(field, date, value) };
}

/** Which field of the page takes what; nothing is written yet. A line without a field for its quantity gets no day either. */
export function planCounts(page: ReceivingPage, counts: readonly CountToWrite[]): Plan {
  const steps: Step[] = [];
  const missed: Missed[] = [];
  const rows = page.rows();
  const undated: {
    readonly count: CountToWrite & { readonly date: string };
    readonly form: Field['form'];
  }[] = [];
  const take = ({ lineNumber }: CountToWrite, what: Missed['what'], step: Step | MissReason) => {
    if (typeof step === 'string') missed.push({ lineNumber, what, why: step });
    else steps.push(step);
    return typeof step !== 'string';
  };
  for (const count of counts) {
    const row = rowOf(count, counts, rows);
    const fields = typeof row === 'string' ? row : fieldsOf(row, page.rules());
    const quantity = typeof fields === 'string' ? fields : theOne(fields.quantity);
    const step = typeof quantity === 'string' ? quantity : quantityStep(count, quantity);
    if (!take(count, 'line', step) || typeof fields === 'string' || typeof quantity === 'string') continue;
    const { date } = count;
    if (date === null) continue;
    if (fields.date.length === 0) undated.push({ count: { ...count, date }, form: quantity.form });
    else {
      const field = theOne(fields.date);
      take(count, 'date', typeof field === 'string' ? field : dateStep({ ...count, date }, field));
    }
  }
  const [first] = undated;
  if (!first) return { steps, missed };
  const inRow = (field: Field) => rows.some(({ element }) => element.contains(field));
  const field = theOne(
    receivingFields(page.document).date.filter((one) => !inRow(one) && one.form === first.form),
  );
  // One day over the whole form says it of every line: written only where all of them came on it.
  const isSame = undated.every(({ count }) => count.date === first.count.date);
  if (typeof field !== 'string' && isSame) take(first.count, 'date', dateStep(first.count, field));
  else for (const { count } of undated) take(count, 'date', typeof field === 'string' ? field : 'several');
  return { steps, missed };
}
