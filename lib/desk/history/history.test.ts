import { beforeEach, describe, expect, it } from 'vitest';
import type { PlainDate } from '@/lib/base';
import { fromCsv } from '@/lib/documents';
import { deskWorld, PIN, type DeskWorld } from '@/tests/desk/desk-world';
import { demoRegistrants } from '@/tests/pki/demo-registrants';
import { sampleOrder, signed } from '@/tests/support/orders';
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

describe('an import that was wrong', () => {
  const csv =
    'Day,Who,NDC,Name,Size,Qty,Shipped\n2026-04-03,meridian,00406-8552-01,OXYCODONE HCL 10MG TAB,100,9,3\n2026-04-04,meridian,00406-8552-01,OXYCODONE HCL 10MG TAB,100,8,2\n';
  const columns = { date: 0, supplier: 1, ndc: 2, product: 3, package_size: 4, packages: 5 };
  const ordered = { columns };
  const shipped = { columns: { ...columns, packages: 6 } };
  const units = async () =>
    (await world.ports.archive.series('9143', '2026-01-01' as PlainDate)).map((day) => day.units);
  const acting = async () => ({
    commandId: crypto.randomUUID(),
    personId: (await world.desk.people())[0]?.id ?? '',
    pin: PIN,
  });

  it('is refused under another mapping, and counts once', async () => {
    await world.desk.importHistory('a.csv', csv, none, ordered);
    expect(await units()).toEqual([900, 800]);
    for (const [text, mapping] of [
      [csv, ordered],
      [csv, shipped],
      [`\ufeff${csv.replaceAll('\n', '\r\n')}`, shipped],
    ] as const)
      await expect(world.desk.importHistory('b.csv', text, none, mapping)).rejects.toMatchObject({
        code: 'import/known',
        params: { file: 'a.csv', name: 'Dana Okafor' },
      });
    expect(await units()).toEqual([900, 800]);
  });

  it('is withdrawn whole, by whoever may, with a reason; then the file can be taken rightly', async () => {
    await world.desk.importHistory('a.csv', csv, none, ordered);
    const [listed] = await world.desk.historyImports();
    expect(listed).toMatchObject({
      ...{ file: 'a.csv', lines: 2, from: '2026-04-03', to: '2026-04-04' },
      ...{ suppliers: [demoRegistrants.suppliers.meridian.name], whoName: 'Dana Okafor', withdrawn: null },
    });
    const importId = listed?.id ?? '';
    const reason = 'the wrong column of packages';
    await expect(
      world.desk.withdrawHistory({ ...(await acting()), importId, reason: 'wrong' }),
    ).rejects.toMatchObject({ code: 'record/reason-missing' });
    await expect(
      world.desk.withdrawHistory({ ...(await acting()), pin: '0000', importId, reason }),
    ).rejects.toMatchObject({ code: 'people/wrong-pin' });
    await expect(
      world.desk.withdrawHistory({ ...(await acting()), importId: 'none', reason }),
    ).rejects.toMatchObject({ code: 'import/unknown' });
    const tess = await world.desk.addPerson({ name: 'Tess', role: 'technician', pin: PIN });
    await expect(
      world.desk.withdrawHistory({ ...(await acting()), personId: tess.id, importId, reason }),
    ).rejects.toMatchObject({ code: 'people/not-allowed' });
    expect(await units()).toEqual([900, 800]);

    await world.desk.withdrawHistory({ ...(await acting()), importId, reason });
    expect(await units()).toEqual([]);
    await world.desk.withdrawHistory({ ...(await acting()), importId, reason });
    expect(await units()).toEqual([]);
    expect(await world.desk.historyImports()).toMatchObject([
      { withdrawn: { reason }, withdrawnBy: 'Dana Okafor' },
    ]);

    await world.desk.importHistory('a.csv', csv, none, shipped);
    expect(await units()).toEqual([300, 200]);
    await world.ports.archive.rebuild();
    expect(await units()).toEqual([300, 200]);
    expect(await world.ports.archive.verify()).toMatchObject({ ok: true });
  });

  it('that was broken off goes on under the same columns, and under no others', async () => {
    const rows = Array.from({ length: 1_200 }, () => '2026-04-03,meridian,,OXYCODONE HCL 10MG TAB,100,1,2');
    const long = ['Day,Who,NDC,Name,Size,Qty,Shipped', ...rows].join('\n');
    const breakOff = (done: number) => {
      if (done === 500) throw new Error('the page was closed');
    };
    await expect(world.desk.importHistory('c.csv', long, breakOff, ordered)).rejects.toThrow('was closed');
    expect(await units()).toEqual([50_000]);
    await expect(world.desk.importHistory('c.csv', long, none, shipped)).rejects.toMatchObject({
      code: 'import/unfinished',
      params: { done: 500, total: 1_200 },
    });
    await world.desk.importHistory('c.csv', long, none, ordered);
    expect(await units()).toEqual([120_000]);
    expect(await world.desk.historyImports()).toMatchObject([{ lines: 1_200 }]);
  });
});

describe('lines that look like lines that are here', () => {
  const header = 'date,supplier,ndc,product,package_size,packages';
  const columns = { date: 0, supplier: 1, ndc: 2, product: 3, package_size: 4, packages: 5 };
  const overlap = (...rows: string[]) => world.desk.historyOverlap([header, ...rows].join('\n'), { columns });
  const oxy = '2026-04-03,meridian,00406-8552-01,OXYCODONE HCL 10MG TAB,100,3';

  it('are counted against imports, however the supplier is named, and each only once', async () => {
    await world.desk.importHistory('a.csv', [header, oxy, oxy].join('\n'), none);
    expect(await overlap(oxy)).toMatchObject({ lines: 1, alike: 1, known: null });
    expect(await overlap(oxy, oxy, oxy)).toMatchObject({ lines: 3, alike: 2 });
    expect(await overlap(oxy.replace('meridian', 'Meridian Drug'))).toMatchObject({ alike: 1 });
    expect(await overlap(oxy.replace('00406-8552-01', ''))).toMatchObject({ alike: 1 });
    expect(await overlap(oxy, oxy.replace('00406-8552-01', ''))).toMatchObject({ alike: 2 });
  });

  it('aren’t those of another day, supplier, product or count, nor of a withdrawn import', async () => {
    await world.desk.importHistory('a.csv', [header, oxy].join('\n'), none);
    for (const [was, is] of [
      ['04-03', '04-04'],
      ['meridian', 'harbor'],
      ['8552', '8553'],
      [',3', ',4'],
    ] as const)
      expect(await overlap(oxy.replace(was, is))).toMatchObject({ lines: 1, alike: 0 });
    const [{ id: importId } = { id: '' }] = await world.desk.historyImports();
    const personId = (await world.desk.people())[0]?.id ?? '';
    const reason = 'it was the wrong file';
    await world.desk.withdrawHistory({ commandId: 'w', personId, pin: PIN, importId, reason });
    expect(await overlap(oxy)).toMatchObject({ lines: 1, alike: 0, known: null });
  });

  it('are counted against orders and paper forms, and the very file is named', async () => {
    const { ports, desk } = world;
    const [person] = await desk.people();
    await ports.archive.append({
      commandId: 'o1',
      who: 'system',
      orderId: 'o1',
      events: [
        { type: 'order.signed', payload: { ...signed(sampleOrder), requestId: 'o1', supplierId: 'harbor' } },
      ],
    });
    const line = sampleOrder.lines[0];
    await desk.enterRecord({
      ...{ commandId: 'r1', personId: person?.id ?? '', pin: PIN },
      record: {
        ...{ kind: 'invoice', date: '2026-10-01' as PlainDate, reference: '9', note: null, files: [] },
        other: { name: 'Harbor Wholesale', deaNumber: null },
        lines: [
          {
            ...{ lineNumber: 1, name: 'Tramadol 50 mg', ndc11: null, strength: null, schedule: '4' },
            ...{ packageSize: 100, packages: 2, looseUnits: 0 },
          },
        ],
      },
    });
    const rows = [
      `${sampleOrder.date},harbor,${line?.ndc11 ?? ''},x,100,${String(line?.packages)}`,
      '2026-10-01,Harbor Wholesale,,tramadol  50 MG,100,2',
      '2026-10-01,Harbor Wholesale,,tramadol  50 MG,100,3',
    ];
    expect(await overlap(...rows)).toMatchObject({ lines: 3, alike: 2 });
    await desk.importHistory('a.csv', [header, ...rows].join('\n'), none);
    expect((await overlap(...rows)).known).toMatchObject({ file: 'a.csv', whoName: 'Dana Okafor' });
  });
});
