import { limits, type Fault } from '@/lib/base';
import type { LineQuantity, LineState } from '@/lib/order';

/** What stands in the quantity boxes, by line number. */
export type Entries = Readonly<Record<number, string>>;

export interface ReadReceipt {
  /** Lines with a quantity; an empty box records nothing about its line. */
  readonly lines: readonly LineQuantity[];
  readonly faults: Readonly<Record<number, Fault>>;
}

/** Reads whole packages, 0 included; nothing is rounded and nothing is guessed. */
export function readReceipt(lines: readonly LineState[], entries: Entries): ReadReceipt {
  const read: LineQuantity[] = [];
  const faults: Record<number, Fault> = {};
  for (const { line } of lines) {
    const text = (entries[line.lineNumber] ?? '').trim();
    if (text === '') continue;
    if (/^\d{1,9}$/.test(text) && Number(text) <= limits.packagesMax)
      read.push({ lineNumber: line.lineNumber, packages: Number(text) });
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
