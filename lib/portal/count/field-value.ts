import { parsePackages } from '../packages';
import { inPageForm } from './date-form';
import type { Field } from './write-field';

/** The value that a field must have to say this many packages; null where it has none to choose, or several. */
export function valueForPackages(field: Field, packages: number): string | null {
  if (field.tagName !== 'SELECT') return String(packages);
  const options = [...(field as HTMLSelectElement).options].filter(
    (option) => !option.disabled && parsePackages(option.text) === packages,
  );
  const [only, ...more] = options;
  return only && more.length === 0 ? only.value : null;
}

/** What a field says now, as a person reads it. */
function textOf(field: Field): string {
  return field.tagName === 'SELECT'
    ? ((field as HTMLSelectElement).selectedOptions[0]?.text ?? '')
    : field.value;
}

export function saysPackages(field: Field, packages: number): boolean {
  return parsePackages(textOf(field)) === packages && field.validity.valid;
}

/** The day, as it was written or in any form that the page made of it. */
export function saysDate(field: Field, date: string, written: string): boolean {
  const value = textOf(field).trim();
  const same = inPageForm(date, [], [value]);
  return (value === written || value.toUpperCase() === same.toUpperCase()) && field.validity.valid;
}
