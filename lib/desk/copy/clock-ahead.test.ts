import { describe, expect, it } from 'vitest';
import { isCopyStale } from './copy-finding';

const HOUR_MS = 3_600_000;
const now = Date.parse('2026-11-22T15:00:00Z');
const ahead = Date.parse('2031-01-01T00:00:00Z');
const state = { target: null, newEvents: 3, oldestNewAt: ahead };

describe('a copy after the clock was once years ahead', () => {
  it('is still missed: records of then keep that time for years', () => {
    expect(isCopyStale({ ...state, lastAt: null }, now, 24)).toBe(true);
    expect(isCopyStale({ ...state, lastAt: ahead }, now, 24)).toBe(true);
    expect(isCopyStale({ ...state, lastAt: now - 40 * HOUR_MS }, now, 24)).toBe(true);
    expect(isCopyStale({ ...state, lastAt: now - 30 * HOUR_MS }, now, 24)).toBe(false);
    expect(isCopyStale({ ...state, lastAt: now, oldestNewAt: null }, now, 24)).toBe(false);
  });
});
