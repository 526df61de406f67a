import { describe, expect, it } from 'vitest';
import type { PlainDate } from '@/lib/base';
import { periodOf } from './period-of';

describe('a period that an inspector asks for', () => {
  it('is whole years back from today, also where that day is missing', () => {
    const of = (today: string) => periodOf('two-years', today as PlainDate);
    expect(of('2026-11-23')).toEqual({ from: '2024-11-23', to: '2026-11-23' });
    expect(of('2028-02-29')).toEqual({ from: '2026-02-28', to: '2028-02-29' });
    expect(periodOf('year', '2026-03-01' as PlainDate).from).toBe('2025-03-01');
  });
});
