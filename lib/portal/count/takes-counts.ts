import type { PortalProfile } from '../profiles/profile';
import { rowsOf } from './rows-of';

const FIELD = 'input:not([type="checkbox"],[type="radio"],[type="hidden"]),select';

/** Whether a page has a receiving form: a field where received quantities stand, or where the supplier's profile says. */
export function takesCounts(document: Document, profile: PortalProfile | null): boolean {
  if (profile?.receiving?.quantity) return document.querySelector(FIELD) !== null;
  return rowsOf(document, profile).some(
    ({ received }) => received?.matches(FIELD) || received?.querySelector(FIELD),
  );
}
