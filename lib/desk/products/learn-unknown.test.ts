import { beforeAll, describe, expect, it } from 'vitest';
import type { Ndc11 } from '@/lib/base';
import type { ProductFacts } from '@/lib/drugs';
import { deskWorld, type DeskWorld } from '@/tests/desk/desk-world';
import { learnUnknown } from './learn-unknown';

const MANY = 450;
const ndcAt = (n: number) => `99901${String(n).padStart(6, '0')}`;
const facts: ProductFacts = {
  ...{ substanceCode: '9143', strengthMg: 5, form: 'tablet', packageSize: 100, schedule: '2' },
};

let world: DeskWorld;
let asked: number[] = [];
/** The directory knows every one of them. */
const ports = () => ({
  archive: world.ports.archive,
  catalogue: {
    ...world.ports.catalogue,
    state: async () => ({ entries: MANY, importedAt: 1, of: 'ndctext.zip' }),
    findMany: async (ndcs: readonly Ndc11[]) => {
      asked.push(ndcs.length);
      return new Map(ndcs.map((ndc) => [ndc, facts]));
    },
  },
});
const unknown = () => world.ports.archive.unknownProducts(1_000);

/** Each product three times, so that batches end amid one; one without an NDC, which no directory can know. */
beforeAll(async () => {
  world = await deskWorld();
  const rows = Array.from({ length: MANY }, (_, n) =>
    ['2026-03-04', '2026-04-07', '2026-05-08'].map((date) => `${date},meridian,${ndcAt(n)},OXC TB,1`),
  ).flat();
  const csv = ['Date,Supplier,NDC,Product,Packages', ...rows, '2026-03-04,meridian,,XQ TB,1', ''].join('\n');
  const { refused } = await world.desk.importHistory('year.csv', csv, () => undefined);
  if (refused.length > 0) throw new Error('a row was refused');
});

describe('what the directory says of products on record', () => {
  it('is recorded until somebody stops it, and goes on where it was stopped', async () => {
    expect(await unknown()).toHaveLength(MANY + 1);
    const stop = new AbortController();
    const told: [number, number][] = [];
    const first = await learnUnknown(
      ports(),
      'import-1',
      (...progress) => {
        told.push(progress);
        stop.abort();
      },
      stop.signal,
    );
    expect(first.isStopped).toBe(true);
    expect(first.learned).toBeGreaterThan(0);
    expect(first.learned).toBeLessThan(MANY);
    expect(await unknown()).toHaveLength(MANY + 1 - first.learned);
    expect(told).toEqual([[first.learned * 3, MANY * 3]]);

    asked = [];
    const rest = await learnUnknown(ports(), 'import-2', (...progress) => told.push(progress));
    expect(rest).toEqual({ learned: MANY - first.learned, isStopped: false });
    expect((await unknown()).map(({ text }) => text)).toEqual(['XQ TB']);
    // However many there are, no more at once.
    expect(asked.length).toBeGreaterThan(1);
    expect(Math.max(...asked)).toBeLessThanOrEqual(200);
    const left = (MANY - first.learned) * 3;
    expect(told.at(-1)).toEqual([left, left]);
    expect(await world.ports.archive.verify()).toMatchObject({ ok: true });
  });

  it('is asked of nobody where no directory was read in', async () => {
    const none = { ...ports(), catalogue: { ...ports().catalogue, state: async () => null } };
    asked = [];
    expect(await learnUnknown(none, 'import-3')).toEqual({ learned: 0, isStopped: false });
    expect(asked).toEqual([]);
  });
});
