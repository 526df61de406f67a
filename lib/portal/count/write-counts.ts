import type { SeenLine } from '../evidence';
import { matchLine, type NamedLine } from '../match-line';
import type { ColumnRule } from '../profiles/rules';
import type { CountToWrite, CountsWritten, Missed, MissReason } from './counts';
import { inPageForm } from './date-form';
import { saysDate, saysPackages, valueForPackages } from './field-value';
import { fieldsByRule } from './fields-by-rule';
import { labelsOf } from './labels-of';
import { receivingFields, type ReceivingFields } from './receiving-fields';
import { sendsItself, writeField, type Field } from './write-field';

/** One line of the page, with the element that it was read from. */
export interface SeenRow {
  readonly element: Element;
  readonly line: SeenLine;
}

export interface CountingPage {
  readonly document: Document;
  /** What the page shows at this moment. */
  readonly rows: () => readonly SeenRow[];
  /** Where the supplier's profile says that counts go. */
  readonly rules?: { readonly quantity?: ColumnRule; readonly date?: ColumnRule } | undefined;
  /** Until the page's own scripts have answered. */
  readonly settle: () => Promise<void>;
}

/** A field that was written, what it showed before, and what it shows now. */
export interface Written {
  readonly field: Field;
  readonly earlier: string;
  readonly value: string;
}

interface Attempt extends Omit<Missed, 'why'> {
  readonly field: Field;
  readonly earlier: string;
  readonly says: (field: Field) => boolean;
}

function nameOf({ line }: SeenRow): NamedLine {
  return {
    ndc: line.ndc?.text ?? null,
    itemNumber: line.itemNumber?.text ?? null,
    name: line.description?.text ?? null,
  };
}

/** The row that means this count, and no other count. */
function rowOf(
  count: CountToWrite,
  counts: readonly CountToWrite[],
  rows: readonly SeenRow[],
): SeenRow | MissReason {
  const at = matchLine(count, rows.map(nameOf));
  if (at === 'none') return 'no-line';
  if (at === 'several') return 'several';
  const row = rows[at];
  if (!row) return 'no-line';
  return matchLine(nameOf(row), counts) === counts.indexOf(count) ? row : 'several';
}

function theOne(fields: readonly Field[]): Field | MissReason {
  const [field, ...more] = fields;
  if (!field) return 'no-field';
  return more.length > 0 ? 'several' : field;
}

/** Days as they stand around a field: those of its row first. */
function daysAround(field: Field): string[] {
  const near = field.closest('tr,[role="row"],li,fieldset,form')?.textContent ?? '';
  return [near, field.ownerDocument.body.textContent ?? ''];
}

/**
 * 21 CFR 1305.22(g) in the portal that holds the signed order: puts what a named person counted into its receiving form,
 * line by line, and reads it back. Ticks nothing, presses nothing; what the page didn't take shows again what it showed
 * before, and is told.
 */
export async function writeCounts(
  page: CountingPage,
  counts: readonly CountToWrite[],
): Promise<{ readonly outcome: CountsWritten; readonly written: readonly Written[] }> {
  const missed: Missed[] = [];
  const attempts: Attempt[] = [];
  const miss = (count: CountToWrite, what: Missed['what'], why: MissReason) =>
    missed.push({ lineNumber: count.lineNumber, what, why });

  const put = (
    count: CountToWrite,
    what: Missed['what'],
    field: Field | MissReason,
    value: string | null,
    says: Attempt['says'],
  ) => {
    if (typeof field === 'string') return miss(count, what, field);
    if (sendsItself(field)) return miss(count, what, 'sends');
    if (value === null) return miss(count, what, 'no-field');
    const earlier = field.value;
    const attempt = { lineNumber: count.lineNumber, what, field, earlier, says };
    if (writeField(field, value)) return attempts.push(attempt);
    writeField(field, earlier);
    return miss(count, what, 'sends');
  };

  const rows = page.rows();
  const undated: { readonly count: CountToWrite; readonly field: Field }[] = [];
  for (const count of counts) {
    const row = rowOf(count, counts, rows);
    if (typeof row === 'string') {
      miss(count, 'line', row);
      continue;
    }
    const fields = fieldsOf(row, page.rules);
    const quantity = theOne(fields.quantity);
    const value = typeof quantity === 'string' ? null : valueForPackages(quantity, count.packages);
    put(count, 'line', quantity, value, (field) => saysPackages(field, count.packages));
    if (count.date === null || typeof quantity === 'string') continue;
    if (fields.date.length === 0) undated.push({ count, field: quantity });
    else putDate(count, theOne(fields.date));
  }
  putPageDate();

  function putDate(count: CountToWrite, field: Field | MissReason): void {
    const date = count.date ?? '';
    const text = typeof field === 'string' ? '' : textFor(field, date);
    put(count, 'date', field, text, (one) => saysDate(one, date, text));
  }

  /** One day over the whole form: written where it is the same for all of it. */
  function putPageDate(): void {
    const [first] = undated;
    if (!first) return;
    const inRow = (field: Field) => rows.some(({ element }) => element.contains(field));
    const form = first.field.form;
    const field = theOne(
      receivingFields(page.document).date.filter((one) => !inRow(one) && one.form === form),
    );
    const isSame = undated.every(({ count }) => count.date === first.count.date);
    if (typeof field !== 'string' && isSame) putDate(first.count, field);
    else for (const { count } of undated) miss(count, 'date', typeof field === 'string' ? field : 'several');
  }

  await page.settle();
  const written: Written[] = [];
  for (const attempt of attempts) {
    const { field, earlier, says, lineNumber, what } = attempt;
    if (field.isConnected && says(field)) {
      written.push({ field, earlier, value: field.value });
      continue;
    }
    if (field.isConnected && field.value !== earlier) writeField(field, earlier);
    missed.push({ lineNumber, what, why: 'not-taken' });
  }
  const failed = new Set(missed.flatMap(({ lineNumber, what }) => (what === 'line' ? [lineNumber] : [])));
  const lines = counts.map(({ lineNumber }) => lineNumber).filter((line) => !failed.has(line));
  return { outcome: { lines, missed }, written };
}

function fieldsOf({ element }: SeenRow, rules: CountingPage['rules']): ReceivingFields {
  return receivingFields(element, {
    quantity: fieldsByRule(element, rules?.quantity),
    date: fieldsByRule(element, rules?.date),
  });
}

function textFor(field: Field, date: string): string {
  if (field.type === 'date') return date;
  return inPageForm(date, [...labelsOf(field), field.value], daysAround(field));
}
