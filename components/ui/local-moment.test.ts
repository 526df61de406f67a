import { describe, expect, it } from 'vitest';
import { fromLocalMoment, toLocalMoment } from './local-moment';

describe('a moment in a field', () => {
  it('is the one that was put in, to the minute, in summer and winter', () => {
    for (const text of ['2026-11-24T16:05:00Z', '2026-07-01T23:59:00Z']) {
      const instant = Date.parse(text);
      expect(fromLocalMoment(toLocalMoment(instant + 30_000))).toBe(instant);
    }
    expect(fromLocalMoment('')).toBeNull();
  });
});
