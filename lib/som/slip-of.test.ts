import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '@/lib/base';
import { assessOrder } from './assess-order';
import { pastOf } from './past';
import type { SomLine, SomSlip } from './assessment';

const today = '2026-11-22' as PlainDate;
/** 300 tablets of 5 mg every ten days; the last time 400. */
const past = pastOf(
  Array.from({ length: 12 }, (_, i) => ({
    date: addDays(today, -10 * (i + 1)),
    supplierId: 'meridian',
    baseMg: i === 0 ? 2000 : 1500,
    strengthMg: 5,
  })),
  today,
);

function slip(...lines: readonly (readonly [packages: number, size: number | null])[]): SomSlip | null {
  const all = lines.map(([packages, packageSize], index): SomLine => ({
    ...{ lineNumber: index + 1, substanceCode: '9143', substanceName: 'oxycodone', strengthMg: 5 },
    ...{ units: packages * (packageSize ?? 100), baseMg: packages * (packageSize ?? 100) * 5, packageSize },
  }));
  const { substances } = assessOrder({ lines: all, past: new Map([['9143', past]]), today });
  return substances[0]?.slip ?? null;
}

describe('slips of the keyboard', () => {
  it('are a usual amount with a zero or two too many, or with units for packages', () => {
    expect(slip([30, 100])).toEqual({
      ...{ kind: 'ten', times: 10, lineNumber: null },
      usual: { baseMg: 1500, units: 300 },
    });
    expect(slip([300, null])).toMatchObject({ kind: 'hundred', times: 100 });
    expect(slip([300, 100])).toMatchObject({ kind: 'package', times: 100, usual: { units: 300 } });
    expect(slip([60, 500])).toMatchObject({ kind: 'hundred' });
  });

  it('are found in one line among others', () => {
    expect(slip([3, 100], [30, 100])).toMatchObject({ kind: 'ten', lineNumber: 2 });
  });

  it('are no other amounts, and none without a past', () => {
    expect(slip([3, 100])).toBeNull();
    expect(slip([29, 100])).toBeNull();
    expect(slip([31, 100])).toBeNull();
    // Ten times what was ordered once is no usual amount.
    expect(slip([40, 100])).toBeNull();
    const line = { lineNumber: 1, substanceCode: '9143', substanceName: 'oxycodone', strengthMg: 5 };
    const { substances } = assessOrder({
      lines: [{ ...line, units: 3000, baseMg: 15_000 }],
      past: new Map(),
      today,
    });
    expect(substances[0]?.slip).toBeNull();
  });
});
