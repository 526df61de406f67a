import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PlainDate } from '@/lib/base';
import type { BesideKind, BesideRecord } from '@/lib/order';
import { command, fresh } from '@/tests/support/archive';
import { sampleOrder } from '@/tests/support/orders';
import type { Archive } from './archive';

const record = (id: string, date: PlainDate, kind: BesideKind): BesideRecord => ({
  ...{ id, kind, date, registrant: sampleOrder.purchaser.deaNumber },
  ...{ other: null, reference: null, note: null, files: [], lines: [] },
});

async function inPages(archive: Archive, limit: number, kind?: BesideKind): Promise<string[]> {
  const found: string[] = [];
  for (let before: string | undefined; ;) {
    const page = await archive.besideRecords({
      limit,
      ...(before === undefined ? {} : { before }),
      ...(kind === undefined ? {} : { kind }),
    });
    found.push(...page.map(({ id }) => id));
    if (found.length > 9) throw new Error('a page came twice');
    before = page.at(-1)?.id;
    if (page.length < limit) return found;
  }
}

it('records stand by day and, within a day, by when they were entered, whatever the size of a page', async () => {
  const day = fc.constantFrom('2026-11-18', '2026-11-19', '2026-11-20') as fc.Arbitrary<PlainDate>;
  const kind = fc.constantFrom<BesideKind>('invoice', 'loss');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.uuid(), day, kind), { minLength: 1, maxLength: 9 }),
      async (wanted) => {
        let now = Date.parse('2026-11-20T12:00:00Z');
        const archive = await fresh({ now: () => (now += 1_000) });
        for (const [id, date, of] of wanted)
          await archive.append(
            command(id, { type: 'record.entered', payload: { record: record(id, date, of) } }),
          );
        const rightly = (of?: BesideKind) =>
          wanted
            .filter(([, , one]) => of === undefined || one === of)
            .toReversed()
            .sort(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0))
            .map(([id]) => id);
        for (const limit of [1, 2, 4, 20]) expect(await inPages(archive, limit)).toEqual(rightly());
        expect(await inPages(archive, 2, 'loss')).toEqual(rightly('loss'));
        expect((await archive.verify()).ok).toBe(true);
      },
    ),
    { numRuns: 8 },
  );
});
