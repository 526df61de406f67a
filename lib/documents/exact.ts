import { CountersignError, schedules, type ScheduleOrNone } from '@/lib/base';

export function malformed(field: string, value: string): CountersignError {
  return new CountersignError('document/field-malformed', { field, value });
}

/** The value that `parse` makes of a field, where it stands in exactly the form in which it is written. */
export function exact<T extends string>(field: string, text: string, parse: (text: string) => T | null): T {
  const value = parse(text);
  if (value !== text) throw malformed(field, text);
  return value;
}

export function expectText(field: string, value: string, expected: string): void {
  if (value !== expected) throw malformed(field, value);
}

const FORMS = { whole: /^[1-9][0-9]{0,8}$/, decimal: /^(0|[1-9][0-9]{0,8})(\.[0-9]{1,4})?$/ } as const;

/** Plain decimal digits: no sign, exponent, grouping, leading zero or other script's digits (attacks.md 89). */
export function numeral(field: string, text: string, form: keyof typeof FORMS): number {
  const value = Number(text);
  if (!FORMS[form].test(text) || String(value) !== text) throw malformed(field, text);
  return value;
}

/** A schedule as our own documents write it. */
export function readSchedule(text: string): ScheduleOrNone | null {
  return ([...schedules, 'none'] as const).find((schedule) => schedule === text) ?? null;
}
