import { parseNdc, parsePlainDate, parseSchedule, type PlainDate } from '@/lib/base';
import type { BesideKind, BesideLine, BesideRecord } from '@/lib/order';

/** A line as it is typed. */
export interface LineText {
  readonly name: string;
  readonly ndc: string;
  readonly schedule: string;
  readonly packageSize: string;
  readonly packages: string;
  readonly looseUnits: string;
}

export interface RecordText {
  readonly date: string;
  readonly otherName: string;
  readonly otherDea: string;
  readonly reference: string;
  readonly note: string;
  readonly lines: readonly LineText[];
}

export type RecordFields = Omit<BesideRecord, 'id' | 'registrant'>;

export const emptyLine: LineText = {
  name: '',
  ndc: '',
  schedule: '',
  packageSize: '',
  packages: '',
  looseUnits: '',
};

/** `12`, `1,200`, `2.5`; NaN for what isn't plainly a number, so that it is refused and not guessed. Empty is 0. */
function numberOf(text: string): number {
  const value = text.trim().replace(/(?<=\d),(?=\d{3}\b)/g, '');
  if (value === '') return 0;
  return /^(0|[1-9]\d*)(\.\d{1,4})?$/.test(value) ? Number(value) : Number.NaN;
}

function readLine(text: LineText, index: number): BesideLine {
  const ndc = text.ndc.trim();
  return {
    lineNumber: index + 1,
    name: text.name.trim(),
    // What can't be brought to 11 digits is handed on as typed, and refused by name.
    ndc11: ndc === '' ? null : (parseNdc(ndc) ?? (ndc as BesideLine['ndc11'])),
    strength: null,
    schedule: parseSchedule(text.schedule),
    packageSize: text.packageSize.trim() === '' ? null : numberOf(text.packageSize),
    packages: numberOf(text.packages),
    looseUnits: numberOf(text.looseUnits),
  };
}

/** What was typed, as a record; null while there is no date. Lines left wholly empty aren't lines. */
export function readRecord(kind: BesideKind, text: RecordText): RecordFields | null {
  const date = parsePlainDate(text.date);
  if (date === null) return null;
  const lines = text.lines.filter((line) => Object.values(line).some((value: string) => value.trim() !== ''));
  const name = text.otherName.trim();
  const deaNumber = text.otherDea.trim() || null;
  return {
    kind,
    date,
    other: kind === 'loss' || (name === '' && deaNumber === null) ? null : { name, deaNumber },
    reference: text.reference.trim() || null,
    lines: lines.map(readLine),
    note: text.note.trim() || null,
    files: [],
  };
}

/** A record as it would be typed, for correcting it. */
export function textOfRecord(record: RecordFields): RecordText {
  return {
    date: record.date,
    otherName: record.other?.name ?? '',
    otherDea: record.other?.deaNumber ?? '',
    reference: record.reference ?? '',
    note: record.note ?? '',
    lines: record.lines.map((line) => ({
      name: line.name,
      ndc: line.ndc11 ?? '',
      schedule: line.schedule ?? '',
      packageSize: line.packageSize === null ? '' : String(line.packageSize),
      packages: line.packages === 0 ? '' : String(line.packages),
      looseUnits: line.looseUnits === 0 ? '' : String(line.looseUnits),
    })),
  };
}

export function emptyRecord(today: PlainDate): RecordText {
  return { date: today, otherName: '', otherDea: '', reference: '', note: '', lines: [emptyLine] };
}
