import { limits, parseOrderNumber, parsePlainDate } from '@/lib/base';
import type { OrderEvents, ReceivedLine } from '@/lib/order';
import { detailsOf, noDetails, readDetails, type Details } from '../../receive/line-details';

export type Payload = NonNullable<OrderEvents['order.corrected']['replacement']>;

/** Everything that some record says and a person can set right, as text; what a record doesn't say is left as it is. */
export interface CorrectionText {
  readonly quantities: Readonly<Record<number, string>>;
  readonly date: string;
  readonly words: string;
  readonly note: string;
  readonly number: string;
  readonly countedBy: string;
  /** Empty: nobody. */
  readonly verifiedBy: string;
  /** Problems and lots, by line number. */
  readonly details: Details;
  readonly lines: string;
}

export type CorrectionField = keyof CorrectionText;

/** Which of a record's values can be set right, by its type; a record without any can only be withdrawn. */
const fieldsByType: Readonly<Record<string, readonly CorrectionField[]>> = {
  'order.numbered': ['number'],
  'order.not-accepted': ['words'],
  'order.shipped': ['quantities', 'date'],
  'order.received': ['quantities', 'details', 'date', 'countedBy', 'verifiedBy', 'note'],
  'order.voided': ['lines', 'words', 'date'],
  'order.cancelled': ['words', 'date'],
  'order.lost': ['words', 'date'],
  'order.turned-up': ['date', 'note'],
  'order.statement-linked': ['words'],
};

export function correctionFields(type: string): readonly CorrectionField[] {
  return fieldsByType[type] ?? [];
}

/** Of any record: the members that some records have. */
interface Loose {
  readonly lines?: readonly ReceivedLine[] | readonly number[] | null;
  readonly date?: string | null;
  readonly statement?: string | { readonly text: string; readonly date: string };
  readonly note?: string | null;
  readonly number?: string;
  readonly countedBy?: string;
  readonly verifiedBy?: string | null;
}

/** What counts now, as a correction begins with it. */
export function textOfPayload(payload: Payload): CorrectionText {
  const { lines, date, statement, note, number, countedBy, verifiedBy } = payload as Loose;
  const counted = (lines ?? []).filter((line): line is ReceivedLine => typeof line === 'object');
  const numbers = (lines ?? []).filter((line) => typeof line === 'number');
  const isLetter = typeof statement === 'object';
  return {
    quantities: Object.fromEntries(counted.map(({ lineNumber, packages }) => [lineNumber, String(packages)])),
    date: (isLetter ? statement.date : date) ?? '',
    words: (isLetter ? statement.text : statement) ?? '',
    note: note ?? '',
    number: number ?? '',
    countedBy: countedBy ?? '',
    verifiedBy: verifiedBy ?? '',
    details: Object.fromEntries(counted.map((line) => [line.lineNumber, detailsOf(line)])),
    lines: numbers.join(', '),
  };
}

/** Whole packages, no more than an order may have. */
function readCount(text: string): number | null {
  return /^\d{1,9}$/.test(text) && Number(text) <= limits.packagesMax ? Number(text) : null;
}

/** A line as it was, where nothing was typed of it; else what was typed. Null where a lot can't be read. */
function readLineDetails(
  line: ReceivedLine | undefined,
  typed: Details[number] = noDetails,
): Partial<ReceivedLine> | null {
  const before = line ? detailsOf(line) : noDetails;
  return JSON.stringify(before) === JSON.stringify(typed) ? (line ?? {}) : readDetails(typed);
}

/** A record with the values that were typed, everything else of it kept; null where one of them can't be read. */
export function readCorrection(type: string, payload: Payload, text: CorrectionText): Payload | null {
  const fields = correctionFields(type);
  const old = payload as Loose;
  const next: Record<string, unknown> = { ...payload };
  if (fields.includes('quantities')) {
    const before = (old.lines ?? []).filter((line): line is ReceivedLine => typeof line === 'object');
    const typed = Object.entries(text.quantities).filter(([, count]) => count.trim() !== '');
    if (typed.length === 0) return null;
    const hasDetails = fields.includes('details');
    const lines = typed.map(([number, count]) => {
      const line = before.find(({ lineNumber }) => lineNumber === Number(number));
      const details = hasDetails ? readLineDetails(line, text.details[Number(number)]) : line;
      const packages = readCount(count.trim());
      return details !== null && packages !== null
        ? { ...details, lineNumber: Number(number), packages }
        : null;
    });
    if (lines.includes(null)) return null;
    next.lines = lines;
  }
  if (fields.includes('lines')) {
    const typed = text.lines.split(',').map((line) => line.trim());
    const isWhole = text.lines.trim() === '';
    if (!isWhole && typed.some((line) => !/^[1-9]\d{0,3}$/.test(line))) return null;
    next.lines = isWhole ? null : typed.map(Number);
  }
  const isLetter = typeof old.statement === 'object';
  if (fields.includes('date')) {
    const date = parsePlainDate(text.date);
    // Only what may say no day may be left without one: a page that showed goods as shipped, a notice of void.
    const mayBeEmpty = text.date === '' && (type === 'order.shipped' || type === 'order.voided');
    if (date === null && !mayBeEmpty) return null;
    if (!isLetter) next.date = date;
  }
  if (fields.includes('words')) {
    const words = text.words.trim();
    if (words === '') return null;
    next.statement = isLetter ? { ...(old.statement as object), text: words, date: text.date } : words;
  }
  if (fields.includes('note')) next.note = text.note.trim() || null;
  if (fields.includes('countedBy')) next.countedBy = text.countedBy;
  if (fields.includes('verifiedBy') && text.verifiedBy !== (old.verifiedBy ?? ''))
    next.verifiedBy = text.verifiedBy === '' ? null : text.verifiedBy;
  if (fields.includes('number')) {
    const number = parseOrderNumber(text.number);
    if (number === null) return null;
    next.number = number;
  }
  // Built of a payload of this type, member by member; the desk reads it by its schema once more.
  return next as unknown as Payload;
}
