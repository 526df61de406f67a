import type { Directory } from '@/lib/archive';
import { addDays, type PlainDate } from '@/lib/base';
import type { RatioBlock } from '@/lib/som';

/** A pharmacy may be closed that long: so many days without a fill, before a report or between two, are no hole. */
const CLOSED_DAYS = 7;

/** Days that reports which count tell of without a hole, oldest first; none that end ahead of today. */
export function dispensedSpans(
  { dispensing }: Pick<Directory, 'dispensing'>,
  today: PlainDate,
): readonly RatioBlock[] {
  const spans: RatioBlock[] = [];
  const standing = dispensing.filter(({ withdrawn, to }) => withdrawn === null && to <= today);
  for (const { from, to } of standing.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const before = spans.at(-1);
    if (before && from <= addDays(before.to, CLOSED_DAYS + 1))
      spans.splice(-1, 1, { from: before.from, to: to > before.to ? to : before.to });
    else spans.push({ from, to });
  }
  // The first fill after a day off.
  return spans.map(({ from, to }) => ({ from: addDays(from, -CLOSED_DAYS), to }));
}
