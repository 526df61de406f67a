import { needsSignedOrder, type ScheduleOrNone } from '@/lib/base';

/**
 * 21 CFR 1304.04(h): records of schedules I and II apart from all others. `other`: lines that aren't controlled, and those
 * whose schedule nobody knows, which might belong to either.
 */
export const sections = ['ii', 'iii-v', 'other'] as const;
export type Section = (typeof sections)[number];

export const folderOf = {
  ii: 'schedule-ii',
  'iii-v': 'schedule-iii-v',
  other: 'not-controlled-or-unknown',
} as const satisfies Record<Section, string>;

function sectionOf(schedule: ScheduleOrNone | null): Section {
  if (schedule === null || schedule === 'none') return 'other';
  return needsSignedOrder(schedule) ? 'ii' : 'iii-v';
}

/** The lines of each section that has some, in the order of `sections`. */
export function bySection<T>(
  lines: readonly T[],
  scheduleOf: (line: T) => ScheduleOrNone | null,
): readonly { readonly section: Section; readonly lines: readonly T[] }[] {
  return sections
    .map((section) => ({ section, lines: lines.filter((line) => sectionOf(scheduleOf(line)) === section) }))
    .filter((part) => part.lines.length > 0);
}
