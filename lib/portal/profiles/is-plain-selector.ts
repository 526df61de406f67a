import { limits } from '@/lib/base/light';

/** More than a column of any portal needs. */
const MOST_STEPS = 20;
/** Each of these makes a browser look through whole parts of a page again, for every element it asks about. */
const MOST_WIDE = 3;
const QUOTED = /\\.|"[^"]*"|'[^']*'|\[[^\]]*\]/g;

/**
 * Whether a selector is cheap on any page. Profiles come from files and policies: one with `:has()`, or with many open
 * steps, could hold a page for minutes and finds nothing here.
 */
export function isPlainSelector(selector: string): boolean {
  if (selector.length > limits.fieldMaxLength) return false;
  const bare = selector.replace(QUOTED, 'q');
  if (/:has\(|:nth-[\w-]*\([^)]*\bof\b/i.test(bare)) return false;
  const wide = bare.match(/[*~]/g)?.length ?? 0;
  const steps = bare.trim().match(/\s*[>+~]\s*|\s+/g)?.length ?? 0;
  return wide <= MOST_WIDE && steps <= MOST_STEPS;
}
