import { CountersignError, limits, parseNdc, parseOrderNumber, type OrderNumber } from '@/lib/base';
import { malformed, numeral } from '../exact';
import { visibleText } from '../visible-text';
import { quantityOf } from '../x12/foreign';

/** Text of a field in single spaces, no longer than an order's fields may be; null where it is empty or absent. */
export function askedText(field: string, text: string | undefined): string | null {
  const value = visibleText(field, text);
  if (value !== null && value.length > limits.fieldMaxLength) throw malformed(field, value.slice(0, 60));
  return value;
}

export function required(field: string, text: string | null): string {
  if (text === null) throw new CountersignError('document/field-missing', { field });
  return text;
}

/** Whole packages, at least one (attacks.md 89). */
export function askedPackages(field: string, text: string | null): number {
  const packages = quantityOf(field, required(field, text));
  if (packages === null || packages < 1) throw malformed(field, text ?? '');
  return packages;
}

/** Units in one package, such as 100 tablets or 2.5 mL; null where the document leaves it open. */
export function askedSize(field: string, text: string | null): number | null {
  if (text === null) return null;
  const size = numeral(field, text, 'decimal');
  if (size <= 0 || size > limits.packageSizeMax) throw malformed(field, text);
  return size;
}

/** An NDC that can't be one would vanish from the order: it is refused. */
export function askedNdc(field: string, text: string | null): string | null {
  if (text !== null && parseNdc(text) === null) throw malformed(field, text);
  return text;
}

/** The tracking number that a text is, in exactly its form; null: it is another number. */
export function asOrderNumber(text: string | null): OrderNumber | null {
  const number = text === null ? null : parseOrderNumber(text);
  return number === text ? number : null;
}
