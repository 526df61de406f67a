import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '@/lib/base';
import type { ClockReading } from './clock-reading';
import { keepReadings } from './keep-readings';
import { offsetOfDate } from './offset-of-date';
import { validReadings } from './valid-readings';

const now = Date.parse('2026-11-23T18:00:00Z');
const reading: ClockReading = {
  source: 'a.example',
  by: 'https',
  offsetMs: 0,
  uncertaintyMs: 500,
  at: now - 60_000,
};
const clock = { now: () => now };

describe('comparisons that are kept', () => {
  it('count for an hour', () => {
    const old = { ...reading, at: now - limits.clockReadingMs };
    expect(validReadings([reading, old], clock)).toEqual([reading, old]);
    expect(validReadings([{ ...old, at: old.at - 1 }], clock)).toEqual([]);
  });

  it('count for nothing once the clock was set back before them', () => {
    expect(validReadings([{ ...reading, at: now + 1 }], clock)).toEqual([]);
  });

  it.each([
    ['ahead', 360_000],
    ['back', -360_000],
  ])('count for nothing once the clock was set %s while the browser ran', (_, jump) => {
    const before = { ...reading, steady: 1_000 };
    const later = (ms: number) => ({ now: () => before.at + ms + jump, steady: () => 1_000 + ms });
    expect(validReadings([before], later(900_000))).toEqual([]);
    const unmoved = { now: () => before.at + 900_000, steady: () => 901_000 };
    expect(validReadings([before], unmoved)).toEqual([before]);
  });

  it.each([
    ['nothing', undefined],
    ['no list', { ...reading }],
    ['text', ['a']],
    ['a number that is none', [{ ...reading, offsetMs: Number.NaN }]],
    ['no end', [{ ...reading, offsetMs: Infinity }]],
    ['an uncertainty that would hide everything', [{ ...reading, uncertaintyMs: limits.clockSkewMs + 1 }]],
    ['a negative uncertainty', [{ ...reading, uncertaintyMs: -1 }]],
    ['another way', [{ ...reading, by: 'http' }]],
    ['members that nobody wrote', [{ ...reading, trusted: true }]],
  ])('count for nothing where they are broken: %s', (_, stored) => {
    expect(validReadings(stored, clock)).toEqual([]);
  });

  it('never throw', () => {
    fc.assert(fc.property(fc.anything(), (stored) => void validReadings(stored, clock)));
  });
});

describe('a new comparison', () => {
  const other = { ...reading, source: 'b.example' };

  it('takes the place of the one before it, beside those who did not answer', () => {
    const newer = { ...reading, offsetMs: 900, at: now };
    expect(keepReadings([reading, other], [newer])).toEqual([other, newer]);
  });

  it('that contradicts the same source ends all that was said before: the clock was set', () => {
    const newer = { ...reading, offsetMs: 400_000, at: now };
    expect(keepReadings([reading, other], [newer])).toEqual([newer]);
    const another = { ...newer, source: 'c.example' };
    expect(keepReadings([reading, other], [another])).toEqual([reading, other, another]);
  });
});

describe('a time server that says otherwise than before', () => {
  it('takes nothing away that HTTPS said: whoever forges it would do so', () => {
    const before = { ...reading, source: 'time.example', by: 'ntp' as const };
    const forged = { ...before, offsetMs: 400_000, at: now };
    expect(keepReadings([reading, before], [forged])).toEqual([reading, forged]);
  });
});

describe('a Date header', () => {
  it('always has the true offset within what it is said to be', () => {
    const ms = fc.integer({ min: 0, max: 4_000 });
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.nat(10_000_000),
        ms,
        ms,
        (ahead, start, there, back) => {
          const asked = now + start;
          const header = new Date(asked + there - ahead).toUTCString();
          const told = offsetOfDate(header, { asked, answered: asked + there + back });
          expect(Math.abs(ahead - (told?.offsetMs ?? Number.NaN))).toBeLessThanOrEqual(
            told?.uncertaintyMs ?? -1,
          );
          expect(told?.uncertaintyMs).toBe((there + back + 999) / 2);
        },
      ),
    );
  });

  it.each([
    '',
    '2026-11-23T18:00:00Z',
    'Mon, 23 Nov 2026 18:00:00 +0600',
    'Mon, 99 Nov 2026 18:00:00 GMT',
    '1764',
  ])('that is written otherwise says nothing: %s', (header) => {
    expect(offsetOfDate(header, { asked: now, answered: now })).toBeNull();
  });
});
