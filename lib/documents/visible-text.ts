import { CountersignError, limits } from '@/lib/base';
import { hasHiddenCharacters } from '@/lib/order';

/** Text of a supplier's document in single spaces; null where there is none. What hides something is refused (attacks.md 90). */
export function visibleText(field: string, text: string | undefined): string | null {
  const value = (text ?? '').replace(/[\t\r\n ]+/g, ' ').trim();
  if (hasHiddenCharacters(value)) throw new CountersignError('document/hidden-characters', { field });
  return value === '' ? null : value.slice(0, limits.statementMaxLength);
}
