import { describe, expect, it } from 'vitest';
import type { NewEvent } from '@/lib/archive';
import { clock, command, day, fresh, projections, registrant } from '@/tests/support/archive';

const lines = (packages: number) => [
  {
    ...{ date: day('2026-04-03'), supplierId: 'meridian', ndc: null, product: 'OXYCODONE HCL 10MG TAB' },
    ...{ packageSize: 100, packages },
  },
];
const imported = (part: number, packages: number) => ({
  ...command(null, { type: 'history.imported', payload: { file: 'a.csv', lines: lines(packages) } }),
  commandId: `history-a-${part}`,
});
const withdrawn: NewEvent = {
  type: 'history.withdrawn',
  payload: { importId: 'history-a', reason: 'it was the wrong file' },
};

async function all(batches: AsyncIterable<readonly unknown[]>): Promise<(readonly unknown[])[]> {
  const list = [];
  for await (const batch of batches) list.push(batch);
  return list;
}
async function* again(batches: readonly (readonly unknown[])[]) {
  yield* batches;
}
const later = (hours: number) => ({ now: () => clock.now() + hours * 3_600_000 });

describe('an import of earlier orders', () => {
  it('counts once where two computers took the same file, and goes back out once', async () => {
    const here = await fresh(later(1));
    await here.append(command(null, registrant));
    await here.append(imported(0, 3));
    await here.append(command(null, withdrawn));
    const records = await all(here.exportEvents());
    here.close();

    const there = await fresh();
    await there.append(command(null, registrant));
    await there.append(imported(0, 3));
    await there.append(imported(500, 4));
    const units = async () => (await there.series('9143', day('2026-01-01'))).map((one) => one.units);
    expect(await units()).toEqual([700]);
    await there.merge(again(records));
    expect((await there.directory()).imports).toMatchObject([
      { id: 'history-a', lines: 2, parts: [0, 500], withdrawn: { reason: 'it was the wrong file' } },
    ]);
    expect(await units()).toEqual([]);
    await there.append(command(null, withdrawn));
    expect(await units()).toEqual([]);
    const before = await projections();
    await there.rebuild();
    expect(await projections()).toEqual(before);
  });

  it('counts as the first computer understood it, where two understood the columns of one file otherwise', async () => {
    const as = (mapping: string, part: number, packages: number) => ({
      ...command(null, {
        type: 'history.imported',
        payload: { file: 'a.csv', lines: lines(packages), of: { text: 'a', mapping, total: 2 } },
      }),
      commandId: `history-a-${part}`,
    });
    const here = await fresh(later(1));
    await here.append(command(null, registrant));
    for (const part of [0, 500]) await here.append(as('day first', part, 7));
    const records = await all(here.exportEvents());
    here.close();

    const there = await fresh();
    await there.append(command(null, registrant));
    await there.append(as('month first', 0, 3));
    await there.merge(again(records));
    const units = async () => (await there.series('9143', day('2026-01-01'))).map((one) => one.units);
    expect(await units()).toEqual([300]);
    expect((await there.directory()).imports).toMatchObject([{ lines: 1, parts: [0] }]);
  });

  it('that comes in after its withdrawal counts for nothing', async () => {
    const here = await fresh();
    await here.append(command(null, registrant));
    await here.append(imported(0, 3));
    await here.append(command(null, withdrawn));
    const records = await all(here.exportEvents());
    here.close();

    const there = await fresh(later(2));
    await there.append(command(null, registrant));
    await there.append(imported(0, 3));
    expect(await there.series('9143', day('2026-01-01'))).toHaveLength(1);
    await there.merge(again(records));
    expect(await there.series('9143', day('2026-01-01'))).toEqual([]);
  });
});
