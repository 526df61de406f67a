import { describe, expect, it } from 'vitest';
import { day } from '@/tests/gallery/fixtures';
import { formatDay, relativeDay } from './format-day';

describe('days', () => {
  it('are written with their weekday, and with the year where it is another one', () => {
    expect(formatDay(day('2026-11-24'))).toBe('Tue 24 Nov 2026');
    expect(formatDay(day('2026-11-24'), day('2026-01-01'))).toBe('Tue 24 Nov');
    expect(formatDay(day('2027-01-05'), day('2026-11-24'))).toBe('Tue 5 Jan 2027');
  });

  it.each([
    ['2026-11-24', 'today'],
    ['2026-11-25', 'tomorrow'],
    ['2026-11-20', '4 days ago'],
    // Across the end of summer time, where a day has 25 hours somewhere.
    ['2026-10-31', '24 days ago'],
  ])('%s is %s', (date, said) => {
    expect(relativeDay(day(date), day('2026-11-24'))).toBe(said);
  });
});
