import { compareCrlNumbers } from '../crl/compare-crl-numbers';
import { baseScopeKey } from '../crl/crl-scope-key';
import type { ParsedCrl } from '../crl/parse-crl';

/** Whether `later` was issued after `earlier` in the same scope: by number, or by date where one has no number. */
export function follows(later: ParsedCrl, earlier: ParsedCrl): boolean {
  if (baseScopeKey(later) !== baseScopeKey(earlier)) return false;
  if (later.number === null || earlier.number === null) return later.thisUpdate > earlier.thisUpdate;
  return compareCrlNumbers(later.number, earlier.number) > 0 && later.thisUpdate >= earlier.thisUpdate;
}

/** Whether the delta list brings this complete list up to date (RFC 5280 5.2.4, 6.3.3 c). */
export function updates(delta: ParsedCrl, base: ParsedCrl): boolean {
  if (!delta.isDelta || base.isDelta || delta.baseNumber === null) return false;
  if (delta.number === null || base.number === null) return false;
  return follows(delta, base) && compareCrlNumbers(base.number, delta.baseNumber) >= 0;
}
