import { limits, type Fault } from '@/lib/base';
import type { LineState, ReceivedLine } from '@/lib/order';
import { hasDetails, noDetails, readDetails, type Details } from './line-details';

/** What stands in the quantity boxes, by line number. */
export type Entries = Readonly<Record<number, string>>;

export interface ReadReceipt {
  /** Lines with a quantity; an empty box records nothing about its line. */
  readonly lines: readonly ReceivedLine[];
  readonly faults: Readonly<Record<number, Fault>>;
}

/**
 * Reads whole packages, 0 included; nothing is rounded and nothing is guessed. A line that has a problem or a lot needs its
 * quantity too.
 */
export function readReceipt(
  lines: readonly LineState[],
  entries: Entries,
  details: Details = {},
): ReadReceipt {
  const read: ReceivedLine[] = [];
  const faults: Record<number, Fault> = {};
  for (const { line } of lines) {
    const text = (entries[line.lineNumber] ?? '').trim();
    const typed = details[line.lineNumber] ?? noDetails;
    if (text === '' && !hasDetails(typed)) continue;
    const said = readDetails(typed);
    if (said !== null && /^\d{1,9}$/.test(text) && Number(text) <= limits.packagesMax)
      read.push({ lineNumber: line.lineNumber, packages: Number(text), ...said });
    else
      faults[line.lineNumber] = {
        code: 'receipt/quantity-invalid',
        params: { line: line.lineNumber, value: text },
      };
  }
  return { lines: read, faults };
}

/** Packages of a line that were shipped and aren't recorded yet; null while the supplier said nothing of it. */
export function stillOpen({ shipped, received }: LineState): number | null {
  return shipped === null ? null : Math.max(0, shipped - received);
}

/** The boxes filled as shipped. Lines of which the supplier said nothing, or that are complete, stay empty. */
export function allAsShipped(lines: readonly LineState[]): Entries {
  return Object.fromEntries(
    lines.flatMap((state) => {
      const open = stillOpen(state);
      return open === null || open === 0 ? [] : [[state.line.lineNumber, String(open)]];
    }),
  );
}
