import { addDays, type PlainDate } from '@/lib/base';
import { assessOrder, pastOf, type SubstancePast } from '@/lib/som';
import type { Contest } from './contest';

const TODAY = '2026-11-22' as PlainDate;
const LINES = 60;

function series(points: number): ReadonlyMap<string, SubstancePast> {
  const perSubstance = Math.ceil(points / LINES);
  const substances = Array.from({ length: LINES }, (_, code) => {
    const days = Array.from({ length: perSubstance }, (__, i) => ({
      date: addDays(TODAY, -1 - (i % 400)),
      supplierId: `supplier-${i % 3}`,
      baseMg: 1_000 + ((i * 7) % 5) * 500,
      strengthMg: 5,
    }));
    return [String(code), pastOf(days, TODAY)] as const;
  });
  return new Map(substances);
}

/** An order of 60 lines against a short and a long history: what grows with the past shows in the ratio. */
export function somContests(): Contest[] {
  const lines = Array.from({ length: LINES }, (_, i) => ({
    lineNumber: i + 1,
    substanceCode: String(i),
    substanceName: 'oxycodone',
    baseMg: 3_000,
    units: 300,
    strengthMg: 5,
  }));
  const [short, long] = [series(5_000), series(50_000)];
  const assessing = (past: typeof short) => () => assessOrder({ lines, past, today: TODAY });
  return [
    {
      name: 'som, 60 lines, 50,000 days',
      ours: assessing(long),
      base: { name: '5,000 days of history', work: assessing(short) },
      others: [],
      rounds: 12,
    },
  ];
}
