import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '@/tests/support/archive';
import { asFile, recordsOf } from '@/tests/support/archives';
import { runs } from '@/tests/support/runs';
import { countingAct, keepingAct, Story, type Act } from '@/tests/support/three-computers';
import type { Archive, Envelope } from './index';

const histories = (anyAct: fc.Arbitrary<Act>) =>
  fc.record({
    acts: fc.array(anyAct, { minLength: 5, maxLength: 12 }),
    /** Backups that were made in between are restored as well; these say which. */
    early: fc.array(fc.nat(14), { maxLength: 3 }),
    orders: fc.array(fc.infiniteStream(fc.nat(1_000)), { minLength: 2, maxLength: 2 }),
  });

const unitsIn = async (archive: Archive) =>
  (await archive.series('9143', day('2020-01-01'))).reduce((sum, { units }) => sum + units, 0);

/** Whatever is gone counts on, once. */
async function keepsUnits(story: Story, archive: Archive): Promise<void> {
  expect(await unitsIn(archive)).toBe(story.orders * 1_200);
}

/**
 * Only the computer that keeps least, and a backup from before it purged: what went together comes back in part. It is whole,
 * and so is what is made of its own backup.
 */
async function comesBack(
  story: Story,
  { last, early }: { readonly last: readonly Envelope[][]; readonly early: Envelope[] },
): Promise<void> {
  const [least = []] = last.toSorted((one, other) => one.length - other.length);
  for (const backups of [
    [least, early],
    [early, least],
  ]) {
    const { archive, tables } = await story.restored(backups);
    expect(await archive.verify()).toMatchObject({ ok: true, broken: null });
    const again = await story.restored([await recordsOf(archive)]);
    expect(await again.tables()).toEqual(await tables());
    expect(await again.archive.verify()).toMatchObject({ ok: true, broken: null });
  }
}

async function holds(
  anyAct: fc.Arbitrary<Act>,
  also: (story: Story, archive: Archive) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(histories(anyAct), async ({ acts, early, orders }) => {
      const story = new Story();
      try {
        await story.begin();
        for (const act of acts) await story.act(act);
        for (const { archive } of story.computers)
          expect(await archive.verify()).toMatchObject({ ok: true, broken: null });
        const last = await Promise.all(story.computers.map(({ archive }) => recordsOf(archive)));
        const backups = [...last, ...early.flatMap((n) => story.backups.slice(n, n + 1))];
        const shuffled = orders.map((draw) =>
          backups
            .map((backup) => ({ backup, at: draw.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ backup }) => backup),
        );
        const [one = [], other = []] = shuffled;
        const made = [await story.restored(one), await story.restored([...other, ...one.slice(0, 2)])];
        await comesBack(story, { last, early: story.backups[early.length % 3] ?? [] });
        // A computer that goes on takes the others' in.
        const [going] = story.computers;
        for (const backup of other) await going?.archive.merge(asFile(backup));
        const all = [...made, ...(going ? [going] : [])];
        const union = new Set(backups.flat().map(({ hash }) => hash));
        const expected = await all[0]?.tables();
        for (const { archive, tables } of all) {
          expect(await tables()).toEqual(expected);
          const records = await recordsOf(archive);
          expect(new Set(records.map(({ hash }) => hash))).toEqual(union);
          expect(await archive.verify()).toMatchObject({ ok: true, broken: null });
          await also(story, archive);
        }
      } finally {
        await story.end();
      }
    }),
    { numRuns: runs(5) },
  );
}

describe('backups of several computers', () => {
  it('make the same archive in whatever order they are restored, and nothing that is in any of them is missing', () =>
    holds(keepingAct, keepsUnits));

  it('add up to the same, whatever was said of products, corrected, imported, withdrawn or returned', () =>
    holds(countingAct));
});
