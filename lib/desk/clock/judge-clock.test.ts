import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '@/lib/base';
import type { ClockReading } from './clock-reading';
import { judgeClock } from './judge-clock';

const FIVE_MINUTES = limits.clockSkewMs;
const at = Date.parse('2026-11-23T18:00:00Z');
let hosts = 0;
const says = (offsetMs: number, more: Partial<ClockReading> = {}): ClockReading => ({
  source: `host-${(hosts += 1)}.example`,
  by: 'https',
  offsetMs,
  uncertaintyMs: 500,
  at,
  ...more,
});

describe('one source', () => {
  it.each([
    [0, 'checked'],
    [FIVE_MINUTES + 500, 'checked'],
    [FIVE_MINUTES + 501, 'off'],
    [-FIVE_MINUTES - 500, 'checked'],
    [-FIVE_MINUTES - 501, 'off'],
  ])('that says %i ms: %s', (offsetMs, state) => {
    expect(judgeClock([says(offsetMs)])).toMatchObject({ state, offsetMs, uncertaintyMs: 500 });
  });

  it('that says nothing: unknown', () => {
    expect(judgeClock([])).toEqual({ state: 'unknown' });
  });
});

describe('several sources', () => {
  it('one wrong clock among three neither blocks nor goes untold', () => {
    const wrong = says(40 * 60_000);
    expect(judgeClock([says(0), wrong, says(800)])).toMatchObject({ state: 'checked', odd: [wrong.source] });
  });

  it('two against one that the clock is right: off', () => {
    const right = says(0);
    const standing = judgeClock([says(400_000), right, says(401_000)]);
    expect(standing).toMatchObject({ state: 'off', odd: [right.source] });
  });

  it('one against one: none is believed', () => {
    expect(judgeClock([says(0), says(400_000)])).toMatchObject({ state: 'differ' });
    expect(judgeClock([says(0), says(0), says(400_000), says(400_000)])).toMatchObject({ state: 'differ' });
  });

  it('all apart: none is believed', () => {
    expect(judgeClock([says(-900_000), says(0), says(900_000)])).toMatchObject({ state: 'differ' });
  });
});

describe('time servers, whose answers anybody on the way may forge', () => {
  const forged = (offsetMs: number) =>
    ['a', 'b', 'c'].map((source) => says(offsetMs, { source, by: 'ntp', uncertaintyMs: 20 }));

  it('neither outvote a web server nor tie with it, in either direction; they are told as odd', () => {
    expect(judgeClock([says(0), ...forged(900_000)])).toMatchObject({
      state: 'checked',
      odd: ['a', 'b', 'c'],
    });
    expect(judgeClock([says(900_000), ...forged(0)])).toMatchObject({ state: 'off', odd: ['a', 'b', 'c'] });
  });

  it('don’t break a tie of web servers', () => {
    expect(judgeClock([says(0), says(900_000), ...forged(0)])).toMatchObject({ state: 'differ' });
    expect(judgeClock([says(0), says(900_000), ...forged(900_000)])).toMatchObject({ state: 'differ' });
  });

  it('confirm a web server, which alone says by how much', () => {
    const web = says(7_000);
    expect(judgeClock([...forged(250_000), web])).toMatchObject({
      state: 'checked',
      offsetMs: 7_000,
      sources: [web.source, 'a', 'b', 'c'],
      odd: [],
    });
  });

  it('alone are never the check that a signature wants, and say what they found', () => {
    expect(judgeClock(forged(7_000))).toMatchObject({ state: 'ntp-only', offsetMs: 7_000 });
    expect(judgeClock(forged(900_000))).toMatchObject({ state: 'ntp-off', offsetMs: 900_000 });
  });

  it('alone are spoken for by the quickest answer', () => {
    const slow = says(900_000, { source: 'slow', by: 'ntp', uncertaintyMs: 3_000 });
    const quick = says(0, { source: 'quick', by: 'ntp', uncertaintyMs: 20 });
    expect(judgeClock([slow, quick])).toMatchObject({ state: 'ntp-only', sources: ['quick'], odd: ['slow'] });
  });
});

const uncertaintyMs = fc.integer({ min: 0, max: 3_000 });
const reading = fc.record({
  source: fc.uuid(),
  by: fc.constantFrom('https' as const, 'ntp' as const),
  offsetMs: fc.integer({ min: -3_600_000, max: 3_600_000 }),
  uncertaintyMs,
  at: fc.integer({ min: at - limits.clockReadingMs, max: at }),
});
const readings = fc.uniqueArray(reading, { maxLength: 9, selector: ({ source }) => source });
/** More honest web servers than liars; what honest ones say contains the true offset. */
const crowd = fc.integer({ min: 0, max: 4 }).chain((liars) =>
  fc.record({
    truth: fc.integer({ min: -1_800_000, max: 1_800_000 }),
    honest: fc.array(fc.record({ uncertaintyMs, place: fc.double({ min: -1, max: 1, noNaN: true }) }), {
      minLength: liars + 1,
      maxLength: liars + 4,
    }),
    lies: fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: liars, maxLength: liars }),
  }),
);
const crowdReadings = ({ truth, honest, lies }: typeof crowd extends fc.Arbitrary<infer T> ? T : never) => [
  ...honest.map((one) => says(truth + one.place * one.uncertaintyMs, { uncertaintyMs: one.uncertaintyMs })),
  ...lies.map((lie) => says(lie)),
];

describe('whatever sources say', () => {
  it('a lie of fewer than half decides nothing: the truth, by the width of what honest ones say, does', () => {
    fc.assert(
      fc.property(crowd, (said) => {
        const { state } = judgeClock(crowdReadings(said));
        const width = 2 * Math.max(...said.honest.map((one) => one.uncertaintyMs));
        expect(state).not.toBe('unknown');
        expect(state).not.toBe('differ');
        if (Math.abs(said.truth) <= FIVE_MINUTES - width) expect(state).toBe('checked');
        if (Math.abs(said.truth) > FIVE_MINUTES + 2 * width) expect(state).toBe('off');
      }),
    );
  });

  it('time servers change no verdict of web servers', () => {
    fc.assert(
      fc.property(readings, (all) => {
        const web = all.filter(({ by }) => by === 'https');
        fc.pre(web.length > 0);
        const { state, ...told } = judgeClock(all);
        const alone = judgeClock(web);
        expect(state).toBe(alone.state);
        if ('offsetMs' in alone) expect(told).toMatchObject({ offsetMs: alone.offsetMs });
      }),
    );
  });

  it('their order is nothing', () => {
    fc.assert(
      fc.property(
        readings.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([some, shuffled]) => {
          expect(judgeClock(shuffled)).toEqual(judgeClock(some));
        },
      ),
    );
  });

  it('fast and slow are judged alike', () => {
    fc.assert(
      fc.property(readings, (all) => {
        const mirrored = all.map((one) => ({ ...one, offsetMs: -one.offsetMs }));
        expect(judgeClock(mirrored).state).toBe(judgeClock(all).state);
      }),
    );
  });

  it('a clock that is off is so by the offset that is told', () => {
    fc.assert(
      fc.property(readings, (all) => {
        const standing = judgeClock(all);
        if (standing.state !== 'off' && standing.state !== 'ntp-off') return;
        expect(Math.abs(standing.offsetMs) - standing.uncertaintyMs).toBeGreaterThan(FIVE_MINUTES);
        expect(standing.sources.length).toBeGreaterThan(0);
      }),
    );
  });
});
