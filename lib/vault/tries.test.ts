import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '@/lib/base';
import { nextTry, waitAfter, type Tries } from './tries';

/** What the limits say, written out: the wait after so many wrong passwords, in seconds. */
const TABLE = [0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900];

type Act =
  | { readonly kind: 'wrong' | 'right' | 'killed' }
  | { readonly kind: 'pass' | 'set-back' | 'set-forward'; readonly ms: number };

const ms = fc.oneof(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 40 * 60_000 }));
const tries = fc.constantFrom<Act>(
  { kind: 'wrong' },
  { kind: 'wrong' },
  { kind: 'right' },
  { kind: 'killed' },
);
const passing = ms.map((time): Act => ({ kind: 'pass', ms: time }));
const setting = fc.oneof(
  fc.record({ kind: fc.constant('set-back' as const), ms }),
  fc.record({ kind: fc.constant('set-forward' as const), ms }),
);

/** The same rules by real time and a clock that others set: what a person at the keyboard meets. */
function keyboard() {
  let row: Tries | undefined;
  let real = 0;
  let shown = 1_000_000_000;
  return {
    get real() {
      return real;
    },
    do(act: Act): { readonly waitMs: number } | null {
      if (act.kind === 'pass') {
        real += act.ms;
        shown += act.ms;
        return null;
      }
      if (act.kind === 'set-back' || act.kind === 'set-forward') {
        shown += act.kind === 'set-back' ? -act.ms : act.ms;
        return null;
      }
      const next = nextTry('aa', row, shown);
      row = act.kind === 'right' && next.waitMs === 0 ? undefined : next.tries;
      return { waitMs: next.waitMs };
    },
  };
}

describe('waiting after wrong passwords', () => {
  it('is free at first, then doubles up to the longest', () => {
    expect(TABLE.map((_, count) => waitAfter(count) / 1_000)).toEqual(TABLE);
    expect(waitAfter(5_000)).toBe(limits.vaultLongestWaitMs);
  });

  it('is, with a clock nobody sets, exactly what the table says', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(tries, passing), { maxLength: 60 }), (acts) => {
        const real = keyboard();
        let count = 0;
        let freeAt = 0;
        for (const act of acts) {
          const met = real.do(act);
          if (!met) continue;
          const expected = Math.max(freeAt - real.real, 0);
          expect(met.waitMs).toBe(expected);
          if (expected > 0) continue;
          count = act.kind === 'right' ? 0 : count + 1;
          freeAt = real.real + (TABLE[Math.min(count, TABLE.length - 1)] ?? 0) * 1_000;
        }
      }),
    );
  });

  it('is never longer than the longest, however the clock is set, and passes while one waits', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(tries, passing, setting), { maxLength: 60 }), (acts) => {
        const real = keyboard();
        for (const act of acts)
          expect(real.do(act)?.waitMs ?? 0).toBeLessThanOrEqual(limits.vaultLongestWaitMs);
        const met = real.do({ kind: 'wrong' });
        real.do({ kind: 'pass', ms: met?.waitMs ?? 0 });
        expect(met?.waitMs === 0 || real.do({ kind: 'wrong' })?.waitMs === 0).toBe(true);
      }),
    );
  });

  it('is not shortened by setting the clock back', () => {
    const back = fc.record({ kind: fc.constant('set-back' as const), ms });
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant<Act>({ kind: 'wrong' }), passing, back), { maxLength: 60 }),
        (acts) => {
          const real = keyboard();
          let count = 0;
          let earliest = 0;
          for (const act of acts) {
            const met = real.do(act);
            if (met?.waitMs !== 0) continue;
            expect(real.real).toBeGreaterThanOrEqual(earliest);
            count += 1;
            earliest = real.real + (TABLE[Math.min(count, TABLE.length - 1)] ?? 0) * 1_000;
          }
        },
      ),
    );
  });
});
