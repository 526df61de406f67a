import type { DueItem, DueLevel } from './due';
import { isQuiet, type QuietHours } from './quiet-hours';

/** What badge, notification and the heads of lists say: decided once, shown everywhere. Keys of items, most urgent first. */
export interface DueSummary {
  /** Due now: not what is only coming, and not what was put off. As many as the badge says. */
  readonly due: readonly string[];
  readonly level: DueLevel;
  /** What of it may notify at this hour. */
  readonly notify: readonly string[];
}

export function summaryOf(
  items: readonly DueItem[],
  { now, zone, ...hours }: QuietHours & { readonly now: number; readonly zone: string },
): DueSummary {
  const due = items.filter(({ level, snoozedUntil }) => level !== 'quiet' && snoozedUntil === null);
  const hush = isQuiet(hours, now, zone);
  return {
    due: due.map(({ key }) => key),
    level: due.some(({ level }) => level === 'loud') ? 'loud' : due.length > 0 ? 'normal' : 'quiet',
    notify: due.filter(({ level }) => !hush || level === 'loud').map(({ key }) => key),
  };
}
