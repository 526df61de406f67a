import { beforeEach, describe, expect, it } from 'vitest';
import type { PlainDate } from '@/lib/base';
import { fromCsv } from '@/lib/documents';
import { deskWorld, type DeskWorld } from '@/tests/desk/desk-world';
import { guessColumns } from './columns';

let world: DeskWorld;
beforeEach(async () => {
  world = await deskWorld();
});

const none = () => undefined;

describe('history in a wholesaler’s own columns', () => {
  it('is guessed by the names of the columns, each taken once', () => {
    expect(
      guessColumns([
        'Order Date',
        'Vendor Name',
        'NDC #',
        'Item Description',
        'Pkg Size',
        'Qty Ordered',
        'Qty Shipped',
      ]),
    ).toEqual({ date: 0, supplier: 1, ndc: 2, product: 3, package_size: 4, packages: 5 });
    expect(guessColumns(['a', 'b'])).toMatchObject({ date: null, packages: null });
  });

  it('is shown as it would be taken, and taken as the user says', async () => {
    const csv =
      '"Invoice Date";"NDC";"Description";"Size";"Shipped"\r\n"03/04/2026";"00406-8552-01";"OXYCODONE HCL 10MG TAB";"100";"3.00"\r\n"31/12/2025";"";"OXYCODONE HCL 10MG TAB";"100";"2"\r\n';
    const guess = world.desk.previewHistory(csv);
    expect(guess).toMatchObject({ rows: 2, missing: ['supplier', 'packages'] });
    const mapping = {
      columns: { ...guess.mapping.columns, packages: 4 },
      supplier: 'meridian',
      dayOrder: 'day-first' as const,
    };
    const preview = world.desk.previewHistory(csv, mapping);
    expect(preview.missing).toEqual([]);
    expect(preview.first.map(({ line }) => [line?.date, line?.packages, line?.supplierId])).toEqual([
      ['2026-04-03', 3, 'meridian'],
      ['2025-12-31', 2, 'meridian'],
    ]);
    const monthFirst = world.desk.previewHistory(csv, { ...mapping, dayOrder: 'month-first' });
    expect(monthFirst.first.map(({ line, fault }) => [line?.date, fault?.code])).toEqual([
      ['2026-03-04', undefined],
      [undefined, 'input/malformed'],
    ]);
    await expect(world.desk.importHistory('x.csv', csv, none)).rejects.toMatchObject({
      code: 'import/column-missing',
    });
    expect(await world.desk.importHistory('x.csv', csv, none, mapping)).toMatchObject({
      refused: [],
      refusedCsv: null,
    });
    expect(await world.ports.archive.series('9143', '2025-01-01' as PlainDate)).toMatchObject([
      { date: '2025-12-31', units: 200 },
      { date: '2026-04-03', units: 300 },
    ]);
  });

  it('of 10,000 lines is taken with progress, and what was refused can be mended from its own file', async () => {
    const header = 'date,supplier,ndc,product,package_size,packages';
    const rows = Array.from({ length: 10_000 }, (_, n) =>
      n % 1_000 === 7
        ? `2026-02-30,meridian,,=cmd,100,${String(n)}`
        : `2026-0${String((n % 9) + 1)}-11,meridian,,OXYCODONE HCL 10MG TAB,100,1`,
    );
    const told: number[] = [];
    const report = await world.desk.importHistory('big.csv', [header, ...rows].join('\n'), (done, total) => {
      expect(total).toBe(9_990);
      told.push(done);
    });
    expect([report.taken.length, report.refused.length]).toEqual([9_990, 10]);
    expect(told.length).toBe(20);
    expect(told.at(-1)).toBe(9_990);
    const [titles, first] = fromCsv((report.refusedCsv ?? '').replace(/^\ufeff/, ''));
    expect(titles).toEqual([...header.split(','), 'Row', 'Reason']);
    expect(first).toEqual([
      '2026-02-30',
      'meridian',
      '',
      '=cmd',
      '100',
      '7',
      '8',
      expect.stringContaining('2026-02-30'),
    ]);
    expect(report.refusedCsv).not.toContain('"=cmd"');
    const sum = (await world.ports.archive.series('9143', '2026-01-01' as PlainDate)).reduce(
      (all, { units }) => all + units,
      0,
    );
    expect(sum).toBe(999_000);
  });
});
